import type { MetricComparison } from '../api/types';
import { base, categoryAxis, dayLabel, grid, valueAxis } from './axes';
import type { ChartTable } from './Chart';
import type { Palette } from './palette';

type Days = MetricComparison['days'];

/** A difference from day to day as a line, and the interval common to all days so far as a band. */
export const evidenceOption = (days: Days, palette: Palette) => ({
  ...base(palette),
  tooltip: { ...base(palette).tooltip, trigger: 'axis' },
  grid,
  xAxis: categoryAxis(
    palette,
    days.map(({ day }) => dayLabel(day)),
  ),
  yAxis: { ...valueAxis(palette), minInterval: 0, scale: true },
  series: [
    side(
      'from',
      days.map(({ interval }) => interval?.low ?? null),
      palette,
    ),
    side(
      'to',
      days.map(({ interval }) => interval?.high ?? null),
      palette,
    ),
    {
      name: 'no difference',
      type: 'line',
      data: days.map(() => 0),
      symbol: 'none',
      lineStyle: { color: palette.dimmed, width: 1, type: 'dashed' },
      itemStyle: { color: palette.dimmed },
    },
    {
      name: 'difference',
      type: 'line',
      data: days.map(({ difference }) => difference),
      symbol: 'none',
      lineStyle: { color: palette.primary, width: 2 },
      itemStyle: { color: palette.primary },
    },
  ],
});

const side = (name: string, data: readonly (number | null)[], palette: Palette) => ({
  name,
  type: 'line',
  step: 'end',
  data,
  symbol: 'none',
  lineStyle: { color: palette.muted, width: 1.5 },
  itemStyle: { color: palette.muted },
});

export const evidenceTable = (days: Days): ChartTable => ({
  head: ['Day', 'Difference', 'From', 'To', 'p'],
  rows: days.map(({ day, difference, interval, p }) => [
    day,
    difference.toPrecision(4),
    interval?.low.toPrecision(4) ?? '–',
    interval?.high.toPrecision(4) ?? '–',
    p.toPrecision(3),
  ]),
});
