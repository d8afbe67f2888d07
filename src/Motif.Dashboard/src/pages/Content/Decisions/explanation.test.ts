import { expect, it } from 'vitest';
import { believed, shareOfRate } from './explanation';

const cell = { kind: 'power', strength: 1, half_life: 1, free: 0, rise: 0, prior: 0.1 } as const;

it('says in words how an audience tires', () => {
  expect(believed(cell)).toBe(
    'a first repetition costs 50\u00a0% and is half forgotten after 2 days',
  );
  expect(believed({ ...cell, half_life: 4 })).toContain('never forgotten');
  expect(believed({ ...cell, strength: 0 })).toBe('not at all: repetition costs nothing');
  expect(believed({ ...cell, kind: 'window', strength: 0.35, free: 2 })).toBe(
    'more than 2 uses in the window cost 30\u00a0% each',
  );
  expect(believed({ ...cell, kind: 'window', strength: 0.35, free: 1 })).toContain('1 use in');
});

it('names the cap before what is left of the rate', () => {
  const belief = {
    variant_id: 'a',
    family_id: 'f',
    rate: 0.05,
    low: 0.04,
    high: 0.06,
    satiation: 0.6,
    impressions: 100,
    successes: 5,
    prior_only: false,
    family_uses: 3,
    family_cap: 3,
    excluded: null,
  };
  expect(shareOfRate(belief)).toBe(
    'its template is at its cap, 3 of 3; its template has 60\u00a0% of its rate left',
  );
  expect(shareOfRate({ ...belief, family_uses: 0, satiation: 1, prior_only: true })).toBe(
    'nothing: its template is fresh; nothing of its own is known yet',
  );
});
