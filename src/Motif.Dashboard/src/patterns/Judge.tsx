import { Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useRecordUse, useReportOutcome } from '../api/ledger';
import { Done } from '../states/Done';
import { ProblemNotice } from '../states/ProblemNotice';

type Outcome = 'success' | 'failure';

interface JudgeProps {
  readonly patternId: string;
  readonly name: string;
  /** The match whose result it is. */
  readonly matchId?: string;
  readonly size?: 'sm' | 'compact-sm';
}

const words = { success: 'It worked', failure: 'It failed' } as const;
const reported = {
  success: 'Reported: it worked. It counts in its success from now on.',
  failure: 'Reported: it failed. It counts in its success from now on.',
} as const;

/** “I use this”, “it worked”, “it failed”: what makes the catalogue learn. */
export function Judge({ patternId, name, matchId, size = 'sm' }: JudgeProps) {
  const use = useRecordUse(patternId);
  const report = useReportOutcome(patternId);
  const [last, setLast] = useState<'use' | Outcome | null>(null);
  const useId = use.data?.use_id ?? null;
  const isJudged = last !== null && last !== 'use';

  const judge = (outcome: Outcome) => (intent: string) =>
    report.mutate(
      { outcome, useId, intent, matchId },
      {
        onSuccess: () => {
          setLast(outcome);
          use.reset();
        },
      },
    );

  return (
    <Stack gap="xs">
      <Group gap="xs" role="group" aria-label={`Report on ${name}`}>
        <Button
          size={size}
          variant={last === 'use' ? 'default' : 'light'}
          disabled={last === 'use'}
          loading={use.isPending}
          onClick={() => use.mutate({ matchId }, { onSuccess: () => setLast('use') })}
        >
          I use this
        </Button>
        {(['success', 'failure'] as const).map((outcome) => (
          <Confirm
            key={outcome}
            outcome={outcome}
            name={name}
            size={size}
            isBusy={report.isPending}
            onConfirm={judge(outcome)}
          />
        ))}
      </Group>
      {last === 'use' && (
        <Done>Recorded that you use it. Say here whether it worked when you know.</Done>
      )}
      {isJudged && <Done>{reported[last]}</Done>}
      {use.error !== null && <ProblemNotice error={use.error} />}
      {report.error !== null && <ProblemNotice error={report.error} />}
    </Stack>
  );
}

interface ConfirmProps {
  readonly outcome: Outcome;
  readonly name: string;
  readonly size: 'sm' | 'compact-sm';
  readonly isBusy: boolean;
  readonly onConfirm: (intent: string) => void;
}

/** The ledger only grows, so an outcome is asked for twice. */
function Confirm({ outcome, name, size, isBusy, onConfirm }: ConfirmProps) {
  const [isOpen, setOpen] = useState(false);
  const [intent, setIntent] = useState('');
  return (
    <Popover opened={isOpen} onChange={setOpen} width={300} trapFocus withArrow>
      <Popover.Target>
        <Button size={size} variant="default" onClick={() => setOpen(!isOpen)} loading={isBusy}>
          {words[outcome]}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`${words[outcome]}: ${name}`}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setOpen(false);
            onConfirm(intent.trim());
          }}
        >
          <Stack gap="sm">
            <TextInput
              label="What was it for?"
              description="Optional; what worked is found by it again"
              value={intent}
              onChange={(event) => setIntent(event.currentTarget.value)}
              maxLength={500}
              data-autofocus
            />
            <Text size="sm" c="dimmed">
              A report stays in the ledger and cannot be taken back.
            </Text>
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
                Report “{words[outcome].toLowerCase()}”
              </Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
