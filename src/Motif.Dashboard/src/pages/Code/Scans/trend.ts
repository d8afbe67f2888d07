import type { ScanTrendPoint } from '../../../api/types';
import { base, categoryAxis, grid, legend, valueAxis } from '../../../charts/axes';
import type { ChartTable } from '../../../charts/Chart';
import type { Palette } from '../../../charts/palette';
import { plural, score } from '../../../format/numbers';
import { exact } from '../../../format/time';

type Points = readonly ScanTrendPoint[];

const name = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

const axis = (points: Points, palette: Palette) =>
  categoryAxis(
    palette,
    points.map(({ at }) => name.format(new Date(at))),
  );

/** The mean quality of every scan; a scan that measured nothing is a gap. */
export const qualityOption = (points: Points, palette: Palette) => ({
  ...base(palette),
  tooltip: {
    ...base(palette).tooltip,
    trigger: 'axis',
    valueFormatter: (value: number | null | undefined) => score(value),
  },
  grid,
  xAxis: axis(points, palette),
  // Means move by hundredths: an axis from 0 to 1 would show a flat line whatever happens.
  yAxis: { ...valueAxis(palette), scale: true, minInterval: 0.01 },
  series: [
    {
      name: 'mean quality',
      type: 'line',
      symbol: 'circle',
      symbolSize: 8,
      itemStyle: { color: palette.primary },
      lineStyle: { color: palette.primary, width: 2 },
      data: points.map(({ mean_quality }) => mean_quality),
    },
  ],
});

/** What is new or better goes up, what is worse or gone goes down; a scan that did not compare has no bar of either. */
export function changesOption(points: Points, palette: Palette) {
  const bars = (label: string, color: string, of: (point: ScanTrendPoint) => number | null) => ({
    name: label,
    type: 'bar',
    stack: 'changes',
    barMaxWidth: 28,
    itemStyle: { color },
    data: points.map(of),
  });
  return {
    ...base(palette),
    tooltip: {
      ...base(palette).tooltip,
      trigger: 'axis',
      valueFormatter: (value: number | null | undefined) =>
        value == null ? 'not compared' : String(Math.abs(value)),
    },
    legend: legend(palette),
    grid: { ...grid, top: 36 },
    xAxis: axis(points, palette),
    yAxis: {
      ...valueAxis(palette),
      axisLabel: { ...valueAxis(palette).axisLabel, formatter: (v: number) => String(Math.abs(v)) },
    },
    series: [
      bars('new', palette.success, ({ added }) => added),
      bars('better', palette.primary, ({ improved }) => improved),
      bars('worse', palette.failure, ({ worsened }) => down(worsened)),
      bars('gone', palette.muted, ({ gone }) => down(gone)),
    ],
  };
}

const down = (value: number | null): number | null => (value === null ? null : 0 - value);

export const trendTable = (points: Points): ChartTable => ({
  head: ['Scan', 'Patterns', 'Mean quality', 'New', 'Better', 'Worse', 'Gone'],
  rows: points.map((point) => [
    exact(point.at),
    point.patterns,
    score(point.mean_quality),
    point.added,
    point.improved ?? '–',
    point.worsened ?? '–',
    point.gone,
  ]),
});

/** What a scan changed against the one before, in a sentence or two. */
export function changedText(before: ScanTrendPoint, now: ScanTrendPoint): string {
  const said = (
    [
      [now.added, 'new'],
      [now.improved ?? 0, 'better'],
      [now.worsened ?? 0, 'worse'],
      [now.gone, 'gone'],
    ] as const
  ).filter(([number]) => number > 0);
  const changed =
    said.length === 0
      ? now.improved === null
        ? 'No pattern is new or gone since the scan before.'
        : 'No pattern is new, gone, better or worse since the scan before.'
      : `Since the scan before: ${said.map(([number, word]) => `${plural(number, 'pattern')} ${word}`).join(', ')}.`;
  return `${changed} ${qualityText(before.mean_quality, now.mean_quality)}`.trim();
}

/** Less than that is no news. */
const leastMove = 0.005;

function qualityText(before: number | null, now: number | null): string {
  if (before === null || now === null) return '';
  const move = now - before;
  if (Math.abs(move) < leastMove) return `The mean quality stays at ${score(now)}.`;
  const direction = move > 0 ? 'better' : 'worse';
  return `The mean quality is ${direction}: ${before.toFixed(3)} before, ${now.toFixed(3)} now.`;
}
