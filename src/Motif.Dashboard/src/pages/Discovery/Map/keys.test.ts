import { describe, expect, it } from 'vitest';
import { drafted } from './keys';

describe('the keys of the map', () => {
  it('takes a lasso from the keys, corner by corner in the middle of what is seen', () => {
    const at = (x: number, y: number) => ({ x, y, scale: 1 });
    let corners = drafted(' ', null, at(0, 0))?.corners ?? null;
    expect(drafted('Enter', corners, at(0, 0))).toBeNull();
    corners = drafted(' ', corners, at(9, 9))?.corners ?? null;
    corners = drafted('Backspace', corners, at(9, 9))?.corners ?? null;
    corners = drafted(' ', corners, at(2, 0))?.corners ?? null;
    corners = drafted(' ', corners, at(1, 2))?.corners ?? null;
    expect(drafted('Enter', corners, at(1, 2))).toEqual({
      corners: [
        [0, 0],
        [2, 0],
        [1, 2],
      ],
      isClosed: true,
    });
    expect(drafted('Escape', corners, at(0, 0))).toEqual({ corners: null, isClosed: false });
    expect(drafted('a', corners, at(0, 0))).toBeNull();
  });
});
