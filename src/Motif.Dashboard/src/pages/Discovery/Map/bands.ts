import type { MapAttribute } from '../../../api/types';
import { times } from '../../../format/numbers';
import { performanceName } from './address';

/** A stretch of an attribute's numbers: from the first on, below the second. */
export interface Band {
  readonly title: string;
  readonly min: number | null;
  readonly below: number | null;
}

const figure = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 4 });
const monthName = new Intl.DateTimeFormat('en-GB', {
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const dayName = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** The bands of a number or a date with their names. */
export function bandsOf(attribute: MapAttribute): readonly Band[] {
  const ends = [null, ...attribute.cuts, null];
  const name = nameOf(attribute);
  return Array.from({ length: attribute.cuts.length + 1 }, (_, i) => {
    const [min, below] = [ends[i] ?? null, ends[i + 1] ?? null];
    return { title: name(min, below), min, below };
  });
}

function nameOf(attribute: MapAttribute): (min: number | null, below: number | null) => string {
  if (attribute.kind === 'date') return dates(attribute);
  const isEach = attribute.levels === attribute.cuts.length + 1;
  const shown =
    attribute.name === performanceName ? times : (value: number) => figure.format(value);
  return (min, below) =>
    isEach
      ? shown(min ?? attribute.lowest ?? 0)
      : min === null
        ? below === null
          ? 'all'
          : `below ${shown(below)}`
        : below === null
          ? `${shown(min)} and more`
          : `${shown(min)} to ${shown(below)}`;
}

const time = (seconds: number) => new Date(1000 * seconds);

/** Years, months or days, by where the bands begin. */
function dates({ cuts, lowest, highest }: MapAttribute) {
  const isFirst = cuts.every((cut) => time(cut).getUTCDate() === 1);
  const isYear = isFirst && cuts.every((cut) => time(cut).getUTCMonth() === 0);
  const word = isYear
    ? (at: Date) => String(at.getUTCFullYear())
    : isFirst
      ? (at: Date) => monthName.format(at)
      : (at: Date) => dayName.format(at);
  return (min: number | null, below: number | null): string => {
    const from = word(time(min ?? lowest ?? 0));
    const to = word(time(below === null ? (highest ?? 0) : below - 1));
    return from === to ? from : `${from} – ${to}`;
  };
}
