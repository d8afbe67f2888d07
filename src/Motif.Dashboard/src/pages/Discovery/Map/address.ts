import type { MapFilter, Polygon } from '../../../api/map';
import type { MapAttributeFilter } from '../../../api/types';
import type { Camera } from './camera';

/** The attribute that the map has of itself: how items did. */
export const performanceName = 'performance_ratio';

/** What people ask of an attribute: any of some values, or a stretch. */
export interface Wish {
  readonly name: string;
  readonly values: readonly string[];
  readonly min: number | null;
  readonly below: number | null;
}

/** What the address says of the map, so that a link shows what was seen. */
export interface MapState {
  readonly camera: Camera | null;
  /** The attribute whose value is a point's colour; null for its neighbourhood. */
  readonly colour: string | null;
  /** Places of the legend's entries that are switched off. */
  readonly off: ReadonlySet<number>;
  readonly filter: MapFilter;
  readonly wishes: readonly Wish[];
  readonly polygon: Polygon | null;
  /** Whose evidence is marked. */
  readonly finding: string | null;
}

/** Corners kept of a lasso: an address has no room for every pixel of a stroke. */
const mostCorners = 60;

const numbers = (text: string | null): number[] =>
  text === null || text === '' ? [] : text.split(',').map(Number);

const ratio = (text: string | null): number | null => {
  const value = text === null ? Number.NaN : Number(text);
  return Number.isFinite(value) && value > 0 ? value : null;
};

export function readMap(address: URLSearchParams): MapState {
  const [x, y, scale] = numbers(address.get('at'));
  const corners = numbers(address.get('lasso'));
  const isPolygon =
    corners.length >= 6 && corners.length % 2 === 0 && corners.every(Number.isFinite);
  return {
    camera:
      x !== undefined &&
      y !== undefined &&
      scale !== undefined &&
      scale > 0 &&
      [x, y, scale].every(Number.isFinite)
        ? { x, y, scale }
        : null,
    colour: address.get('colour'),
    off: new Set(numbers(address.get('off')).filter((place) => Number.isInteger(place))),
    filter: {
      cluster: address.get('cluster'),
      minRatio: ratio(address.get('min')),
      maxRatio: ratio(address.get('max')),
    },
    wishes: address.getAll('where').flatMap((text) => readWish(text) ?? []),
    polygon: isPolygon
      ? Array.from(
          { length: corners.length / 2 },
          (_, i) => [corners[2 * i] ?? 0, corners[2 * i + 1] ?? 0] as const,
        )
      : null,
    finding: address.get('finding'),
  };
}

const short = (value: number): string => String(Number(value.toPrecision(6)));

export const cameraText = ({ x, y, scale }: Camera): string => [x, y, scale].map(short).join(',');

/** Every n-th corner where there are too many. */
export function lassoText(polygon: Polygon): string {
  const step = Math.max(1, Math.ceil(polygon.length / mostCorners));
  return polygon
    .filter((_, i) => i % step === 0)
    .flatMap(([x, y]) => [short(x), short(y)])
    .join(',');
}

/** `camera=small%20one|large` for values, `duration:60..180` for a stretch; either end may be missing. */
export const wishText = ({ name, values, min, below }: Wish): string =>
  min === null && below === null
    ? `${encodeURIComponent(name)}=${values.map(encodeURIComponent).join('|')}`
    : `${encodeURIComponent(name)}:${min ?? ''}..${below ?? ''}`;

function readWish(text: string): Wish | null {
  const sign = /[=:]/.exec(text);
  if (sign === null) return null;
  const rest = text.slice(sign.index + 1);
  const name = decoded(text.slice(0, sign.index));
  if (name === null) return null;
  if (sign[0] === '=') {
    const values = rest === '' ? [] : rest.split('|').map(decoded);
    return values.every((value) => value !== null)
      ? { name, values, min: null, below: null }
      : null;
  }
  const [min, below] = rest
    .split('..')
    .map((end) => (end === '' || !Number.isFinite(Number(end)) ? null : Number(end)));
  return { name, values: [], min: min ?? null, below: below ?? null };
}

/** Null for what no address of ours has: a percent sign that stands alone. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** What the server is asked for it; null while nothing was chosen yet. */
export const wishFilter = ({ name, values, min, below }: Wish): MapAttributeFilter | null =>
  values.length > 0
    ? { name, values: [...values] }
    : min !== null || below !== null
      ? { name, ranges: [{ min, below }] }
      : null;
