import { Code, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Copy } from './Copy';

interface EmptyProps {
  readonly title: string;
  /** What to do about it. */
  readonly children: ReactNode;
  /** The exact command that fills the place. */
  readonly command?: string;
  readonly action?: ReactNode;
}

/** Says why nothing is here and what to do. */
export function Empty({ title, children, command, action }: EmptyProps) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md" ta="center">
      <Title order={3} fz="h4">
        {title}
      </Title>
      <Text c="dimmed" maw={460}>
        {children}
      </Text>
      {command !== undefined && <Command text={command} />}
      {action}
    </Stack>
  );
}

/** A command line that can be copied. */
export const Command = ({ text }: { text: string }) => (
  <Group gap={6} wrap="nowrap" mt={6}>
    <Code fz="sm" px="sm" py={6} style={{ overflowWrap: 'anywhere' }}>
      {text}
    </Code>
    <Copy text={text} what={text} />
  </Group>
);
