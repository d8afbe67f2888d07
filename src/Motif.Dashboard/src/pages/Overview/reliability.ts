import type { ConfidenceReliability } from '../../api/types';
import { base, categoryAxis, grid, legend, valueAxis } from '../../charts/axes';
import type { ChartTable } from '../../charts/Chart';
import { scoreColor, type Palette } from '../../charts/palette';

type Reliability = Pick<ConfidenceReliability, 'diagram'>;

const bins = ({ diagram }: Reliability) =>
  diagram.bins.map((bin) => ({ ...bin, name: `${bin.from.toFixed(1)}–${bin.to.toFixed(1)}` }));

/** Bars of what was delivered, a line of what was promised; a bin without outcomes stays empty. */
export const reliabilityOption = (data: Reliability, palette: Palette) => ({
  ...base(palette),
  tooltip: { ...base(palette).tooltip, trigger: 'axis' },
  legend: legend(palette),
  grid: { ...grid, top: 36 },
  xAxis: categoryAxis(
    palette,
    bins(data).map(({ name }) => name),
  ),
  yAxis: { ...valueAxis(palette), min: 0, max: 1, minInterval: 0.2 },
  series: [
    {
      name: 'Worked',
      type: 'bar',
      barCategoryGap: '18%',
      data: bins(data).map(({ useful }) =>
        useful === null
          ? null
          : {
              value: useful,
              itemStyle: { borderRadius: [4, 4, 0, 0], color: scoreColor(palette, useful) },
            },
      ),
    },
    {
      name: 'Shown confidence',
      type: 'line',
      connectNulls: true,
      symbolSize: 8,
      itemStyle: { color: palette.dimmed },
      lineStyle: { color: palette.dimmed, type: 'dashed' },
      data: bins(data).map(({ mean_confidence }) => mean_confidence),
    },
  ],
});

export const reliabilityTable = (data: Reliability): ChartTable => ({
  head: ['Confidence', 'Judged results', 'Shown on average', 'Worked'],
  rows: bins(data).map(({ name, count, mean_confidence, useful }) => [
    name,
    count,
    mean_confidence?.toFixed(2) ?? '–',
    useful?.toFixed(2) ?? '–',
  ]),
});

export const reliabilityLabel = ({ diagram }: Reliability): string =>
  `Share of useful results by confidence in bins of a tenth, over ${diagram.count} judged results`;
