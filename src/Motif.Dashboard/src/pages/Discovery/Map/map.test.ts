import { describe, expect, it } from 'vitest';
import type { MapLabel, MapSheet } from '../../../api/types';
import { cameraText, lassoText, readMap } from './address';
import { fit, toMap, toScreen, zoom } from './camera';
import { PointGrid } from './grid';
import { overlaps, placeLabels } from './labels';
import { passing, readPoints, valueOf } from './points';

const size = { width: 800, height: 500 };
const bounds = { left: -10, top: -5, right: 10, bottom: 5 };
const label = (level: MapLabel['level'], id: string, x: number, items: number): MapLabel => ({
  level,
  cluster_id: id,
  parent_id: level === 'macro' ? null : level === 'meso' ? 'M' : 'a',
  label: `${level} ${id}`,
  anchor_item_id: 'i',
  anchor: 0,
  x,
  y: 0,
  bounds,
  items,
});
const labels = [
  label('macro', 'M', 0, 100),
  label('meso', 'a', -4, 60),
  label('meso', 'b', 4, 40),
  ...Array.from({ length: 40 }, (_, i) => label('micro', `u${i}`, (i - 20) / 3, 40 - i)),
];
const sheet: MapSheet = {
  version: 'v',
  points: 4,
  bounds,
  clusters: ['a', 'b'],
  lowest_log: -3,
  highest_log: 3,
  labels,
};

function columns(): ArrayBuffer {
  const bytes = new ArrayBuffer(48);
  new Float32Array(bytes, 0, 4).set([-4, -3, 4, 5]);
  new Float32Array(bytes, 16, 4).set([0, 1, 0, 1]);
  new Uint16Array(bytes, 32, 4).set([0, 0, 1, 1]);
  new Uint16Array(bytes, 40, 4).set([valueOf(2, sheet), 0, valueOf(0.5, sheet), valueOf(1, sheet)]);
  return bytes;
}

describe('the map', () => {
  it('reads its columns, and refuses bytes that are not as many as its points', () => {
    const points = readPoints(columns(), 4);
    expect([...points.x]).toEqual([-4, -3, 4, 5]);
    expect([...points.cluster]).toEqual([0, 0, 1, 1]);
    expect(() => readPoints(columns(), 5)).toThrow(RangeError);
  });

  it('filters by neighbourhood of either level and by performance, the unscored apart', () => {
    const points = readPoints(columns(), 4);
    const all = { cluster: null, minRatio: null, maxRatio: null };
    expect([...passing(points, sheet, all)]).toEqual([1, 1, 1, 1]);
    expect([...passing(points, sheet, { ...all, cluster: 'b' })]).toEqual([0, 0, 1, 1]);
    expect([...passing(points, sheet, { ...all, cluster: 'M' })]).toEqual([1, 1, 1, 1]);
    expect([...passing(points, sheet, { ...all, minRatio: 1 })]).toEqual([1, 0, 0, 1]);
    expect([...passing(points, sheet, { ...all, maxRatio: 1 })]).toEqual([0, 0, 1, 1]);
  });

  it('fits everything, and keeps what is under the pointer while it zooms', () => {
    const whole = fit(bounds, size);
    for (const [x, y] of [
      [-10, -5],
      [10, 5],
    ] as const) {
      const [sx, sy] = toScreen(whole, size, x, y);
      expect(sx).toBeGreaterThanOrEqual(0);
      expect(sx).toBeLessThanOrEqual(size.width);
      expect(sy).toBeGreaterThanOrEqual(0);
      expect(sy).toBeLessThanOrEqual(size.height);
    }
    const before = toMap(whole, size, 600, 100);
    const after = toMap(zoom(whole, size, whole, 3, [600, 100]), size, 600, 100);
    expect(after[0]).toBeCloseTo(before[0]);
    expect(after[1]).toBeCloseTo(before[1]);
  });

  it('writes no name over another at any zoom, and smaller neighbourhoods as one comes nearer', () => {
    const whole = fit(bounds, size);
    const levels = new Set<string>();
    for (const factor of [1, 1.5, 2, 4, 8, 20, 60]) {
      const camera = zoom(whole, size, whole, factor, [400, 250]);
      const placed = placeLabels(labels, camera, whole, size, (text) => 7 * text.length);
      expect(placed.length).toBeGreaterThan(0);
      for (const [i, one] of placed.entries()) {
        levels.add(`${factor} ${one.label.level}`);
        expect(placed.slice(i + 1).some((other) => overlaps(one, other))).toBe(false);
      }
    }
    expect(levels.has('1 macro')).toBe(true);
    expect(levels.has('1 micro')).toBe(false);
    expect(levels.has('8 micro')).toBe(true);
    expect(levels.has('8 macro')).toBe(false);
  });

  it('finds the nearest point that passes, and none that is too far', () => {
    const points = readPoints(columns(), 4);
    const grid = new PointGrid(points, bounds);
    const all = new Uint8Array([1, 1, 1, 1]);
    expect(grid.nearest(-3.9, 0.1, 1, all)).toBe(0);
    expect(grid.nearest(-3.9, 0.1, 2, new Uint8Array([0, 1, 1, 1]))).toBe(1);
    expect(grid.nearest(0, 0, 1, all)).toBeNull();
  });

  it('stands in the address, and comes back from it', () => {
    const camera = { x: 1.25, y: -3, scale: 40 };
    const polygon = [
      [0, 0],
      [1.5, 0],
      [1, 2],
    ] as const;
    const address = new URLSearchParams({
      at: cameraText(camera),
      lasso: lassoText(polygon),
      colour: 'performance',
      cluster: 'b',
      min: '2',
    });
    expect(readMap(address)).toEqual({
      camera,
      colouring: 'performance',
      filter: { cluster: 'b', minRatio: 2, maxRatio: null },
      polygon: [
        [0, 0],
        [1.5, 0],
        [1, 2],
      ],
    });
    expect(readMap(new URLSearchParams({ at: 'x', lasso: '1,2', min: '-1' }))).toEqual({
      camera: null,
      colouring: 'neighbourhood',
      filter: { cluster: null, minRatio: null, maxRatio: null },
      polygon: null,
    });
  });
});
