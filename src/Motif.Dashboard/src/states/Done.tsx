import { Alert, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { CheckIcon } from '../frame/icons';

interface DoneProps {
  /** What was done, in a sentence. */
  readonly children: ReactNode;
  readonly undo?: (() => void) | undefined;
  readonly isUndoing?: boolean;
}

/** Confirms what somebody just did, with the way back where there is one. Screen readers are told at once. */
export const Done = ({ children, undo, isUndoing = false }: DoneProps) => (
  <Alert color="green" variant="light" role="status" py="xs" icon={<CheckIcon />}>
    <Group justify="space-between" gap="sm">
      <Text size="sm" c="var(--mantine-color-text)">
        {children}
      </Text>
      {undo !== undefined && (
        <Button size="compact-sm" variant="default" onClick={undo} loading={isUndoing}>
          Undo
        </Button>
      )}
    </Group>
  </Alert>
);
