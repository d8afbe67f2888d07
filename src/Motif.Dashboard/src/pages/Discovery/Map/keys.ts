import type { Polygon } from '../../../api/map';
import { pan, zoom, type Camera, type Size } from './camera';

const keyStep = 60;
export const keyZoom = 1.4;

/** What a key makes of the view; null for a key that moves nothing. */
export function keyed(key: string, camera: Camera, size: Size, whole: Camera): Camera | null {
  const middle = [size.width / 2, size.height / 2] as const;
  switch (key) {
    case 'ArrowLeft':
      return pan(camera, keyStep, 0);
    case 'ArrowRight':
      return pan(camera, -keyStep, 0);
    case 'ArrowUp':
      return pan(camera, 0, keyStep);
    case 'ArrowDown':
      return pan(camera, 0, -keyStep);
    case '+':
    case '=':
      return zoom(camera, size, whole, keyZoom, middle);
    case '-':
      return zoom(camera, size, whole, 1 / keyZoom, middle);
    case '0':
      return whole;
    default:
      return null;
  }
}

/** A lasso by keys: the corners so far, and whether it is closed. */
export interface Drafted {
  readonly corners: Polygon | null;
  readonly isClosed: boolean;
}

/** The map is moved under the middle: space sets a corner there, enter closes, escape drops; null for any other key. */
export function drafted(key: string, corners: Polygon | null, camera: Camera): Drafted | null {
  switch (key) {
    case ' ':
      return { corners: [...(corners ?? []), [camera.x, camera.y]], isClosed: false };
    case 'Backspace':
      return corners === null ? null : { corners: corners.slice(0, -1), isClosed: false };
    case 'Enter':
      return corners === null || corners.length < 3 ? null : { corners, isClosed: true };
    case 'Escape':
      return corners === null ? null : { corners: null, isClosed: false };
    default:
      return null;
  }
}
