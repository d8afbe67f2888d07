import type { DiscoveryRun, MiningNumbers } from '../api/types';
import { exact } from '../format/time';
import { base, categoryAxis, grid, legend, valueAxis } from './axes';
import type { ChartTable } from './Chart';
import type { Palette } from './palette';

/** A finished run that measured itself. */
export type MeasuredRun = DiscoveryRun & { report: { numbers: MiningNumbers } };

/** The five numbers that every run publishes, as parts of 1, in the order of their dashes. */
const numbers = [
  ['expected against later', ({ correlation }) => correlation],
  ['same direction', ({ same_sign }) => same_sign],
  ['calibration slope', ({ calibration_slope }) => calibration_slope],
  ['intervals that held', ({ interval_coverage }) => interval_coverage],
  ['by chance, of those found', ({ permutation_share }) => permutation_share],
] as const satisfies readonly (readonly [string, (of: MiningNumbers) => number | null])[];

const dashes = ['solid', 'dashed', 'dotted', [10, 3, 2, 3], [2, 6]] as const;

/** Oldest first, trial runs too: they measure themselves as others do. */
export const measured = (runs: readonly DiscoveryRun[]): readonly MeasuredRun[] =>
  runs
    .filter((run): run is MeasuredRun => run.state === 'finished' && run.report?.numbers != null)
    .sort((one, other) => one.started_at.localeCompare(other.started_at));

/** What was not measured is a gap. */
export const runsOption = (runs: readonly MeasuredRun[], palette: Palette) => ({
  ...base(palette),
  tooltip: { ...base(palette).tooltip, trigger: 'axis' },
  legend: { ...legend(palette), type: 'plain', left: 0, right: 0 },
  grid: { ...grid, top: 64 },
  xAxis: categoryAxis(
    palette,
    runs.map(({ started_at }) => exact(started_at)),
  ),
  yAxis: { ...valueAxis(palette), minInterval: 0 },
  series: numbers.map(([name, of], at) => {
    const color = palette.series[at % palette.series.length];
    return {
      name,
      type: 'line',
      symbol: 'circle',
      symbolSize: 6,
      connectNulls: false,
      data: runs.map(({ report }) => of(report.numbers)),
      itemStyle: { color },
      lineStyle: { color, width: 2, type: dashes[at] },
    };
  }),
});

export const runsTable = (runs: readonly MeasuredRun[]): ChartTable => ({
  head: ['Run', ...numbers.map(([name]) => name)],
  rows: runs.map(({ started_at, report }) => [
    exact(started_at),
    ...numbers.map(([, of]) => of(report.numbers)?.toFixed(2) ?? '–'),
  ]),
});
