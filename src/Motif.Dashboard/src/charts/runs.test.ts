import { expect, it } from 'vitest';
import type { DiscoveryRun } from '../api/types';
import { light } from './palette';
import { measured, runsOption, runsTable } from './runs';

const run = (started_at: string, state: string, sameSign: number | null) =>
  ({
    started_at,
    state,
    report: {
      numbers: {
        correlation: 0.8,
        same_sign: sameSign,
        calibration_slope: 1,
        interval_coverage: 0.95,
        permutation_share: 0.01,
      },
    },
  }) as unknown as DiscoveryRun;

const runs = [
  run('2026-01-03T00:00:00Z', 'finished', null),
  run('2026-01-02T00:00:00Z', 'failed', 0.5),
  run('2026-01-01T00:00:00Z', 'finished', 0.9),
];

it('takes finished runs, the oldest first', () => {
  expect(measured(runs).map(({ started_at }) => started_at)).toEqual([
    '2026-01-01T00:00:00Z',
    '2026-01-03T00:00:00Z',
  ]);
});

it('leaves a gap where a number was not measured', () => {
  expect(runsOption(measured(runs), light).series[1]?.data).toEqual([0.9, null]);
  expect(runsTable(measured(runs)).rows[1]?.slice(1)).toEqual([
    '0.80',
    '–',
    '1.00',
    '0.95',
    '0.01',
  ]);
});
