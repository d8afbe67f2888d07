import type { Points } from './points';

/** Points sorted into squares, so that the one under the pointer is found without looking at all. */
export class PointGrid {
  readonly #side: number;
  readonly #left: number;
  readonly #top: number;
  readonly #columns: number;
  readonly #cells = new Map<number, number[]>();

  constructor(
    private readonly points: Points,
    bounds: { left: number; top: number; right: number; bottom: number },
  ) {
    const across = Math.max(bounds.right - bounds.left, bounds.bottom - bounds.top, 1e-6);
    this.#side = across / Math.max(1, Math.ceil(Math.sqrt(points.count / 4)));
    [this.#left, this.#top] = [bounds.left, bounds.top];
    this.#columns = Math.ceil(across / this.#side) + 2;
    for (let i = 0; i < points.count; i++) {
      const cell = this.#cell(points.x[i] ?? 0, points.y[i] ?? 0);
      const list = this.#cells.get(cell);
      if (list === undefined) this.#cells.set(cell, [i]);
      else list.push(i);
    }
  }

  /** The nearest point that passes within a distance; null where there is none. */
  nearest(x: number, y: number, within: number, passes: Uint8Array): number | null {
    const reach = Math.min(this.#columns, Math.ceil(within / this.#side));
    const [column, row] = this.#place(x, y);
    let best: number | null = null;
    let least = within * within;
    for (let r = row - reach; r <= row + reach; r++)
      for (let c = column - reach; c <= column + reach; c++)
        for (const i of this.#cells.get(r * this.#columns + c) ?? []) {
          if (passes[i] !== 1) continue;
          const distance = ((this.points.x[i] ?? 0) - x) ** 2 + ((this.points.y[i] ?? 0) - y) ** 2;
          if (distance > least) continue;
          [best, least] = [i, distance];
        }
    return best;
  }

  #place(x: number, y: number): [number, number] {
    return [Math.floor((x - this.#left) / this.#side), Math.floor((y - this.#top) / this.#side)];
  }

  #cell(x: number, y: number): number {
    const [column, row] = this.#place(x, y);
    return row * this.#columns + column;
  }
}
