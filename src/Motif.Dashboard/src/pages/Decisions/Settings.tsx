import { Button, Group, NumberInput, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useConfigure, useDecisionConfig } from '../../api/decisions';
import { ProblemError } from '../../api/problem';
import type { ConfigView, DecisionOverrides, LearningProfile } from '../../api/types';
import { Panel } from '../../frame/Panel';
import { Answer } from '../../states/Answer';
import { Done } from '../../states/Done';
import { ProblemNotice } from '../../states/ProblemNotice';
import { Rules } from './Rules';

/** The numbers that are set here, as the API names them. */
const fields = [
  { name: 'target_r0', label: 'Static information must be right', step: 0.01 },
  { name: 'target_r1', label: 'Customer data must be right', step: 0.01 },
  { name: 'target_r2', label: 'Reversible actions must be right', step: 0.01 },
  { name: 'decay_floor', label: 'Increments: days stop at', step: 0.05 },
  { name: 'min_trials', label: 'Trials before automatic', step: 1 },
  { name: 'min_success', label: 'Share of them that was right', step: 0.01 },
  { name: 'hold_seconds', label: 'Hold before sending, seconds', step: 1 },
  { name: 'approval_hours', label: 'Approvals run out after hours', step: 1 },
  { name: 'operator_silence_minutes', label: 'Silent after a person, minutes', step: 1 },
  { name: 'conversation_per_day', label: 'Automatic answers a conversation and day', step: 1 },
  { name: 'automatic_per_hour', label: 'Automatic answers in all an hour', step: 1 },
  { name: 'breaker_faults', label: 'Faults in an hour that stop all', step: 1 },
  { name: 'chat_burst_seconds', label: 'Pieces of a chat join within seconds', step: 1 },
] as const;

/** Both are kept all the while, so that either can be chosen at any time. */
const learning: Readonly<Record<LearningProfile, { label: string; explained: string }>> = {
  evidence: {
    label: 'Evidence',
    explained: 'The share of answers that were right, the older ones counting less and less.',
  },
  increments: {
    label: 'Increments',
    explained:
      'From .50: +.05 for an answer sent as it was, +.02 for an edited one, −.10 for a wrong one, −.01 a day down to the floor.',
  },
};

export function Settings() {
  return (
    <Stack gap="lg">
      <Panel
        title="How far may the machine go?"
        note="Changes hold at once, for every server on this database"
      >
        <Answer query={useDecisionConfig()}>{(view) => <Form view={view} />}</Answer>
      </Panel>
      <Rules />
    </Stack>
  );
}

function Form({ view }: { view: ConfigView }) {
  const [draft, setDraft] = useState<DecisionOverrides>({});
  const configure = useConfigure();
  const wrong = configure.error instanceof ProblemError ? configure.error.fields : {};
  const value = { ...view.settings, ...draft };
  const isChanged = Object.keys(draft).length > 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        configure.mutate({ ...view.overrides, ...draft }, { onSuccess: () => setDraft({}) });
      }}
    >
      <Stack gap="md" maw={760}>
        <Switch
          label="Shadow mode"
          description="Everything is decided, nothing is sent or offered"
          checked={value.shadow_mode ?? true}
          onChange={(event) => setDraft({ ...draft, shadow_mode: event.currentTarget.checked })}
        />
        <Switch
          label="Learn while decisions are off"
          checked={value.learn_while_disabled ?? false}
          onChange={(event) =>
            setDraft({ ...draft, learn_while_disabled: event.currentTarget.checked })
          }
        />
        <TextInput
          label="What a customer who asks for a person is told"
          description="Once, until the conversation is closed; nothing where it is empty"
          value={value.hand_over_text ?? ''}
          error={wrong.hand_over_text?.join('; ')}
          onChange={(event) => setDraft({ ...draft, hand_over_text: event.currentTarget.value })}
        />
        <Select
          label="How the confidence of a pattern moves"
          description={learning[value.learning ?? 'evidence'].explained}
          data={Object.entries(learning).map(([name, { label }]) => ({ value: name, label }))}
          value={value.learning ?? 'evidence'}
          allowDeselect={false}
          error={wrong.learning?.join('; ')}
          onChange={(name) =>
            name !== null && setDraft({ ...draft, learning: name as LearningProfile })
          }
        />
        <Group gap="md" align="flex-start">
          {fields.map(({ name, label, step }) => (
            <NumberInput
              key={name}
              label={label}
              value={value[name] ?? ''}
              step={step}
              clampBehavior="none"
              error={wrong[name]?.join('; ')}
              onChange={(number) =>
                typeof number === 'number' && setDraft({ ...draft, [name]: number })
              }
              style={{ flex: '1 1 220px' }}
            />
          ))}
        </Group>
        <Group>
          <Button type="submit" disabled={!isChanged} loading={configure.isPending}>
            Save
          </Button>
          <Button variant="default" disabled={!isChanged} onClick={() => setDraft({})}>
            Reset
          </Button>
        </Group>
        {configure.error !== null && <ProblemNotice error={configure.error} />}
        {configure.isSuccess && !isChanged && <Done>The settings are in force.</Done>}
      </Stack>
    </form>
  );
}
