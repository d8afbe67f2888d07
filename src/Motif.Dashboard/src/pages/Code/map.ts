import type { Pattern } from '../../api/types';
import { base, escape, grid, valueAxis } from '../../charts/axes';
import type { ChartTable } from '../../charts/Chart';
import { scoreColor, type Palette } from '../../charts/palette';
import { plural, score, title } from '../../format/numbers';

/** What makes a pattern stand high or large. */
export interface Measure {
  readonly name: string;
  readonly of: (pattern: Pattern) => number;
}

/** The places of a pattern of code, as its body counts them. */
function placesOf({ body }: Pattern): number {
  const { occurrence_count: count } = body as { occurrence_count?: unknown };
  return typeof count === 'number' ? count : 0;
}

export const measures = {
  uses: { name: 'uses', of: (pattern: Pattern) => pattern.usage.uses },
  places: { name: 'places', of: placesOf },
} as const satisfies Record<string, Measure>;

/** The pattern used most; where nobody recorded a use, the one that stands in most places. */
export function mostKnown(patterns: readonly Pattern[]): Pattern | undefined {
  return [...patterns].sort(
    (a, b) => measures.uses.of(b) - measures.uses.of(a) || placesOf(b) - placesOf(a),
  )[0];
}

const tip = (pattern: Pattern): string =>
  `<b>${escape(pattern.name)}</b><br>${escape(title(pattern.pattern_type))}<br>` +
  `quality ${score(pattern.quality.score)} · ${plural(placesOf(pattern), 'place')} · ` +
  plural(pattern.usage.uses, 'use');

const colorOf = (pattern: Pattern, palette: Palette): string =>
  pattern.quality.score === null ? palette.muted : scoreColor(palette, pattern.quality.score);

/** A step aside that is always the same for the same pattern, so that equal points do not hide each other. */
function aside(patternId: string): number {
  let hash = 0;
  for (const sign of patternId) hash = (hash * 31 + sign.charCodeAt(0)) % 9973;
  return hash / 9973 - 0.5;
}

/** Quality to the right, the measure upward (logarithmic, since few have much). The unmeasured have no place on it. */
export function scatterOption(patterns: readonly Pattern[], measure: Measure, palette: Palette) {
  const axis = { nameLocation: 'middle', nameTextStyle: { color: palette.dimmed, fontSize: 12 } };
  return {
    ...base(palette),
    grid: { ...grid, left: 34, bottom: 30 },
    xAxis: {
      ...valueAxis(palette),
      ...axis,
      name: 'quality',
      nameGap: 28,
      min: 0,
      max: 1,
      minInterval: 0.1,
    },
    yAxis: {
      ...valueAxis(palette),
      ...axis,
      name: `${measure.name} + 1`,
      nameGap: 30,
      type: 'log',
      min: 0.8,
      axisLabel: { ...valueAxis(palette).axisLabel, showMinLabel: false },
    },
    series: [
      {
        type: 'scatter',
        large: patterns.length > 5000,
        symbolSize: 10,
        data: patterns
          .filter((pattern) => pattern.quality.score !== null)
          .map((pattern) => ({
            name: pattern.name,
            patternId: pattern.pattern_id,
            value: [
              pattern.quality.score,
              (measure.of(pattern) + 1) * (1 + 0.12 * aside(pattern.pattern_id)),
            ],
            itemStyle: {
              color: colorOf(pattern, palette),
              opacity: 0.75,
              borderColor: palette.surface,
            },
            tooltip: { formatter: tip(pattern) },
          })),
      },
    ],
  };
}

/** Types as fields, patterns inside; area is the measure + 1, so that nothing vanishes, and colour quality. */
export function treemapOption(patterns: readonly Pattern[], measure: Measure, palette: Palette) {
  const types = new Map<string, Pattern[]>();
  for (const pattern of patterns)
    types.set(pattern.pattern_type, [...(types.get(pattern.pattern_type) ?? []), pattern]);
  return {
    ...base(palette),
    series: [
      {
        type: 'treemap',
        roam: false,
        nodeClick: false,
        breadcrumb: { show: false },
        left: 0,
        right: 0,
        top: 0,
        bottom: 0,
        label: { fontSize: 12, overflow: 'truncate', color: '#10131c' },
        upperLabel: { show: true, height: 24, color: palette.text, fontWeight: 600 },
        itemStyle: { borderColor: palette.surface, gapWidth: 2, borderWidth: 1 },
        levels: [
          { itemStyle: { borderWidth: 0, gapWidth: 6 }, upperLabel: { show: false } },
          { itemStyle: { borderColor: palette.line, borderWidth: 3, gapWidth: 2 } },
        ],
        data: [...types]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([type, members]) => ({
            name: title(type),
            children: members.map((pattern) => ({
              name: pattern.name,
              patternId: pattern.pattern_id,
              value: measure.of(pattern) + 1,
              itemStyle: { color: colorOf(pattern, palette) },
              tooltip: { formatter: tip(pattern) },
            })),
          })),
      },
    ],
  };
}

export const mapTable = (patterns: readonly Pattern[]): ChartTable => ({
  head: ['Pattern', 'Type', 'Quality', 'Places', 'Uses'],
  rows: patterns.map((pattern) => [
    pattern.name,
    title(pattern.pattern_type),
    score(pattern.quality.score),
    placesOf(pattern),
    pattern.usage.uses,
  ]),
});
