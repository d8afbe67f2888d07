import type { CellBelief, SelectionExplanation, VariantBelief } from '../../../api/types';
import { percent, plural } from '../../../format/numbers';

/** Days; the last one forgets nothing. */
const halfLives = ['1 day', '2 days', '4 days', '8 days', null] as const;

/** The chance of a variant in the first slot; a dash where it could not be drawn. */
export function chanceOf({ decision }: SelectionExplanation, variantId: string): string {
  const chance = decision.eligible[0]?.find(({ variant_id }) => variant_id === variantId);
  return chance === undefined ? '–' : percent(chance.probability);
}

/** What its family's uses take from a variant. */
export function shareOfRate(variant: VariantBelief): string {
  const capped =
    variant.family_cap !== null && variant.family_uses >= variant.family_cap
      ? `its template is at its cap, ${variant.family_uses} of ${variant.family_cap}; `
      : '';
  const tired =
    variant.satiation < 0.995
      ? `its template has ${percent(variant.satiation)} of its rate left`
      : 'nothing: its template is fresh';
  return `${capped}${tired}${variant.prior_only ? '; nothing of its own is known yet' : ''}`;
}

/** A hypothesis about satiation in words. */
export function believed({ kind, strength, half_life, free, rise }: CellBelief['cell']): string {
  if (kind === 'window')
    return `more than ${plural(free, 'use')} in the window cost ${percent(1 - Math.exp(-strength))} each`;
  if (strength === 0) return 'not at all: repetition costs nothing';
  const halfLife = halfLives[half_life];
  const forgotten =
    halfLife === null || halfLife === undefined
      ? 'and is never forgotten'
      : `and is half forgotten after ${halfLife}`;
  const cost = `a first repetition costs ${percent(1 - Math.pow(2, -strength))} ${forgotten}`;
  return kind === 'wear_in' ? `it likes a template better at first (${rise}), then ${cost}` : cost;
}
