import type { MapSheet } from '../../../api/types';

/** What part of the map is seen: the middle of the view, and how many pixels one unit is. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const margin = 0.92;
const mostZoom = 200;

/** Shows everything. */
export function fit(bounds: MapSheet['bounds'], { width, height }: Size): Camera {
  if (bounds === null) return { x: 0, y: 0, scale: 1 };
  const across = Math.max(bounds.right - bounds.left, 1e-6);
  const down = Math.max(bounds.bottom - bounds.top, 1e-6);
  return {
    x: (bounds.left + bounds.right) / 2,
    y: (bounds.top + bounds.bottom) / 2,
    scale: margin * Math.min(width / across, height / down),
  };
}

export const toScreen = (
  { x, y, scale }: Camera,
  { width, height }: Size,
  px: number,
  py: number,
): [number, number] => [width / 2 + (px - x) * scale, height / 2 + (py - y) * scale];

export const toMap = (
  { x, y, scale }: Camera,
  { width, height }: Size,
  sx: number,
  sy: number,
): [number, number] => [x + (sx - width / 2) / scale, y + (sy - height / 2) / scale];

/** Moved by pixels. */
export const pan = (camera: Camera, dx: number, dy: number): Camera => ({
  ...camera,
  x: camera.x - dx / camera.scale,
  y: camera.y - dy / camera.scale,
});

/** Nearer or farther, with the place under the pointer staying under it. */
export function zoom(
  camera: Camera,
  size: Size,
  whole: Camera,
  factor: number,
  [sx, sy]: readonly [number, number],
): Camera {
  const scale = Math.min(
    mostZoom * whole.scale,
    Math.max(0.5 * whole.scale, camera.scale * factor),
  );
  const [mx, my] = toMap(camera, size, sx, sy);
  return {
    x: mx - (sx - size.width / 2) / scale,
    y: my - (sy - size.height / 2) / scale,
    scale,
  };
}

/** Two fingers: nearer by as much as they part, with the place between them staying between them. */
export function pinch(
  camera: Camera,
  size: Size,
  whole: Camera,
  before: readonly [Finger, Finger],
  after: readonly [Finger, Finger],
): Camera {
  const from = between(before);
  const to = between(after);
  // Fingers upon each other have no distance to compare with.
  const factor = Math.max(apart(after), 1) / Math.max(apart(before), 1);
  return zoom(pan(camera, to.x - from.x, to.y - from.y), size, whole, factor, [to.x, to.y]);
}

/** Where one touches the map, in pixels of it. */
export interface Finger {
  readonly x: number;
  readonly y: number;
}

const between = ([a, b]: readonly [Finger, Finger]): Finger => ({
  x: (a.x + b.x) / 2,
  y: (a.y + b.y) / 2,
});

const apart = ([a, b]: readonly [Finger, Finger]): number => Math.hypot(a.x - b.x, a.y - b.y);
