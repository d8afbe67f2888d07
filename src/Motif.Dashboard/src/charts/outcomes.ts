import type { OutcomeStep } from '../api/types';
import { percent } from '../format/numbers';
import { base, categoryAxis, dayLabel, grid, valueAxis } from './axes';
import type { ChartTable } from './Chart';
import type { Palette } from './palette';

type Steps = readonly OutcomeStep[];

/** From the first step that has an outcome: what lies before are only gaps. */
export const fromFirstOutcome = (steps: Steps): Steps =>
  steps.slice(
    Math.max(
      0,
      steps.findIndex((step) => step.rate != null),
    ),
  );

/** The rate with the interval around it; a step without an outcome is a gap and not a rate of 0. */
export const outcomesOption = (steps: Steps, palette: Palette) => ({
  ...base(palette),
  tooltip: {
    ...base(palette).tooltip,
    trigger: 'axis',
    formatter: (points: readonly { dataIndex: number }[]) => tip(steps[points[0]?.dataIndex ?? 0]),
  },
  grid,
  xAxis: categoryAxis(
    palette,
    steps.map(({ from }) => dayLabel(from)),
  ),
  yAxis: {
    ...valueAxis(palette),
    min: 0,
    max: 1,
    minInterval: 0.25,
    axisLabel: { ...valueAxis(palette).axisLabel, formatter: percent },
  },
  series: [
    // The band is the part of a stack that stands on its invisible lower end.
    band(
      'low',
      steps.map(({ low }) => low),
    ),
    {
      ...band(
        'high',
        steps.map(({ low, high }) => (low == null || high == null ? null : high - low)),
      ),
      areaStyle: { color: palette.primary, opacity: 0.16 },
    },
    {
      name: 'worked',
      type: 'line',
      connectNulls: false,
      symbol: 'circle',
      symbolSize: 7,
      itemStyle: { color: palette.primary },
      lineStyle: { color: palette.primary, width: 2 },
      data: steps.map(({ rate }) => rate),
    },
  ],
});

const band = (name: string, data: readonly (number | null)[]) => ({
  name,
  type: 'line',
  stack: 'interval',
  symbol: 'none',
  silent: true,
  lineStyle: { opacity: 0 },
  data,
});

const outcomesOf = ({ successes, failures }: OutcomeStep): number => successes + failures;

const tip = (step: OutcomeStep | undefined): string => {
  if (step === undefined) return '';
  const when =
    step.from === step.to ? dayLabel(step.from) : `${dayLabel(step.from)} to ${dayLabel(step.to)}`;
  return step.rate == null
    ? `${when}<br>no outcome`
    : `${when}<br><b>${percent(step.rate)}</b> of ${outcomesOf(step)} worked<br>` +
        `surely between ${percent(step.low ?? 0)} and ${percent(step.high ?? 1)}`;
};

export const outcomesTable = (steps: Steps): ChartTable => ({
  head: ['From', 'To', 'Worked', 'Failed', 'Rate', 'Between'],
  rows: steps.map(({ from, to, successes, failures, rate, low, high }) => [
    from,
    to,
    successes,
    failures,
    rate == null ? '–' : percent(rate),
    low == null || high == null ? '–' : `${percent(low)} and ${percent(high)}`,
  ]),
});
