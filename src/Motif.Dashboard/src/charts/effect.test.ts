import { describe, expect, it } from 'vitest';
import type { EffectOverTime, PeriodEffect } from '../api/types';
import { effectOption, effectTable, periodName } from './effect';
import { light } from './palette';

const one = (start: string, changes: Partial<PeriodEffect> = {}): PeriodEffect => ({
  start,
  is_partial: false,
  items: 12,
  support: 11,
  channels: 7,
  multiplier: 1.5,
  ci95: { low: 1.1, high: 2.05 },
  ...changes,
});
const course: EffectOverTime = {
  feature: 'phrase:how to',
  cluster_id: null,
  scope: 'everything',
  zone: 'UTC',
  period: 'month',
  multiplier: 1.4,
  ci95: { low: 1.2, high: 1.6 },
  direction: 'flat',
  multiplier_a_year: 1,
  multiplier_a_year_ci95: { low: 0.9, high: 1.1 },
  direction_p: 0.8,
  needed_periods: 6,
  undated: 0,
  periods: [
    one('2024-01-01', { ci95: { low: 0.01, high: 90 } }),
    one('2024-02-01', { items: 0, support: 0, channels: 0, multiplier: null, ci95: null }),
    one('2024-03-01', { is_partial: true }),
  ],
};

describe('an effect over time', () => {
  it('draws nothing where nothing could be compared, and keeps the place of the gap', () => {
    const { series, xAxis } = effectOption(course, light);
    expect(xAxis.data).toEqual(['Jan 2024', 'Feb 2024', 'Mar 2024*']);
    expect(series[0]?.data).toHaveLength(2);
  });

  it('cuts an interval that is wider than a picture, never the square', () => {
    expect(effectOption(course, light).yAxis.max).toBeLessThan(5);
    const far = { ...course, periods: [one('2024-01-01', { multiplier: 9 })] };
    expect(effectOption(far, light).yAxis.max).toBeGreaterThan(9);
  });

  it('says in its table which period is not over', () => {
    const { rows } = effectTable(course);
    expect(rows[1]).toEqual(['Feb 2024', '–', '–', '–', 0, 0, 0]);
    expect(rows[2]?.[0]).toBe('Mar 2024, not over');
  });

  it('names its periods', () => {
    expect(periodName('quarter', '2024-10-01')).toBe('Q4 2024');
    expect(periodName('year', '2024-01-01')).toBe('2024');
    expect(periodName('week', '2024-01-08')).toBe('2024-01-08');
  });
});
