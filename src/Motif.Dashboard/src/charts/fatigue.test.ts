import { expect, it } from 'vitest';
import { familyUse } from '../test/records';
import { fatigueGrid, fatigueLabel, fatigueOption, fatigueTable } from './fatigue';
import { light } from './palette';

const now = Date.parse('2026-01-10T12:00:00Z');
const at = (days: number) => new Date(now - days * 86_400_000).toISOString();

it('a day is red while its window is full, and no longer when the oldest use is a window old', () => {
  const family = familyUse({ threshold: 3, window_days: 3, used_at: [at(6), at(5), at(4)] });
  const { cells } = fatigueGrid([family], 7, now);
  expect(cells.map(({ inWindow }) => inWindow)).toEqual([1, 2, 3, 2, 1, 0, 0]);
  expect(cells.map(({ filled }) => filled >= 1)).toEqual([
    false,
    false,
    true,
    false,
    false,
    false,
    false,
  ]);
});

it('counts a reservation now, as the table beside it does', () => {
  const family = familyUse({ threshold: 3, window_days: 7, used_at: [at(2), at(1)], reserved: 1 });
  const { cells } = fatigueGrid([family], 3, now);
  expect(cells.map(({ inWindow }) => inWindow)).toEqual([1, 2, 3]);
});

it('says how many are fatigued now, and gives the numbers as a table', () => {
  const grid = fatigueGrid(
    [familyUse({ used_at: [at(0), at(1), at(2)] }), familyUse({ family_id: 'b', used_at: [] })],
    3,
    now,
  );
  expect(fatigueLabel(grid)).toBe('Uses of 2 templates in 3 days; 1 fatigued now');
  expect(fatigueTable(grid).rows.map((row) => row.slice(1))).toEqual([
    [1, 2, 3],
    [0, 0, 0],
  ]);
  expect(fatigueOption(grid, light).series[0]?.data).toHaveLength(6);
});
