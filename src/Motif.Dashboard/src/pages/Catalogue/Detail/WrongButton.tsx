import { Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';

interface WrongButtonProps {
  /** What is wrong: a place, or all of the pattern. */
  readonly what: string;
  /** What marking it means. */
  readonly meaning: string;
  readonly size?: 'sm' | 'compact-sm';
  readonly isBusy: boolean;
  readonly onWrong: (reason: string) => void;
}

/** “This is wrong”: it is not what the rule says. */
export function WrongButton({
  what,
  meaning,
  size = 'compact-sm',
  isBusy,
  onWrong,
}: WrongButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');

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
          size={size}
          loading={isBusy}
          onClick={() => setOpen(!isOpen)}
          aria-label={`This is wrong: ${what}`}
        >
          This is wrong
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`This is wrong: ${what}`}>
        <form onSubmit={submit}>
          <Stack gap="sm">
            <Text size="sm">{meaning}</Text>
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
