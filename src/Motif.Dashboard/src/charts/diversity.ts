import type { DiversityDay } from '../api/types';
import { plural, score } from '../format/numbers';
import { base, categoryAxis, dayLabel, grid, legend, valueAxis } from './axes';
import type { ChartTable } from './Chart';
import type { Palette } from './palette';

type Days = readonly DiversityDay[];

const effective = (value: number | null): string => (value === null ? '–' : value.toFixed(1));

/** Different templates of the window, and how many equally used ones would be as varied; a window without a post is a gap. */
export const diversityOption = (days: Days, palette: Palette) => ({
  ...base(palette),
  tooltip: {
    ...base(palette).tooltip,
    trigger: 'axis',
    formatter: (points: readonly { dataIndex: number }[]) => tip(days[points[0]?.dataIndex ?? 0]),
  },
  legend: legend(palette),
  grid: { ...grid, top: 32 },
  xAxis: categoryAxis(
    palette,
    days.map(({ day }) => dayLabel(day)),
  ),
  yAxis: { ...valueAxis(palette), min: 0 },
  series: [
    {
      ...line('as varied as', palette.primary, 'solid'),
      symbol: 'circle',
      data: days.map(({ effective_families }) => effective_families),
    },
    {
      ...line('different templates', palette.muted, 'dashed'),
      symbol: 'none',
      data: days.map(({ families, uses }) => (uses === 0 ? null : families)),
    },
  ],
});

const line = (name: string, color: string, type: string) => ({
  name,
  type: 'line',
  connectNulls: false,
  symbolSize: 6,
  itemStyle: { color },
  lineStyle: { color, width: 2, type },
});

const tip = (day: DiversityDay | undefined): string =>
  day === undefined
    ? ''
    : day.uses === 0
      ? `${dayLabel(day.day)}<br>nothing posted in the window`
      : `${dayLabel(day.day)}: ${plural(day.uses, 'post')} of ${plural(day.families, 'template')}<br>` +
        `as varied as <b>${effective(day.effective_families)}</b> used equally often` +
        (day.score === null ? '' : `<br>${score(day.score)} of what is possible`);

export const diversityTable = (days: Days): ChartTable => ({
  head: ['Window that ends', 'Posts', 'Templates', 'As varied as', 'Of what is possible'],
  rows: days.map((day) => [
    dayLabel(day.day),
    day.uses,
    day.families,
    effective(day.effective_families),
    day.score === null ? '–' : score(day.score),
  ]),
});

/** The chart in one sentence. */
export function diversityLabel(days: Days): string {
  const last = days.at(-1);
  return last === undefined || last.effective_families === null
    ? `Diversity over ${days.length} days; nothing is posted in the window now`
    : `Diversity over ${days.length} days; now as varied as ${effective(last.effective_families)} templates used equally often`;
}
