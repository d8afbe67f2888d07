import { SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { useEffectOverTime, type Period } from '../../../api/discovery';
import type { EffectOverTime } from '../../../api/types';
import { Chart } from '../../../charts/Chart';
import { effectOption, effectTable } from '../../../charts/effect';
import { usePalette } from '../../../charts/palette';
import { Panel } from '../../../frame/Panel';
import { plural, times } from '../../../format/numbers';
import { Answer } from '../../../states/Answer';
import { Loading } from '../../../states/Loading';

const height = 260;

/** Whether a trait still does what it did, period by period. */
export function OverTime({ finding }: { finding: string }) {
  const [period, setPeriod] = useState<Period>('quarter');
  const effect = useEffectOverTime(finding, period);
  return (
    <Panel
      title="Does it still work?"
      note="With the trait against without, inside channel and period, with 95 % intervals; the dashed line is over all time, * is not over yet"
      aside={
        <SegmentedControl
          aria-label="Period"
          size="xs"
          data={[
            { value: 'month', label: 'Months' },
            { value: 'quarter', label: 'Quarters' },
            { value: 'year', label: 'Years' },
          ]}
          value={period}
          onChange={setPeriod}
        />
      }
    >
      <Answer query={effect} loading={<Loading rows={1} height={height} />}>
        {(course) => <Course course={course} />}
      </Answer>
    </Panel>
  );
}

function Course({ course }: { course: EffectOverTime }) {
  const palette = usePalette();
  if (course.periods.every(({ multiplier }) => multiplier === null))
    return <Text c="dimmed">In no period is there anything to compare it with.</Text>;
  return (
    <>
      <Text mb="sm">{said(course)}</Text>
      <Chart
        option={effectOption(course, palette)}
        height={height}
        label={`The effect in ${plural(course.periods.length, 'period')}: ${said(course)}`}
        table={effectTable(course)}
      />
      {course.undated > 0 && (
        <Text size="sm" c="dimmed">
          {plural(course.undated, 'item')} without a date left out.
        </Text>
      )}
    </>
  );
}

const directions = {
  flat: 'No change over the years can be told from chance',
  rising: 'It grows stronger in favour',
  falling: 'It wears off, or turns',
} as const;

const said = ({
  direction,
  multiplier_a_year: yearly,
  multiplier_a_year_ci95: between,
  needed_periods: needed,
}: EffectOverTime): string =>
  direction === null
    ? `A direction needs ${plural(needed, 'whole period')} with something to compare.`
    : `${directions[direction]}${
        yearly === null || between === null
          ? ''
          : `: a year makes ${times(yearly)} of it (${times(between.low)} to ${times(between.high)})`
      }.`;
