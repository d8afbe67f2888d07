import type { MapSheet } from '../../../api/types';
import { scoreColor, type Palette } from '../../../charts/palette';
import { share, type Points } from './points';

export const colourings = ['neighbourhood', 'performance'] as const;

/** What a point's colour says. */
export type Colouring = (typeof colourings)[number];

const dimmedAlpha = 60;
const fullAlpha = 235;

type Rgb = readonly [number, number, number];

const rgb = (hex: string): Rgb => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

/** The colour of each meso: neighbours on the list differ, so that a macro's parts can be told apart. */
export const clusterColour = (palette: Palette, place: number): string =>
  palette.series[place % palette.series.length] ?? palette.muted;

/** Four bytes a point: what does not pass the filter, or is not among the chosen, is grey. */
export function paint(
  points: Points,
  palette: Palette,
  colouring: Colouring,
  passes: Uint8Array,
  chosen: Uint8Array | null,
): Uint8Array {
  const series = palette.series.map(rgb);
  const muted = rgb(palette.muted);
  const colours = new Uint8Array(4 * points.count);
  for (let i = 0; i < points.count; i++) {
    const isShown = passes[i] === 1 && (chosen === null || chosen[i] === 1);
    const [r, g, b] = !isShown
      ? muted
      : colouring === 'neighbourhood'
        ? (series[(points.cluster[i] ?? 0) % series.length] ?? muted)
        : performance(palette, points.value[i] ?? 0);
    colours[4 * i] = r;
    colours[4 * i + 1] = g;
    colours[4 * i + 2] = b;
    colours[4 * i + 3] = isShown ? fullAlpha : dimmedAlpha;
  }
  return colours;
}

/** From a quarter of the usual to four times it: what lies beyond looks like its end. */
const steepness = 2.2;

const performance = (palette: Palette, value: number): Rgb => {
  const place = share(value);
  if (place === null) return rgb(palette.muted);
  const stretched = Math.min(0.999, Math.max(0, 0.5 + (place - 0.5) * steepness));
  return rgb(scoreColor(palette, stretched));
};

/** Places of the mesos that are shown in a filter, for the names on the map. */
export const isFaded = (
  sheet: MapSheet,
  mesos: ReadonlySet<number> | null,
  cluster: string,
): boolean =>
  mesos !== null &&
  !sheet.labels
    .filter(({ level }) => level === 'meso')
    .some(
      (meso, place) =>
        mesos.has(place) &&
        (meso.cluster_id === cluster ||
          meso.parent_id === cluster ||
          sheet.labels.some(
            (label) => label.cluster_id === cluster && label.parent_id === meso.cluster_id,
          )),
    );
