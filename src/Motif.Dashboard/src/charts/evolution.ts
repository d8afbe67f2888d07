import type { ConfidenceChange } from '../api/types';
import { percent, words } from '../format/numbers';
import { base, categoryAxis, grid, valueAxis } from './axes';
import type { ChartTable } from './Chart';
import type { Palette } from './palette';

/** As the API lists them: the newest first. */
type Changes = readonly ConfidenceChange[];

export const evolutionOption = (changes: Changes, palette: Palette) => {
  const inOrder = [...changes].reverse();
  return {
    ...base(palette),
    tooltip: { ...base(palette).tooltip, trigger: 'axis' },
    grid,
    xAxis: categoryAxis(
      palette,
      inOrder.map(({ at }) => at.slice(0, 16).replace('T', ' ')),
    ),
    yAxis: {
      ...valueAxis(palette),
      min: 0,
      max: 1,
      minInterval: 0.25,
      axisLabel: { ...valueAxis(palette).axisLabel, formatter: percent },
    },
    series: [
      {
        name: 'confidence',
        type: 'line',
        step: 'end',
        symbolSize: 6,
        itemStyle: { color: palette.primary },
        lineStyle: { color: palette.primary, width: 2 },
        data: inOrder.map((change) => change.new),
      },
    ],
  };
};

export const evolutionTable = (changes: Changes): ChartTable => ({
  head: ['When', 'From', 'To', 'Why', 'Who'],
  rows: changes.map((change) => [
    change.at.slice(0, 16).replace('T', ' '),
    percent(change.old),
    percent(change.new),
    words(change.reason),
    change.actor,
  ]),
});
