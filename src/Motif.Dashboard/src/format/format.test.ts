import { describe, expect, it } from 'vitest';
import { bytes, percent, plural, score, title } from './numbers';
import { ago, duration } from './time';

describe('numbers', () => {
  it('keep unmeasured apart from zero', () => {
    expect(score(null)).toBe('not measured');
    expect(score(0)).toBe('0.00');
  });

  it('never show a score as better than it is', () => {
    expect(score(0.5972)).toBe('0.59');
    expect(score(0.29)).toBe('0.29');
    expect(score(1)).toBe('1.00');
  });

  it('count in words', () => {
    expect(plural(1, 'use')).toBe('1 use');
    expect(plural(1200, 'use')).toBe('1,200 uses');
    expect(plural(2, 'entry', 'entries')).toBe('2 entries');
  });

  it('have their units', () => {
    expect(percent(0.945)).toBe('95\u00a0%');
    expect(bytes(512)).toBe('512 B');
    expect(bytes(5 * 1024 * 1024)).toBe('5.0 MiB');
  });

  it('turn wire names into words', () => {
    expect(title('status_changed')).toBe('Status changed');
  });
});

describe('time', () => {
  const now = Date.parse('2026-01-10T12:00:00Z');

  it('is told in the largest whole unit', () => {
    expect(ago('2026-01-10T11:59:58Z', now)).toBe('just now');
    expect(ago('2026-01-10T11:59:20Z', now)).toBe('40 seconds ago');
    expect(ago('2026-01-10T11:57:30Z', now)).toBe('2 minutes ago');
    expect(ago('2026-01-07T11:00:00Z', now)).toBe('3 days ago');
  });

  it('lasts as long as it lasts', () => {
    expect(duration('2026-01-10T12:00:00.000Z', '2026-01-10T12:00:00.420Z')).toBe('420 ms');
    expect(duration('2026-01-10T12:00:00Z', '2026-01-10T12:02:05Z')).toBe('2 min 5 s');
  });
});
