import { Button, Group, NumberInput, Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { usePlan } from '../../../api/experiments';
import type { ExperimentPlan, PlanQuestion } from '../../../api/types';
import { Panel } from '../../../frame/Panel';
import { count, plural, signed } from '../../../format/numbers';
import { ProblemNotice } from '../../../states/ProblemNotice';

const kinds = [
  { value: 'proportion', label: 'A share of units' },
  { value: 'mean', label: 'A mean of units' },
  { value: 'switchback', label: 'Alternating days' },
] as const;

type Kind = (typeof kinds)[number]['value'];

interface Known {
  readonly kind: Kind;
  readonly baseline: number | null;
  readonly lift: number | null;
  readonly unitsADay: number | null;
  readonly deviation: number | null;
  readonly earlierDays: string;
}

const nothing: Known = {
  kind: 'proportion',
  baseline: null,
  lift: 10,
  unitsADay: null,
  deviation: null,
  earlierDays: '',
};

/** Says how long an experiment would take, or beforehand that it cannot be decided. */
export function Planner() {
  const [known, setKnown] = useState(nothing);
  const plan = usePlan();
  const set = (change: Partial<Known>) => setKnown({ ...known, ...change });
  const isByDay = known.kind === 'switchback';
  return (
    <Panel
      title="How long would it take?"
      note="With an error of 5 % and a power of 80 %, looked at as often as you like, for 90 days at most. Nothing is kept."
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          plan.mutate(question(known));
        }}
      >
        <Group align="flex-end" gap="md">
          <Select
            label="What is compared"
            data={kinds}
            allowDeselect={false}
            value={known.kind}
            onChange={(kind) => set({ kind: kind ?? 'proportion' })}
          />
          <Amount
            label={known.kind === 'proportion' ? 'Usual share, %' : 'Usual value'}
            value={known.baseline}
            onChange={(baseline) => set({ baseline })}
          />
          <Amount
            label="Lift that matters, %"
            value={known.lift}
            onChange={(lift) => set({ lift })}
          />
          {!isByDay && (
            <Amount
              label="Units a day"
              value={known.unitsADay}
              onChange={(unitsADay) => set({ unitsADay })}
            />
          )}
          {known.kind === 'mean' && (
            <Amount
              label="Standard deviation"
              value={known.deviation}
              onChange={(deviation) => set({ deviation })}
            />
          )}
          {isByDay && (
            <TextInput
              label="Earlier days, two weeks at least"
              placeholder="120, 96, 133, …"
              value={known.earlierDays}
              onChange={(event) => set({ earlierDays: event.currentTarget.value })}
              style={{ flex: '1 1 240px' }}
            />
          )}
          <Button type="submit" loading={plan.isPending}>
            Plan
          </Button>
        </Group>
        {plan.error !== null && <ProblemNotice error={plan.error} />}
        {plan.data !== undefined && (
          <Text mt="md" role="status">
            {said(plan.data, isByDay)}
          </Text>
        )}
      </form>
    </Panel>
  );
}

interface AmountProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

const Amount = ({ label, value, onChange }: AmountProps) => (
  <NumberInput
    label={label}
    w={150}
    required
    withAsterisk={false}
    value={value ?? ''}
    onChange={(typed) => onChange(typeof typed === 'number' ? typed : null)}
  />
);

const question = (known: Known): PlanQuestion => {
  const lift = (known.lift ?? 0) / 100;
  const baseline = (known.baseline ?? 0) / (known.kind === 'proportion' ? 100 : 1);
  if (known.kind === 'switchback')
    return {
      design: 'switchback',
      kind: 'mean',
      baseline,
      lift,
      earlier_days: known.earlierDays
        .split(/[\s,;]+/)
        .filter((day) => day !== '')
        .map(Number),
    };
  return {
    kind: known.kind,
    baseline,
    lift,
    units_a_day: known.unitsADay,
    ...(known.kind === 'mean' && { deviation: known.deviation }),
  };
};

const said = (plan: ExperimentPlan, isByDay: boolean): string => {
  if (!plan.can_be_decided) return `${sentence(plan.reason ?? 'cannot be decided')}.`;
  const smallest =
    plan.smallest_lift === null
      ? ''
      : ` In 90 days a lift of ${signed((100 * plan.smallest_lift).toFixed(1))} could be found.`;
  return `${plural(plan.days, 'day')}${isByDay ? '' : ` with ${count(Math.ceil(plan.units))} units`}.${smallest}`;
};

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
