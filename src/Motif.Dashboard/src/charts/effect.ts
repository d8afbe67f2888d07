import type { EffectOverTime, PeriodEffect } from '../api/types';
import { times } from '../format/numbers';
import { base, categoryAxis, grid } from './axes';
import type { ChartTable } from './Chart';
import type { Palette } from './palette';

/** The interval of one period can be of any width: what lies beyond these is drawn to the edge. */
const [least, most] = [0.25, 4];

const monthName = new Intl.DateTimeFormat('en-GB', {
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** “Mar 2024”, “Q1 2024” or “2024”. */
export function periodName(period: EffectOverTime['period'], start: string): string {
  const [year = '', month = ''] = start.split('-');
  switch (period) {
    case 'year':
      return year;
    case 'quarter':
      return `Q${Math.ceil(Number(month) / 3)} ${year}`;
    case 'month':
      return monthName.format(new Date(`${start}T00:00:00Z`));
    default:
      return start;
  }
}

interface RenderApi {
  value(dimension: number): number;
  coord(point: readonly [number, number]): [number, number];
}

/** One square a period with its 95 % interval, on a logarithmic scale; the last, to which more may come, is hollow and dashed. */
export const effectOption = (
  { period, periods, multiplier }: EffectOverTime,
  palette: Palette,
) => ({
  ...base(palette),
  tooltip: {
    ...base(palette).tooltip,
    formatter: ({ data }: { data: { value: readonly number[] } }) =>
      tip(period, periods[data.value[0] ?? -1]),
  },
  grid,
  xAxis: categoryAxis(
    palette,
    periods.map(({ start, is_partial: isPartial }) =>
      isPartial ? `${periodName(period, start)}*` : periodName(period, start),
    ),
  ),
  yAxis: {
    type: 'log',
    logBase: 2,
    ...range(periods),
    axisLabel: { color: palette.dimmed, fontSize: 12, formatter: (value: number) => times(value) },
    splitLine: { lineStyle: { color: palette.line } },
  },
  series: [
    {
      type: 'custom',
      clip: true,
      encode: { x: 0, y: [1, 2, 3] },
      data: periods.flatMap((one, place) =>
        one.multiplier === null || one.ci95 === null
          ? []
          : [{ value: [place, one.multiplier, one.ci95.low, one.ci95.high] }],
      ),
      renderItem: (_: unknown, drawn: RenderApi) =>
        mark(drawn, palette, periods[drawn.value(0)]?.is_partial === true),
    },
    level('no effect', periods, 1, palette.dimmed, 'solid'),
    ...(multiplier === null
      ? []
      : [level('over all time', periods, multiplier, palette.primary, 'dashed')]),
  ],
});

const level = (
  name: string,
  periods: readonly PeriodEffect[],
  at: number,
  color: string,
  type: string,
) => ({
  name,
  type: 'line',
  data: periods.map(() => at),
  symbol: 'none',
  silent: true,
  tooltip: { show: false },
  lineStyle: { color, width: 1, type },
  itemStyle: { color },
});

function mark(drawn: RenderApi, palette: Palette, isPartial: boolean) {
  const at = (dimension: number) => drawn.coord([drawn.value(0), drawn.value(dimension)]);
  const [[x, y], [, low], [, high]] = [at(1), at(2), at(3)];
  const stroke = palette.primary;
  return {
    type: 'group',
    children: [
      {
        type: 'line',
        shape: { x1: x, y1: low, x2: x, y2: high },
        style: { stroke, lineWidth: 2, ...(isPartial && { lineDash: [4, 3] }) },
      },
      {
        type: 'rect',
        shape: { x: x - 4, y: y - 4, width: 8, height: 8 },
        style: isPartial
          ? { fill: palette.surface, stroke, lineWidth: 1.5 }
          : { fill: stroke, stroke, lineWidth: 1.5 },
      },
    ],
  };
}

/** Half and double at least, and every square; intervals as far as four times and a quarter. */
function range(periods: readonly PeriodEffect[]) {
  const shown = periods.flatMap(({ multiplier, ci95 }) =>
    multiplier === null || ci95 === null
      ? []
      : [multiplier, Math.max(least, ci95.low), Math.min(most, ci95.high)],
  );
  return { min: Math.min(0.5, ...shown) * 0.97, max: Math.max(2, ...shown) * 1.03 };
}

const tip = (period: EffectOverTime['period'], one: PeriodEffect | undefined): string =>
  one?.multiplier == null || one.ci95 === null
    ? ''
    : `<b>${periodName(period, one.start)}</b>${one.is_partial ? ', not over' : ''}<br>` +
      `${times(one.multiplier)}, 95 %: ${times(one.ci95.low)} to ${times(one.ci95.high)}<br>` +
      `${one.support} of ${one.items} items compared, ${one.channels} channels`;

export const effectTable = ({ period, periods }: EffectOverTime): ChartTable => ({
  head: ['Period', 'Times', 'From', 'To', 'Items', 'Compared', 'Channels'],
  rows: periods.map((one) => [
    `${periodName(period, one.start)}${one.is_partial ? ', not over' : ''}`,
    one.multiplier === null ? '–' : times(one.multiplier),
    one.ci95 === null ? '–' : times(one.ci95.low),
    one.ci95 === null ? '–' : times(one.ci95.high),
    one.items,
    one.support,
    one.channels,
  ]),
});
