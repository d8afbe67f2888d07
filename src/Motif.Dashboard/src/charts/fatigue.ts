import type { FamilyUse } from '../api/types';
import { plural } from '../format/numbers';
import { base, categoryAxis, dayLabel, escape } from './axes';
import type { ChartTable } from './Chart';
import type { Palette } from './palette';

const dayMilliseconds = 86_400_000;

/** Longer names would leave no room for the days. */
const longestName = 34;

/** Families by day: for each cell the uses of its day, and those of the window that ends with it. */
export interface FatigueGrid {
  readonly days: readonly string[];
  readonly families: readonly string[];
  readonly cells: readonly FatigueCell[];
}

export interface FatigueCell {
  readonly family: number;
  readonly day: number;
  readonly uses: number;
  /** Uses in the window that ends with this day, and what is reserved now, by the threshold: 1 and more is fatigued. */
  readonly filled: number;
  readonly inWindow: number;
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Days as UTC counts them. What a window holds is asked at the end of each day, for the last one now. */
export function fatigueGrid(
  families: readonly FamilyUse[],
  days: number,
  now: number,
): FatigueGrid {
  const today = Math.floor(now / dayMilliseconds);
  const begins = Array.from(
    { length: days },
    (_, day) => (today - days + 1 + day) * dayMilliseconds,
  );
  return {
    days: begins.map(dayOf),
    families: families.map(({ template, family_id }) => template ?? family_id),
    cells: families.flatMap((use, family) => {
      const times = use.used_at.map((at) => Date.parse(at));
      return begins.map((begin, day) => {
        const end = Math.min(now, begin + dayMilliseconds - 1);
        const since = end - use.window_days * dayMilliseconds;
        // A reservation holds its place now, whatever the day of its post will be.
        const held = day === days - 1 ? use.reserved : 0;
        const inWindow = times.filter((at) => at > since && at <= end).length + held;
        return {
          family,
          day,
          uses: times.filter((at) => at >= begin && at <= end).length,
          inWindow,
          filled: inWindow / use.threshold,
        };
      });
    }),
  };
}

const short = (name: string): string =>
  name.length <= longestName ? name : `${name.slice(0, longestName - 1)}…`;

/** Colour says how full the window is, a point that the family was used on this day. */
export const fatigueOption = (grid: FatigueGrid, palette: Palette) => ({
  ...base(palette),
  tooltip: {
    ...base(palette).tooltip,
    formatter: ({ dataIndex }: { dataIndex: number }) => tip(grid, grid.cells[dataIndex]),
  },
  grid: { left: 8, right: 12, top: 8, bottom: 4, outerBoundsMode: 'same' },
  xAxis: { ...categoryAxis(palette, grid.days.map(dayLabel)), splitArea: { show: false } },
  yAxis: {
    ...categoryAxis(palette, grid.families.map(short)),
    inverse: true,
    axisLine: { show: false },
    axisLabel: { color: palette.dimmed, fontSize: 12, interval: 0 },
  },
  series: [
    {
      type: 'heatmap',
      itemStyle: { borderColor: palette.surface, borderWidth: 2, borderRadius: 4 },
      label: { show: true, color: palette.text, fontSize: 12, formatter: mark },
      data: grid.cells.map((cell) => ({
        value: [cell.day, cell.family, cell.uses],
        itemStyle: { color: fill(palette, cell.filled) },
      })),
    },
  ],
});

const mark = ({ value }: { value: readonly number[] }): string =>
  value[2] === undefined || value[2] === 0 ? '' : value[2] === 1 ? '●' : `${value[2]}`;

/** Fresh cells are as the surface; from green to red the fuller the window is. */
const fill = (palette: Palette, filled: number): string =>
  filled === 0
    ? palette.line
    : (palette.scale[filled >= 1 ? 0 : filled >= 0.6 ? 2 : 4] ?? palette.muted);

const tip = ({ days, families }: FatigueGrid, cell: FatigueCell | undefined): string =>
  cell === undefined
    ? ''
    : `${escape(families[cell.family] ?? '')}<br>${dayLabel(days[cell.day] ?? '')}: ` +
      `<b>${plural(cell.uses, 'use')}</b>, ${cell.inWindow} in the window that ends then` +
      (cell.filled >= 1 ? '<br><b>fatigued</b>' : '');

export const fatigueTable = ({ days, families, cells }: FatigueGrid): ChartTable => ({
  head: ['Template', ...days.map(dayLabel)],
  rows: families.map((name, family) => [
    name,
    ...cells.filter((cell) => cell.family === family).map(({ inWindow }) => inWindow),
  ]),
});

/** The chart in one sentence. */
export function fatigueLabel({ days, cells, families }: FatigueGrid): string {
  const tired = cells.filter(({ day, filled }) => day === days.length - 1 && filled >= 1).length;
  return `Uses of ${plural(families.length, 'template')} in ${days.length} days; ${tired} fatigued now`;
}
