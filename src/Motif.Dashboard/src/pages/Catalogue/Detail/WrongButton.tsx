import { Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Occurrence } from '../../../api/types';
import { words } from '../../../format/numbers';

interface WrongButtonProps {
  readonly occurrence: Occurrence;
  readonly isBusy: boolean;
  readonly onWrong: (reason: string) => void;
}

/** “This is wrong”: the place is not what the rule says. */
export function WrongButton({ occurrence, isBusy, onWrong }: WrongButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { qualified_name } = occurrence;

  function submit(event: { preventDefault: () => void }) {
    event.preventDefault();
    setOpen(false);
    onWrong(reason.trim());
  }

  return (
    <Popover opened={isOpen} onChange={setOpen} width={320} trapFocus withArrow>
      <Popover.Target>
        <Button
          variant="default"
          size="compact-sm"
          loading={isBusy}
          onClick={() => setOpen(!isOpen)}
          aria-label={`This is wrong: ${qualified_name}`}
        >
          This is wrong
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`This is wrong: ${qualified_name}`}>
        <form onSubmit={submit}>
          <Stack gap="sm">
            <Text size="sm">It is no {words(occurrence.rule)}. Later scans remember that.</Text>
            <TextInput
              label="What is it instead?"
              description="Optional; it stands in the history"
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              maxLength={1000}
              data-autofocus
            />
            <Group justify="flex-end" gap="xs">
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                onClick={() => setOpen(false)}
              >
                Cancel
              </Button>
              <Button size="compact-sm" type="submit">
                Mark as wrong
              </Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
