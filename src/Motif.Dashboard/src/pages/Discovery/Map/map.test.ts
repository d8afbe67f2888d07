import { describe, expect, it } from 'vitest';
import type { MapAttribute, MapLabel, MapSheet } from '../../../api/types';
import { light } from '../../../charts/palette';
import { cameraText, lassoText, readMap, wishText, type Wish } from './address';
import { fit, toMap, toScreen, zoom } from './camera';
import { paint, shownClusters } from './colours';
import { gate, readColumn } from './columns';
import { PointGrid } from './grid';
import { overlaps, placeLabels } from './labels';
import { attributeLegend, legendFilter, legendGate, neighbourhoodLegend } from './legend';
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
      colour: 'performance_ratio',
      off: '0,2',
      cluster: 'b',
      min: '2',
      finding: 'f',
    });
    const wishes: Wish[] = [
      { name: 'kind: of=x', values: ['a|b', 'ü %'], min: null, below: null },
      { name: 'length', values: [], min: -1.5, below: null },
      { name: 'camera', values: [], min: null, below: null },
    ];
    for (const wish of wishes) address.append('where', wishText(wish));
    expect(readMap(new URLSearchParams(address.toString()))).toEqual({
      camera,
      colour: 'performance_ratio',
      off: new Set([0, 2]),
      wishes,
      finding: 'f',
      filter: { cluster: 'b', minRatio: 2, maxRatio: null },
      polygon: [
        [0, 0],
        [1.5, 0],
        [1, 2],
      ],
    });
    const broken = { at: 'x', lasso: '1,2', min: '-1', where: '%=a', off: 'x' };
    expect(readMap(new URLSearchParams(broken))).toEqual({
      camera: null,
      colour: null,
      off: new Set(),
      wishes: [],
      finding: null,
      filter: { cluster: null, minRatio: null, maxRatio: null },
      polygon: null,
    });
  });

  it('colours by any attribute, and what the legend switches off passes neither here nor there', () => {
    const points = readPoints(columns(), 4);
    const all = { cluster: null, minRatio: null, maxRatio: null };
    const legend = attributeLegend(camera(), light);
    expect(legend.entries.map(({ title, count }) => [title, count])).toEqual([
      ['phone', 2],
      ['reflex', 1],
      ['not given', 1],
    ]);
    const off = new Set([0, 2]);
    const hidden = legendGate(legend, off);
    const passes = passing(points, sheet, all, hidden === null ? [] : [hidden]);
    expect([...passes]).toEqual([0, 1, 0, 0]);
    const asked = legendFilter(legend, off);
    expect(asked).toEqual({
      name: 'camera',
      values: ['reflex'],
      ranges: [],
      others: false,
      unknown: false,
    });
    if (asked === null) throw new Error('nothing is asked');
    expect([...passing(points, sheet, all, [gate(camera(), asked)])]).toEqual([...passes]);
    expect(legendGate(legend, new Set())).toBeNull();

    const colours = paint(legend, light, passes, null);
    expect([...colours.slice(4, 8)]).toEqual([232, 121, 47, 235]);
    expect(colours[3]).toBeLessThan(colours[7] ?? 0);
    expect(shownClusters(sheet, points.cluster, passes)).toEqual(
      new Set([
        'a',
        'M',
        ...labels.filter(({ level }) => level === 'micro').map((l) => l.cluster_id),
      ]),
    );
    expect(neighbourhoodLegend(points, sheet, light).entries.map(({ count }) => count)).toEqual([
      2, 2,
    ]);
  });

  it('colours more categories than colours as one, and asks for all of them', () => {
    const names = Array.from({ length: 12 }, (_, i) => `channel ${i}`);
    const bytes = new ArrayBuffer(2 * 14);
    new Uint16Array(bytes).set(Array.from({ length: 14 }, (_, i) => (i === 13 ? 0 : i + 1)));
    const many = attribute({ name: 'channel', kind: 'category', values: names, others: 1 });
    const column = readColumn(bytes, many, 14);
    const legend = attributeLegend(column, light);
    expect(legend.entries.map(({ title, count }) => `${title}: ${count}`).slice(6)).toEqual([
      'channel 6: 1',
      'all others: 6',
      'not given: 1',
    ]);
    const only = legendFilter(legend, new Set([0, 1, 2, 3, 4, 5, 6, 8]));
    expect(only?.values).toEqual(names.slice(7));
    expect(only?.others).toBe(true);
    expect(only?.unknown).toBe(false);
  });

  it('reads numbers and dates in bands, from an end that counts to one that does not', () => {
    const seconds = (text: string) => Date.parse(`${text}T00:00:00Z`) / 1000;
    const years = measured(
      'date',
      ['2023-05-01', '2024-01-01', '2025-02-03'].map(seconds),
      ['2024-01-01', '2025-01-01'].map(seconds),
    );
    expect(attributeLegend(years, light).entries.map(({ title }) => title)).toEqual([
      '2023',
      '2024',
      '2025',
      'not given',
    ]);
    const lengths = measured('number', [1, 2, 1500], [2, 1000]);
    expect(attributeLegend(lengths, light).entries.map(({ title }) => title)).toEqual([
      '1',
      '2',
      '1,000',
      'not given',
    ]);
    const among = gate(lengths, { name: 'measured', ranges: [{ min: 2, below: 1500 }] });
    expect([...lengths.codes].map((code) => among.allowed[code])).toEqual([0, 1, 0, 0]);
    expect(() => readColumn(new ArrayBuffer(3), lengths.attribute, 4)).toThrow(RangeError);
  });
});

const attribute = (changes: Partial<MapAttribute>): MapAttribute => ({
  name: 'measured',
  kind: 'number',
  known: 3,
  values: [],
  others: 0,
  levels: 0,
  cuts: [],
  lowest: null,
  highest: null,
  ...changes,
});

/** Phone, reflex, phone, and one of which it is not known. */
function camera() {
  const bytes = new ArrayBuffer(8);
  new Uint16Array(bytes).set([1, 2, 1, 0]);
  return readColumn(
    bytes,
    attribute({ name: 'camera', kind: 'category', values: ['phone', 'reflex'] }),
    4,
  );
}

function measured(kind: 'number' | 'date', levels: number[], cuts: number[]) {
  const bytes = new ArrayBuffer(8 * levels.length + 8);
  new Float64Array(bytes, 0, levels.length).set(levels);
  new Uint16Array(bytes, 8 * levels.length).set([1, 2, 3, 0]);
  return readColumn(
    bytes,
    attribute({
      kind,
      levels: levels.length,
      cuts,
      lowest: levels[0] ?? null,
      highest: levels.at(-1) ?? null,
    }),
    4,
  );
}
