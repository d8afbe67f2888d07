import { expect, it } from 'vitest';
import { fromFirst } from './usage';

const day = (uses: number) => ({
  day: '2026-01-03',
  uses,
  exposures: 0,
  successes: 0,
  failures: 0,
});

it('a chart of use begins where anything happened, and shows a week at least', () => {
  const days = [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0].map(day);
  expect(fromFirst(days)).toHaveLength(9);
  expect(fromFirst([...Array.from({ length: 29 }, () => day(0)), day(2)])).toHaveLength(7);
  expect(fromFirst([day(1)])).toHaveLength(1);
});
