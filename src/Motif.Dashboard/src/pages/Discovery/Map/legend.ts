import type { MapAttributeFilter, MapSheet } from '../../../api/types';
import { scoreColor, type Palette } from '../../../charts/palette';
import { performanceName } from './address';
import { bandsOf } from './bands';
import { levelsBelow, type Column, type Gate } from './columns';
import type { Points } from './points';

/** What one colour stands for, and what is asked of the server where only it is shown. */
export interface LegendEntry {
  readonly title: string;
  readonly colour: string;
  readonly count: number;
  /** Which codes it has: from the first on, below the second. */
  readonly codes: readonly [number, number];
  /** A meso. */
  readonly cluster?: string;
  readonly filter?: Omit<MapAttributeFilter, 'name'>;
}

export interface Legend {
  /** The attribute; null for neighbourhoods. */
  readonly name: string | null;
  readonly codes: Uint16Array;
  readonly entries: readonly LegendEntry[];
}

/** More categories than colours that can be told apart are one. */
const mostCategories = 7;

/** A colour for each meso: neighbours on the list differ, so that a macro's parts can be told apart. */
export function neighbourhoodLegend(points: Points, sheet: MapSheet, palette: Palette): Legend {
  const counts = countsOf(points.cluster);
  return {
    name: null,
    codes: points.cluster,
    entries: sheet.labels
      .filter(({ level }) => level === 'meso')
      .map(({ label, cluster_id: cluster }, place) => ({
        title: label,
        colour: palette.series[place % palette.series.length] ?? palette.muted,
        count: counts[place] ?? 0,
        codes: [place, place + 1],
        cluster,
      })),
  };
}

export function attributeLegend(column: Column, palette: Palette): Legend {
  const { attribute, codes } = column;
  const counts = countsOf(codes);
  const between = ([from, to]: readonly [number, number]) =>
    counts.subarray(from, to).reduce((sum, count) => sum + count, 0);
  const entries = [
    ...(attribute.kind === 'number' || attribute.kind === 'date'
      ? measured(column, palette)
      : listed(column, palette)),
    {
      title: attribute.name === performanceName ? 'no score' : 'not given',
      colour: palette.muted,
      codes: [0, 1] as const,
      filter: { unknown: true },
    },
  ].map((entry) => ({ ...entry, count: between(entry.codes) }));
  return { name: attribute.name, codes, entries: entries.filter(({ count }) => count > 0) };
}

type Uncounted = Omit<LegendEntry, 'count'>;

function measured({ attribute, levels }: Column, palette: Palette): Uncounted[] {
  const bands = bandsOf(attribute);
  const last = Math.max(1, bands.length - 1);
  return bands.map(({ title, min, below }, i) => ({
    title,
    colour:
      attribute.name === performanceName
        ? scoreColor(palette, Math.min(0.999, i / last))
        : (palette.sequence[Math.round((i / last) * (palette.sequence.length - 1))] ??
          palette.muted),
    codes: [
      1 + (min === null ? 0 : levelsBelow(levels, min)),
      1 + (below === null ? levels.length : levelsBelow(levels, below)),
    ],
    filter: { ranges: [{ min, below }] },
  }));
}

function listed({ attribute: { values } }: Column, palette: Palette): Uncounted[] {
  const shown = values.length > mostCategories + 1 ? values.slice(0, mostCategories) : values;
  return [
    ...shown.map((value, place) => ({
      title: value,
      colour: palette.series[place % palette.series.length] ?? palette.muted,
      codes: [place + 1, place + 2] as const,
      filter: { values: [value] },
    })),
    {
      title: 'all others',
      colour: palette.series.at(-1) ?? palette.muted,
      codes: [shown.length + 1, values.length + 2] as const,
      filter: { values: values.slice(shown.length), others: true },
    },
  ];
}

const countsOf = (codes: Uint16Array): Uint32Array => {
  const counts = new Uint32Array(65_537);
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};

/** Lets through what was not switched off; null where nothing was. */
export function legendGate(legend: Legend, off: ReadonlySet<number>): Gate | null {
  if (off.size === 0) return null;
  const allowed = new Uint8Array(65_537);
  for (const [place, { codes }] of legend.entries.entries())
    if (!off.has(place)) allowed.fill(1, ...codes);
  return { codes: legend.codes, allowed };
}

/** What the server is to let through where entries of an attribute's legend are off; none of it where all are. */
export function legendFilter(
  { name, entries }: Legend,
  off: ReadonlySet<number>,
): MapAttributeFilter | null {
  if (name === null || off.size === 0) return null;
  const on = entries.flatMap(({ filter }, place) =>
    filter === undefined || off.has(place) ? [] : [filter],
  );
  return {
    name,
    values: on.flatMap(({ values }) => values ?? []),
    ranges: on.flatMap(({ ranges }) => ranges ?? []),
    others: on.some(({ others }) => others === true),
    unknown: on.some(({ unknown }) => unknown === true),
  };
}
