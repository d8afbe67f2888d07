import { Button, Checkbox, Group, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useStartRun } from '../../../api/discovery';
import { Panel } from '../../../frame/Panel';
import { ProblemNotice } from '../../../states/ProblemNotice';

const levels = [
  { name: 'macro_clusters', label: 'Macros' },
  { name: 'meso_clusters', label: 'Mesos' },
  { name: 'micro_clusters', label: 'Micros' },
] as const;

/** Starts a run, by usual sizes or in an ordered shape. */
export function RunForm() {
  const [shape, setShape] = useState<
    Partial<Record<(typeof levels)[number]['name'], number | null>>
  >({});
  const [isTest, setTest] = useState(false);
  const start = useStartRun();
  return (
    <Panel
      title="Run over all items"
      note="Makes neighbourhoods, finds what goes with performance in them, and tests it on later items. Levels that are left empty come out by their usual sizes."
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          start.mutate({ hierarchy: shape, test_mode: isTest });
        }}
      >
        <Group align="flex-end" gap="md">
          {levels.map(({ name, label }) => (
            <NumberInput
              key={name}
              label={label}
              w={110}
              min={1}
              max={100000}
              allowDecimal={false}
              value={shape[name] ?? ''}
              onChange={(value) => {
                setShape({ ...shape, [name]: typeof value === 'number' ? value : null });
              }}
            />
          ))}
          <Checkbox
            label="Only try: write nothing"
            checked={isTest}
            mb={8}
            onChange={(event) => setTest(event.currentTarget.checked)}
          />
          <Button type="submit" loading={start.isPending}>
            Run
          </Button>
        </Group>
        {start.error !== null && <ProblemNotice error={start.error} />}
      </form>
    </Panel>
  );
}
