import type { MapFilter } from '../../../api/map';
import type { MapSheet } from '../../../api/types';
import type { Gate } from './columns';

/** The points of the map, a column for each of their numbers. */
export interface Points {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** The place of each point's meso among the mesos of the sheet. */
  readonly cluster: Uint16Array;
  /** How each did: 0 is no score. */
  readonly value: Uint16Array;
}

/** Reads the columns as they came: little-endian, as every browser's machine is. */
export function readPoints(bytes: ArrayBuffer, count: number): Points {
  if (bytes.byteLength !== count * 12)
    throw new RangeError(`${count} points have ${count * 12} bytes, ${bytes.byteLength} came`);
  return {
    count,
    x: new Float32Array(bytes, 0, count),
    y: new Float32Array(bytes, count * 4, count),
    cluster: new Uint16Array(bytes, count * 8, count),
    value: new Uint16Array(bytes, count * 10, count),
  };
}

const mostValue = 65_535;

/** The number of the column that stands for a ratio of performance, as the server makes it. */
export function valueOf(ratio: number, { lowest_log: low, highest_log: high }: MapSheet): number {
  const log = Math.min(high, Math.max(low, Math.log(ratio)));
  return 1 + Math.round(((log - low) / (high - low)) * (mostValue - 1));
}

/** Which points pass the filter and every gate: 1 for each that does. */
export function passing(
  points: Points,
  sheet: MapSheet,
  filter: MapFilter,
  gates: readonly Gate[] = [],
): Uint8Array {
  const mesos = mesosIn(sheet, filter.cluster);
  const low = filter.minRatio === null ? 1 : valueOf(filter.minRatio, sheet);
  const high = filter.maxRatio === null ? mostValue : valueOf(filter.maxRatio, sheet);
  const isScored = filter.minRatio !== null || filter.maxRatio !== null;
  const passes = new Uint8Array(points.count);
  for (let i = 0; i < points.count; i++) {
    const value = points.value[i] ?? 0;
    passes[i] =
      (mesos === null || mesos.has(points.cluster[i] ?? 0)) &&
      (!isScored || (value > 0 && value >= low && value <= high)) &&
      gates.every(({ codes, allowed }) => allowed[codes[i] ?? 0] === 1)
        ? 1
        : 0;
  }
  return passes;
}

/** Places of the mesos that are a neighbourhood or lie in it; null for all. */
export function mesosIn(sheet: MapSheet, cluster: string | null): ReadonlySet<number> | null {
  if (cluster === null) return null;
  const mesos = sheet.labels.filter(({ level }) => level === 'meso');
  return new Set(
    mesos.flatMap(({ cluster_id, parent_id }, place) =>
      cluster_id === cluster || parent_id === cluster ? [place] : [],
    ),
  );
}
