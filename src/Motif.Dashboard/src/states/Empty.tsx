import { Code, CopyButton, ActionIcon, Group, Stack, Text, Title, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { CheckIcon, CopyIcon } from '../frame/icons';

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
export function Command({ text }: { text: string }) {
  return (
    <Group gap={6} wrap="nowrap" mt={4}>
      <Code fz="sm" px="sm" py={6}>
        {text}
      </Code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? 'Copied' : 'Copy'}>
            <ActionIcon variant="subtle" color="gray" onClick={copy} aria-label={`Copy: ${text}`}>
              {copied ? <CheckIcon /> : <CopyIcon />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </Group>
  );
}
