import type { MapSheet } from '../../../api/types';
import type { Palette } from '../../../charts/palette';
import type { Legend } from './legend';

const dimmedAlpha = 60;
const fullAlpha = 235;

type Rgb = readonly [number, number, number];

const rgb = (hex: string): Rgb => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

/** Four bytes a point: what does not pass the filter, or is not among the chosen, is grey. */
export function paint(
  legend: Legend,
  palette: Palette,
  passes: Uint8Array,
  chosen: Uint8Array | null,
): Uint8Array {
  const muted = rgb(palette.muted);
  const byCode = new Array<Rgb>(65_537).fill(muted);
  for (const { colour, codes } of legend.entries) byCode.fill(rgb(colour), ...codes);
  const colours = new Uint8Array(4 * legend.codes.length);
  for (let i = 0; i < legend.codes.length; i++) {
    const isShown = passes[i] === 1 && (chosen === null || chosen[i] === 1);
    const [r, g, b] = isShown ? (byCode[legend.codes[i] ?? 0] ?? muted) : muted;
    colours[4 * i] = r;
    colours[4 * i + 1] = g;
    colours[4 * i + 2] = b;
    colours[4 * i + 3] = isShown ? fullAlpha : dimmedAlpha;
  }
  return colours;
}

/** The neighbourhoods that have a point which passes; names of all others fade. */
export function shownClusters(
  sheet: MapSheet,
  cluster: Uint16Array,
  passes: Uint8Array,
): ReadonlySet<string> {
  const isShown = new Uint8Array(65_536);
  for (let i = 0; i < cluster.length; i++) if (passes[i] === 1) isShown[cluster[i] ?? 0] = 1;
  const mesos = sheet.labels.filter(({ level }) => level === 'meso');
  const shown = new Set<string>();
  for (const [place, meso] of mesos.entries())
    if (isShown[place] === 1) {
      shown.add(meso.cluster_id);
      if (meso.parent_id !== null) shown.add(meso.parent_id);
    }
  for (const { level, cluster_id: id, parent_id: parent } of sheet.labels)
    if (level === 'micro' && parent !== null && shown.has(parent)) shown.add(id);
  return shown;
}
