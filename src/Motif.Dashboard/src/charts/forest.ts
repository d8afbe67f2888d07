import type { Finding } from '../api/types';
import { times } from '../format/numbers';
import { base, categoryAxis, escape } from './axes';
import type { ChartTable } from './Chart';
import type { Palette } from './palette';

/** Longer names would leave no room for the intervals. */
const longestName = 36;

/** On a narrow page names give way to the intervals. */
const [wideName, narrowName] = [260, 120];

const rowHeight = 26;
const frameHeight = 56;

export const forestHeight = (findings: readonly Finding[]): number =>
  frameHeight + rowHeight * findings.length;

const marks: Readonly<Record<string, string>> = {
  question: 'has a question mark',
  exclamation: 'has an exclamation mark',
  colon: 'has a colon',
  quote: 'has a quote',
  ellipsis: 'has an ellipsis',
  number: 'has a number',
  'list number': 'begins with a number',
  emoji: 'has an emoji',
};

/** What a finding is about, without the name of its family where the value says it. */
export const traitName = ({ feature }: Pick<Finding, 'feature'>): string => {
  const colon = feature.indexOf(':');
  const [family, value] = [feature.slice(0, colon), feature.slice(colon + 1)];
  switch (family) {
    case 'phrase':
      return `“${value}”`;
    case 'start':
      return `begins “${value}”`;
    case 'end':
      return `ends “${value}”`;
    case 'skeleton':
      return value.replace(/\{[a-z0-9_]+\}/gi, '…');
    case 'attribute':
      return value.replace('=', ': ');
    case 'timing':
      return value;
    case 'mark':
      return marks[value] ?? `has ${value}`;
    default:
      return `${family}: ${value}`;
  }
};

/** The first of the words that its neighbourhood is called by: the others stand in tooltip and table. */
const where = ({ cluster_id, scope }: Finding): string =>
  cluster_id === null ? '' : ` in ${scope.split(' · ')[0] ?? ''}`;

const short = (name: string): string =>
  name.length <= longestName ? name : `${name.slice(0, longestName - 1)}…`;

interface RenderApi {
  value(dimension: number): number;
  coord(point: readonly [number, number]): [number, number];
}

/**
 * A forest plot: one row a finding, a square where it was measured over all items, a line for its 95 % interval, and a hollow
 * circle for what the later items showed alone. The scale is logarithmic, so that half and double are as far from 1.
 */
export const forestOption = (
  findings: readonly Finding[],
  palette: Palette,
  color: (finding: Finding) => string,
  isNarrow = false,
) => ({
  ...base(palette),
  tooltip: {
    ...base(palette).tooltip,
    formatter: ({ dataIndex }: { dataIndex: number }) => tip(findings[dataIndex]),
  },
  grid: { left: 8, right: 24, top: 8, bottom: 4, outerBoundsMode: 'same' },
  xAxis: {
    type: 'log',
    logBase: 2,
    ...range(findings),
    axisLabel: {
      color: palette.dimmed,
      fontSize: 12,
      hideOverlap: true,
      formatter: (value: number) => times(value),
    },
    splitLine: { lineStyle: { color: palette.line } },
  },
  yAxis: {
    ...categoryAxis(
      palette,
      findings.map((finding) => short(`${traitName(finding)}${where(finding)}`)),
    ),
    inverse: true,
    axisLine: { show: false },
    axisLabel: {
      color: palette.text,
      fontSize: 12,
      interval: 0,
      width: isNarrow ? narrowName : wideName,
      overflow: 'truncate',
    },
  },
  series: [
    {
      type: 'custom',
      encode: { x: [1, 2, 3, 4], y: 0 },
      data: findings.map((finding, row) => ({
        value: [
          row,
          finding.multiplier,
          finding.ci95.low,
          finding.ci95.high,
          finding.later?.multiplier ?? Number.NaN,
        ],
        itemStyle: { color: color(finding) },
      })),
      renderItem: (_: unknown, drawn: RenderApi & { visual(name: string): string }) =>
        row(drawn, palette),
    },
  ],
});

function row(drawn: RenderApi & { visual(name: string): string }, palette: Palette) {
  const at = (dimension: number) => drawn.coord([drawn.value(dimension), drawn.value(0)]);
  const [x, y] = at(1);
  const [low] = at(2);
  const [high] = at(3);
  const color = drawn.visual('color');
  const [one, top] = drawn.coord([1, drawn.value(0)]);
  const later = drawn.value(4);
  return {
    type: 'group',
    children: [
      line(one, top - rowHeight / 2, one, top + rowHeight / 2, palette.dimmed, 1),
      line(low, y, high, y, color, 2.5),
      line(low, y - 4, low, y + 4, color, 2),
      line(high, y - 4, high, y + 4, color, 2),
      { type: 'rect', shape: { x: x - 4, y: y - 4, width: 8, height: 8 }, style: { fill: color } },
      ...(Number.isFinite(later)
        ? [
            {
              type: 'circle',
              shape: { cx: at(4)[0], cy: y, r: 5 },
              style: { fill: 'none', stroke: palette.text, lineWidth: 1.5 },
            },
          ]
        : []),
    ],
  };
}

const line = (
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  stroke: string,
  lineWidth: number,
) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke, lineWidth } });

/** Half and double at least, and every interval; what later items showed may stick out where it is far off. */
const range = (findings: readonly Finding[]) => ({
  min: Math.min(0.5, ...findings.map(({ ci95 }) => ci95.low)) * 0.97,
  max: Math.max(2, ...findings.map(({ ci95 }) => ci95.high)) * 1.03,
});

const tip = (finding: Finding | undefined): string =>
  finding === undefined
    ? ''
    : `<b>${escape(traitName(finding))}</b> in ${escape(finding.scope)}<br>` +
      `${times(finding.multiplier)}, 95 %: ${times(finding.ci95.low)} to ${times(finding.ci95.high)}<br>` +
      (finding.later === null
        ? 'nothing to compare in later items'
        : `later items alone: ${times(finding.later.multiplier)}`);

export const forestTable = (findings: readonly Finding[]): ChartTable => ({
  head: ['Trait', 'In', 'Times', 'From', 'To', 'Later', 'State'],
  rows: findings.map((finding) => [
    traitName(finding),
    finding.scope,
    times(finding.multiplier),
    times(finding.ci95.low),
    times(finding.ci95.high),
    finding.later === null ? '–' : times(finding.later.multiplier),
    finding.state,
  ]),
});
