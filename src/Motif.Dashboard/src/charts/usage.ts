import type { UsageDay } from '../api/types';
import { base, categoryAxis, dayLabel, grid, legend, valueAxis } from './axes';
import type { ChartTable } from './Chart';
import { plural } from '../format/numbers';
import type { Palette } from './palette';

/** A picture of fewer days is no picture. */
const fewestDays = 7;

/** The days from the first on which anything happened: what lies before are only zeros. */
export function fromFirst(days: readonly UsageDay[]): readonly UsageDay[] {
  const first = days.findIndex(({ uses, exposures }) => uses > 0 || exposures > 0);
  return days.slice(Math.max(0, Math.min(first, days.length - fewestDays)));
}

/** Uses as bars; exposures as a line, since being shown is not being used. */
export const usageOption = (days: readonly UsageDay[], palette: Palette) => ({
  ...base(palette),
  tooltip: { ...base(palette).tooltip, trigger: 'axis' },
  legend: legend(palette),
  grid: { ...grid, top: 36 },
  xAxis: categoryAxis(
    palette,
    days.map(({ day }) => dayLabel(day)),
  ),
  yAxis: valueAxis(palette),
  series: [
    {
      name: 'uses',
      type: 'bar',
      data: days.map(({ uses }) => uses),
      itemStyle: { color: palette.primary, borderRadius: [3, 3, 0, 0] },
      barMaxWidth: 22,
    },
    {
      name: 'shown in matches',
      type: 'line',
      data: days.map(({ exposures }) => exposures),
      symbol: 'none',
      lineStyle: { color: palette.muted, width: 2 },
      itemStyle: { color: palette.muted },
    },
  ],
});

export const usageTable = (days: readonly UsageDay[]): ChartTable => ({
  head: ['Day', 'Uses', 'Shown', 'Worked', 'Failed'],
  rows: days.map((d) => [d.day, d.uses, d.exposures, d.successes, d.failures]),
});

/** The chart in one sentence. */
export function usageLabel(days: readonly UsageDay[]): string {
  const uses = days.reduce((sum, day) => sum + day.uses, 0);
  const exposures = days.reduce((sum, day) => sum + day.exposures, 0);
  return `Usage in ${days.length} days: ${plural(uses, 'use')}, shown ${plural(exposures, 'time')}`;
}
