import type { CatalogueCounts } from '../../api/types';
import { base, categoryAxis, grid, valueAxis } from '../../charts/axes';
import type { ChartTable } from '../../charts/Chart';
import { scoreColor, type Palette } from '../../charts/palette';

type Distribution = Pick<CatalogueCounts, 'quality_histogram' | 'unmeasured'>;

const bins = ({ quality_histogram }: Distribution) => {
  const width = 1 / quality_histogram.length;
  return quality_histogram.map((patterns, bin) => ({
    name: `${(bin * width).toFixed(1)}–${((bin + 1) * width).toFixed(1)}`,
    middle: (bin + 0.5) * width,
    patterns,
  }));
};

/** On the axis a bin is named by where it begins. */
const axisName = (name: string): string => name.split('–')[0] ?? name;

/** The histogram of scores; what was not measured stands apart behind a gap, since it is not a score of 0. */
export function qualityOption(counts: Distribution, palette: Palette) {
  const scores = bins(counts);
  const bar = { borderRadius: [4, 4, 0, 0] };
  return {
    ...base(palette),
    tooltip: { ...base(palette).tooltip, trigger: 'item' },
    grid,
    xAxis: {
      ...categoryAxis(palette, [...scores.map(({ name }) => name), '', 'unmeasured']),
      axisLabel: { color: palette.dimmed, fontSize: 12, interval: 0, formatter: axisName },
    },
    yAxis: valueAxis(palette),
    series: [
      {
        type: 'bar',
        barCategoryGap: '18%',
        data: [
          ...scores.map(({ patterns, middle }) => ({
            value: patterns,
            itemStyle: { ...bar, color: scoreColor(palette, middle) },
          })),
          null,
          { value: counts.unmeasured, itemStyle: { ...bar, color: palette.muted } },
        ],
      },
    ],
  };
}

export const qualityTable = (counts: Distribution): ChartTable => ({
  head: ['Score', 'Patterns'],
  rows: [
    ...bins(counts).map(({ name, patterns }) => [name, patterns]),
    ['unmeasured', counts.unmeasured],
  ],
});

export function qualityLabel(counts: Distribution): string {
  const measured = counts.quality_histogram.reduce((sum, patterns) => sum + patterns, 0);
  return `Quality of ${measured} measured patterns in bins of a tenth, and ${counts.unmeasured} unmeasured`;
}
