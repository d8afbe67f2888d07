import { Card, Group, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import classes from './Panel.module.css';

interface PanelProps {
  readonly title: string;
  readonly note?: ReactNode;
  /** Stands at the right of the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A titled region of a page. */
export function Panel({ title, note, aside, children }: PanelProps) {
  const heading = useId();
  return (
    <Card
      component="section"
      aria-labelledby={heading}
      className={classes.panel ?? ''}
      padding="lg"
    >
      <Group justify="space-between" align="flex-start" mb="md" gap="xs">
        <div style={{ flex: '1 1 240px', minWidth: 0 }}>
          <Title order={2} id={heading} fz="md">
            {title}
          </Title>
          {note !== undefined && (
            <Text size="sm" c="dimmed" component="div">
              {note}
            </Text>
          )}
        </div>
        {aside}
      </Group>
      {children}
    </Card>
  );
}
