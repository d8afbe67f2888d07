import type { UsageDay } from '../api/types';
import { base, categoryAxis, grid, legend, valueAxis } from './axes';
import type { ChartTable } from './Chart';
import type { Palette } from './palette';

const dayName = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** Uses as bars; exposures as a line, since being shown is not being used. */
export const usageOption = (days: readonly UsageDay[], palette: Palette) => ({
  ...base(palette),
  tooltip: { ...base(palette).tooltip, trigger: 'axis' },
  legend: legend(palette),
  grid: { ...grid, top: 36 },
  xAxis: categoryAxis(
    palette,
    days.map(({ day }) => dayName.format(new Date(`${day}T00:00:00Z`))),
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
      name: 'exposures',
      type: 'line',
      data: days.map(({ exposures }) => exposures),
      symbol: 'none',
      lineStyle: { color: palette.muted, width: 2 },
      itemStyle: { color: palette.muted },
    },
  ],
});

export const usageTable = (days: readonly UsageDay[]): ChartTable => ({
  head: ['Day', 'Uses', 'Exposures', 'Successes', 'Failures'],
  rows: days.map((d) => [d.day, d.uses, d.exposures, d.successes, d.failures]),
});

/** The chart in one sentence. */
export function usageLabel(days: readonly UsageDay[]): string {
  const uses = days.reduce((sum, day) => sum + day.uses, 0);
  const exposures = days.reduce((sum, day) => sum + day.exposures, 0);
  return `Usage in ${days.length} days: ${uses} uses, ${exposures} exposures`;
}
