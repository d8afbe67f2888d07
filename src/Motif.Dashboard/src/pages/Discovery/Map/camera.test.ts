import { describe, expect, it } from 'vitest';
import { fit, pinch, toMap, toScreen } from './camera';

const size = { width: 800, height: 500 };
const bounds = { left: -10, top: -5, right: 10, bottom: 5 };

describe('fingers on the map', () => {
  it('comes nearer by as much as two fingers part, and keeps what is between them there', () => {
    const whole = fit(bounds, size);
    const before = toMap(whole, size, 300, 200);
    const near = pinch(
      whole,
      size,
      whole,
      [
        { x: 250, y: 200 },
        { x: 350, y: 200 },
      ],
      [
        { x: 300, y: 250 },
        { x: 600, y: 250 },
      ],
    );
    expect(near.scale).toBeCloseTo(3 * whole.scale);
    const [x, y] = toScreen(near, size, ...before);
    expect(x).toBeCloseTo(450);
    expect(y).toBeCloseTo(250);
    const still = { x: 10, y: 10 };
    const same = pinch(near, size, whole, [still, still], [still, still]);
    expect(same.scale).toBeCloseTo(near.scale);
    expect(same.y).toBeCloseTo(near.y);
  });
});
