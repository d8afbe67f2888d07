import { Group, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';

interface PageHeaderProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly aside?: ReactNode;
}

/** The one first-level heading of a page; it also names the browser's tab. */
export function PageHeader({ title, note, aside }: PageHeaderProps) {
  useDocumentTitle(`${title} · Motif`);
  return (
    <Group justify="space-between" align="flex-end" mb="lg" gap="md">
      <div style={{ minWidth: 0 }}>
        <Title order={1} fz={26} style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Title>
        {note !== undefined && (
          <Text c="dimmed" mt={4} component="div">
            {note}
          </Text>
        )}
      </div>
      {aside}
    </Group>
  );
}
