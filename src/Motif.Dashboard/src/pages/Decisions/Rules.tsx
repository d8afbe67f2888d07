import { Button, Fieldset, Group, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useConfigure, useDecisionConfig } from '../../api/decisions';
import { ProblemError } from '../../api/problem';
import type { ConfigView, RuleEffect, SafetyRule } from '../../api/types';
import { Panel } from '../../frame/Panel';
import { Answer } from '../../states/Answer';
import { Done } from '../../states/Done';
import { ProblemNotice } from '../../states/ProblemNotice';

const effects: readonly { value: RuleEffect; label: string }[] = [
  { value: 'never_automatic', label: 'Never automatic' },
  { value: 'alert', label: 'To a person, with an alert' },
  { value: 'wants_person', label: 'The customer wants a person' },
];

const empty: SafetyRule = {
  name: '',
  effect: 'never_automatic',
  phrases: [],
  whole_message: false,
  expressions: null,
};

const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');

/** Words that stop the machine; each is checked by the server before it holds. */
export function Rules() {
  return (
    <Panel
      title="What stops the machine?"
      note="Whole words, however they are written; expressions never backtrack"
    >
      <Answer query={useDecisionConfig()}>{(view) => <Form view={view} />}</Answer>
    </Panel>
  );
}

function Form({ view }: { view: ConfigView }) {
  const [draft, setDraft] = useState<readonly SafetyRule[] | null>(null);
  const configure = useConfigure();
  const rules = draft ?? view.settings.rules;
  const wrong = configure.error instanceof ProblemError ? configure.error.fields : {};
  const change = (at: number, part: Partial<SafetyRule>) =>
    setDraft(rules.map((rule, index) => (index === at ? { ...rule, ...part } : rule)));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        configure.mutate(
          { ...view.overrides, rules: rules.map(written) },
          { onSuccess: () => setDraft(null) },
        );
      }}
    >
      <Stack gap="md" maw={760}>
        {rules.map((rule, at) => (
          <Rule
            key={at}
            rule={rule}
            wrong={(field) => wrong[`rules[${at}].${field}`]?.join('; ')}
            onChange={(part) => change(at, part)}
            onRemove={() => setDraft(rules.filter((_, index) => index !== at))}
          />
        ))}
        <Group>
          <Button variant="default" onClick={() => setDraft([...rules, empty])}>
            Add a rule
          </Button>
          <Button type="submit" disabled={draft === null} loading={configure.isPending}>
            Save the rules
          </Button>
          <Button variant="default" disabled={draft === null} onClick={() => setDraft(null)}>
            Reset
          </Button>
        </Group>
        {configure.error !== null && <ProblemNotice error={configure.error} />}
        {configure.isSuccess && draft === null && <Done>The rules are in force.</Done>}
      </Stack>
    </form>
  );
}

/** Lines that hold nothing are no phrases. */
const written = (rule: SafetyRule): SafetyRule => ({
  ...rule,
  name: rule.name.trim(),
  phrases: lines(rule.phrases.join('\n')),
  expressions: rule.expressions === null ? null : lines(rule.expressions.join('\n')),
});

interface RuleProps {
  readonly rule: SafetyRule;
  /** What the server says of a field; undefined where it says nothing. */
  readonly wrong: (field: 'name' | 'phrases' | 'expressions') => string | undefined;
  readonly onChange: (part: Partial<SafetyRule>) => void;
  readonly onRemove: () => void;
}

const Rule = ({ rule, wrong, onChange, onRemove }: RuleProps) => (
  <Fieldset legend={rule.name.trim() === '' ? 'New rule' : rule.name}>
    <Stack gap="sm">
      <Group align="flex-start" gap="md">
        <TextInput
          label="Name, given as the reason"
          value={rule.name}
          error={wrong('name')}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
          style={{ flex: '1 1 220px' }}
        />
        <Select
          label="What it does"
          data={effects}
          value={rule.effect}
          allowDeselect={false}
          onChange={(effect) => effect !== null && onChange({ effect })}
          style={{ flex: '1 1 220px' }}
        />
      </Group>
      <Textarea
        label="Words and phrases, one a line"
        autosize
        minRows={2}
        maxRows={8}
        value={rule.phrases.join('\n')}
        error={wrong('phrases')}
        onChange={(event) => onChange({ phrases: event.currentTarget.value.split('\n') })}
      />
      <Textarea
        label="Regular expressions, one a line"
        autosize
        minRows={1}
        maxRows={6}
        value={(rule.expressions ?? []).join('\n')}
        error={wrong('expressions')}
        onChange={(event) =>
          onChange({
            expressions:
              event.currentTarget.value === '' ? null : event.currentTarget.value.split('\n'),
          })
        }
      />
      <Group justify="space-between">
        <Switch
          label="Only where the message is nothing else"
          checked={rule.whole_message}
          onChange={(event) => onChange({ whole_message: event.currentTarget.checked })}
        />
        <Button
          size="compact-sm"
          variant="light"
          color="red"
          aria-label={`Remove the rule ${rule.name}`}
          onClick={onRemove}
        >
          Remove
        </Button>
      </Group>
    </Stack>
  </Fieldset>
);
