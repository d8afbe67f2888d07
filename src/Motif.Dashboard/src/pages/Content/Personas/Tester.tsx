import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useCheck } from '../../../api/content';
import type { FatigueAnswer } from '../../../api/types';
import { Facts } from '../../../frame/Facts';
import { Panel } from '../../../frame/Panel';
import { words } from '../../../format/numbers';
import { exact } from '../../../format/time';
import { ProblemNotice } from '../../../states/ProblemNotice';

/** Asks about a text before it is posted. */
export function Tester({ persona }: { persona: string }) {
  const [text, setText] = useState('');
  const check = useCheck(persona);
  return (
    <Panel title="May this text go out now?" note="Nothing is kept of it">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          check.mutate(text);
        }}
      >
        <Stack gap="sm" align="flex-start">
          <Textarea
            label="Text of a post"
            autosize
            minRows={2}
            w="100%"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" disabled={text.trim() === ''} loading={check.isPending}>
            Check
          </Button>
          {check.error !== null && <ProblemNotice error={check.error} />}
          {check.data !== undefined && <Checked answer={check.data} />}
        </Stack>
      </form>
    </Panel>
  );
}

const Checked = ({ answer }: { answer: FatigueAnswer }) => (
  <div role="status">
    <Text fw={600}>{verdict(answer)}</Text>
    {answer.caps.length > 0 && (
      <Facts
        facts={answer.caps.map((cap) => [
          `Cap on the ${words(cap.level ?? 'family')}`,
          `${cap.count} posts and ${cap.reserved} reserved of ${cap.max} in ${cap.window_days} days`,
        ])}
      />
    )}
  </div>
);

const verdict = ({ status, fatigued, fresh_at, biting_cap }: FatigueAnswer): string => {
  if (status === 'no_template') return 'It has no template: neither fresh nor fatigued.';
  if (status === 'disabled') return 'The feature is switched off: nothing is checked.';
  if (!fatigued) return 'Yes: no cap is full.';
  return `Not yet: the cap on the ${words(biting_cap ?? 'family')} is full until ${fresh_at === null ? 'it is changed' : exact(fresh_at)}.`;
};
