import type { MapFilter, Polygon } from '../../../api/map';
import type { Camera } from './camera';
import { colourings, type Colouring } from './colours';

/** What the address says of the map, so that a link shows what was seen. */
export interface MapState {
  readonly camera: Camera | null;
  readonly colouring: Colouring;
  readonly filter: MapFilter;
  readonly polygon: Polygon | null;
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
    colouring: colourings.find((name) => name === address.get('colour')) ?? 'neighbourhood',
    filter: {
      cluster: address.get('cluster'),
      minRatio: ratio(address.get('min')),
      maxRatio: ratio(address.get('max')),
    },
    polygon: isPolygon
      ? Array.from(
          { length: corners.length / 2 },
          (_, i) => [corners[2 * i] ?? 0, corners[2 * i + 1] ?? 0] as const,
        )
      : null,
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
