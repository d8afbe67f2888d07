import type { MapAttribute, MapAttributeFilter } from '../../../api/types';

/** One attribute of every point. */
export interface Column {
  readonly attribute: MapAttribute;
  /** The values of a number or a date, ascending. */
  readonly levels: Float64Array;
  /** Of each point; 0 is none. */
  readonly codes: Uint16Array;
}

/** Points of which only those pass whose code is allowed. */
export interface Gate {
  readonly codes: Uint16Array;
  /** By code. */
  readonly allowed: Uint8Array;
}

export function readColumn(bytes: ArrayBuffer, attribute: MapAttribute, count: number): Column {
  const wanted = attribute.levels * 8 + count * 2;
  if (bytes.byteLength !== wanted)
    throw new RangeError(`${attribute.name} has ${wanted} bytes, ${bytes.byteLength} came`);
  return {
    attribute,
    levels: new Float64Array(bytes, 0, attribute.levels),
    codes: new Uint16Array(bytes, attribute.levels * 8, count),
  };
}

/** How many levels lie below a value. */
export function levelsBelow(levels: Float64Array, value: number): number {
  let [low, high] = [0, levels.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((levels[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The same answer as the server's: what passes here is what a selection there holds. */
export function gate(column: Column, filter: MapAttributeFilter): Gate {
  const { attribute, levels, codes } = column;
  const allowed = new Uint8Array(attribute.values.length + levels.length + 2);
  if (filter.unknown === true) allowed[0] = 1;
  if (filter.others === true) allowed[attribute.values.length + 1] = 1;
  for (const value of filter.values ?? []) {
    const place = attribute.values.indexOf(value);
    if (place >= 0) allowed[place + 1] = 1;
  }
  for (const { min, below } of filter.ranges ?? [])
    allowed.fill(
      1,
      1 + (min == null ? 0 : levelsBelow(levels, min)),
      1 + (below == null ? levels.length : levelsBelow(levels, below)),
    );
  return { codes, allowed };
}
