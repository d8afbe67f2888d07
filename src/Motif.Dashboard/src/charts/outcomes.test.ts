import { expect, it } from 'vitest';
import { light } from './palette';
import { fromFirstOutcome, outcomesOption } from './outcomes';

const step = (from: string, rate: number | null) => ({
  from,
  to: from,
  successes: rate === null ? 0 : 3,
  failures: 0,
  rate,
  low: rate === null ? null : 0.4,
  high: rate === null ? null : 0.9,
});

it('a week without an outcome is a gap, not a rate of 0, and no part of the picture before the first', () => {
  const steps = [step('2026-01-01', null), step('2026-01-08', 0.8), step('2026-01-15', null)];
  const { series } = outcomesOption(fromFirstOutcome(steps), light);
  expect(series.map(({ data }) => data)).toEqual([
    [0.4, null],
    [0.5, null],
    [0.8, null],
  ]);
});
