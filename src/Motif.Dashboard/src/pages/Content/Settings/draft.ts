import type { FamilyUse, FatigueOverrides, FatigueSettings } from '../../../api/types';

export type Draft = Partial<FatigueSettings>;

type NumberName =
  | 'threshold'
  | 'window_days'
  | 'reservation_minutes'
  | 'maturity_hours'
  | 'half_life_days'
  | 'exploration'
  | 'holdout'
  | 'cache_ttl_seconds'
  | 'batch_size';

interface Field {
  readonly name: NumberName;
  readonly label: string;
  readonly note: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** The ranges are the server's, which has the last word. */
export const fields: readonly Field[] = [
  {
    name: 'threshold',
    label: 'Uses that fatigue',
    note: 'in the window',
    min: 1,
    max: 100_000,
    step: 1,
  },
  {
    name: 'window_days',
    label: 'Window, days',
    note: 'of 24 hours each',
    min: 0.0001,
    max: 3650,
    step: 1,
  },
  {
    name: 'reservation_minutes',
    label: 'Reservation, minutes',
    note: 'holds so long without a schedule',
    min: 0.01,
    max: 525_600,
    step: 5,
  },
  {
    name: 'maturity_hours',
    label: 'Ripe after, hours',
    note: 'a younger post teaches nothing',
    min: 0,
    max: 8760,
    step: 1,
  },
  {
    name: 'half_life_days',
    label: 'Half forgotten after, days',
    note: '0 forgets nothing',
    min: 0,
    max: 36_500,
    step: 10,
  },
  {
    name: 'exploration',
    label: 'Tried at random, share',
    note: 'of every slot',
    min: 0.0001,
    max: 1,
    step: 0.01,
  },
  {
    name: 'holdout',
    label: 'Hold-out, share',
    note: 'of decisions, to compare with',
    min: 0,
    max: 0.5,
    step: 0.05,
  },
  {
    name: 'cache_ttl_seconds',
    label: 'Cached reads, seconds',
    note: 'where there is a Redis; 0 caches nothing',
    min: 0,
    max: 86_400,
    step: 60,
  },
  {
    name: 'batch_size',
    label: 'Import, lines at once',
    note: 'that are written together',
    min: 1,
    max: 10_000,
    step: 50,
  },
];

export const modes = [
  { value: 'guard', label: 'Guard: by what works, never beyond a cap' },
  { value: 'adaptive', label: 'Adaptive: by what works, without a cap' },
  { value: 'off', label: 'Off: plain Thompson sampling' },
  { value: 'shadow', label: 'Shadow: off, and what guard would have chosen beside it' },
  { value: 'compat_additive', label: 'Compatible, additive' },
  { value: 'compat_multiplicative', label: 'Compatible, multiplicative' },
];

/** Which variable of the server's environment sets it, as a note that fits one line; undefined where none does. */
export const pinned = (name: keyof Draft, settings: FatigueSettings): string | undefined => {
  const variable = settings.pinned[name];
  return variable === undefined ? undefined : `set by ${variable}`;
};

/** What is sent: which settings are held is not for a client to say. */
export const overrides = (settings: FatigueSettings): FatigueOverrides => {
  const sent: FatigueOverrides & Partial<FatigueSettings> = { ...settings };
  delete sent.pinned;
  return sent;
};

/** What the draft would change. */
export const changes = (draft: Draft, settings: FatigueSettings): Draft =>
  Object.fromEntries(
    Object.entries(draft).filter(([name, value]) => settings[name as keyof Draft] !== value),
  );

/** The templates that would be fatigued under other settings, of the uses that are known. */
export const tiredUnder = (
  families: readonly FamilyUse[],
  { threshold, window_days }: Pick<FatigueSettings, 'threshold' | 'window_days'>,
  now: number,
): readonly string[] =>
  families
    .filter(({ used_at, reserved }) => {
      const since = now - window_days * 86_400_000;
      const uses = used_at.filter((at) => Date.parse(at) > since && Date.parse(at) <= now).length;
      return uses + reserved >= threshold;
    })
    .map(({ template, family_id }) => template ?? family_id);
