import { Badge, List } from '@mantine/core';
import type { MatchedStep } from '../../../api/types';

/** All steps in the pattern's own order; those near to a requirement stand out. */
export function Steps({ steps }: { steps: MatchedStep[] }) {
  return (
    <List type="ordered" size="sm" mt={6} withPadding>
      {steps.map(({ text, near }, place) => (
        <List.Item key={place} fw={near ? 600 : undefined}>
          {text}
          {near && (
            <Badge size="xs" variant="light" tt="none" ml="xs">
              near to what is required
            </Badge>
          )}
        </List.Item>
      ))}
    </List>
  );
}
