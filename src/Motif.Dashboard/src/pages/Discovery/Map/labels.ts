import type { MapLabel } from '../../../api/types';
import { toScreen, type Camera, type Size } from './camera';

/** A name where it stands on the screen. */
export interface PlacedLabel {
  readonly label: MapLabel;
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

export const labelHeight = 20;
export const longestLabel = 250;
const gap = 4;

/** From how many times the whole on a level is written. */
const from: Readonly<Record<MapLabel['level'], number>> = { macro: 0, meso: 1.6, micro: 6 };
const order: readonly MapLabel['level'][] = ['macro', 'meso', 'micro'];

/**
 * The names that have room, wider neighbourhoods and larger ones first: no two of their boxes overlap, whatever the zoom. As one
 * comes nearer macros give way to mesos and these to micros.
 */
export function placeLabels(
  labels: readonly MapLabel[],
  camera: Camera,
  whole: Camera,
  size: Size,
  widthOf: (text: string) => number,
): readonly PlacedLabel[] {
  const nearness = camera.scale / whole.scale;
  const levels = order.filter((level) => nearness >= from[level]);
  const shown = levels.slice(-2);
  const placed: PlacedLabel[] = [];
  for (const label of [...labels]
    .filter(({ level }) => shown.includes(level))
    .sort((a, b) => shown.indexOf(a.level) - shown.indexOf(b.level) || b.items - a.items)) {
    const [x, y] = toScreen(camera, size, label.x, label.y);
    const width = Math.min(longestLabel, widthOf(label.label));
    const box = { label, left: x - width / 2, top: y - labelHeight / 2, width };
    const isInside =
      box.left >= 0 &&
      box.left + width <= size.width &&
      box.top >= 0 &&
      box.top + labelHeight <= size.height;
    if (isInside && !placed.some((other) => overlaps(box, other))) placed.push(box);
  }
  return placed;
}

export const overlaps = (a: PlacedLabel, b: PlacedLabel): boolean =>
  a.left < b.left + b.width + gap &&
  b.left < a.left + a.width + gap &&
  Math.abs(a.top - b.top) < labelHeight + gap;
