import type { WhatIfPoint } from '../api/types';
import { percent } from '../format/numbers';
import { base, grid, valueAxis } from './axes';
import type { ChartTable } from './Chart';
import type { Palette } from './palette';

type Points = readonly WhatIfPoint[];

/** Precision over the share that would be sent, one point for each threshold. */
export const automationOption = (points: Points, palette: Palette) => {
  const known = points.filter(({ precision }) => precision != null);
  const axis = {
    ...valueAxis(palette),
    min: 0,
    max: 1,
    minInterval: 0.25,
    axisLabel: { ...valueAxis(palette).axisLabel, formatter: percent },
  };
  return {
    ...base(palette),
    tooltip: {
      ...base(palette).tooltip,
      trigger: 'item',
      formatter: ({ dataIndex }: { dataIndex: number }) => tip(known[dataIndex]),
    },
    grid,
    xAxis: { ...axis, name: 'would be sent' },
    yAxis: { ...axis, min: 0.5, name: 'right' },
    series: [
      {
        name: 'precision',
        type: 'line',
        symbolSize: 7,
        itemStyle: { color: palette.primary },
        lineStyle: { color: palette.primary, width: 2 },
        data: known.map(({ automated, precision }) => [automated, precision]),
      },
    ],
  };
};

const tip = (point: WhatIfPoint | undefined): string =>
  point?.precision == null
    ? ''
    : `from ${point.threshold.toFixed(2)}<br><b>${percent(point.automated)}</b> sent, ` +
      `<b>${percent(point.precision)}</b> of ${point.labels} right`;

export const automationTable = (points: Points): ChartTable => ({
  head: ['From', 'Would be sent', 'Right', 'Labels'],
  rows: points.map(({ threshold, automated, precision, labels }) => [
    threshold.toFixed(2),
    percent(automated),
    precision == null ? '–' : percent(precision),
    labels,
  ]),
});
