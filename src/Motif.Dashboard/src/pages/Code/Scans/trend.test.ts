import { describe, expect, it } from 'vitest';
import type { ScanTrendPoint } from '../../../api/types';
import { light } from '../../../charts/palette';
import { changedText, changesOption } from './trend';

const point = (changes: Partial<ScanTrendPoint> = {}): ScanTrendPoint => ({
  scan_id: 's',
  repository: 'shop',
  at: '2026-01-03T03:04:05Z',
  patterns: 7,
  occurrences: 30,
  lines: 3400,
  mean_quality: 0.7,
  added: 0,
  changed: 0,
  gone: 0,
  improved: 0,
  worsened: 0,
  ...changes,
});

describe('the trend over scans', () => {
  it('is told in a sentence, without what did not happen', () => {
    expect(
      changedText(point(), point({ added: 3, gone: 1, improved: 2, mean_quality: 0.72 })),
    ).toBe(
      'Since the scan before: 3 patterns new, 2 patterns better, 1 pattern gone. The mean quality is better: 0.700 before, 0.720 now.',
    );
    expect(changedText(point(), point())).toBe(
      'No pattern is new, gone, better or worse since the scan before. The mean quality stays at 0.70.',
    );
    expect(
      changedText(point({ mean_quality: null }), point({ improved: null, worsened: null })),
    ).toBe('No pattern is new or gone since the scan before.');
  });

  it('draws good news upward and bad news downward, and nothing where nothing was compared', () => {
    const { series } = changesOption(
      [
        point({ added: 3, gone: 2, improved: 4, worsened: 1 }),
        point({ improved: null, worsened: null }),
      ],
      light,
    );
    expect(series.map(({ name, data }) => [name, ...data])).toEqual([
      ['new', 3, 0],
      ['better', 4, null],
      ['worse', -1, null],
      ['gone', -2, 0],
    ]);
  });
});
