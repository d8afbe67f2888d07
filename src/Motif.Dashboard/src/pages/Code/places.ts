import type { Pattern } from '../../api/types';
import { bandOf, bands, type Band } from '../../patterns/bands';

/** The places of a pattern of code, as its body counts them. */
export function placesOf({ body }: Pattern): number {
  const { occurrence_count: count } = body as { occurrence_count?: unknown };
  return typeof count === 'number' ? count : 0;
}

const mostKnownFirst = (a: Pattern, b: Pattern): number =>
  b.usage.uses - a.usage.uses || placesOf(b) - placesOf(a);

/** The pattern used most; where nobody recorded a use, the one that stands in most places. */
export const mostKnown = (patterns: readonly Pattern[]): Pattern | undefined =>
  [...patterns].sort(mostKnownFirst)[0];

/** How widespread: the numbers of places that count alike. */
interface Spread {
  readonly name: string;
  readonly from: number;
}

/** Most widespread first. */
const spreads: readonly Spread[] = [
  { name: 'More than 30', from: 31 },
  { name: '11 to 30', from: 11 },
  { name: '6 to 10', from: 6 },
  { name: '3 to 5', from: 3 },
  { name: 'Up to 2', from: 0 },
];

/** Patterns that are as widespread and as good as each other. */
export interface Cell {
  readonly spread: Spread;
  readonly band: Band;
  /** In most places first. */
  readonly patterns: readonly Pattern[];
}

const spreadOf = (places: number): Spread | undefined => spreads.find(({ from }) => places >= from);

/** Patterns by how widespread (rows) and how good (columns) they are; a column that nothing falls into is left out. */
export function cells(patterns: readonly Pattern[]): Cell[][] {
  const sorted = [...patterns].sort((a, b) => placesOf(b) - placesOf(a));
  const held = bands.filter(
    ({ name }) => name !== 'unmeasured' || patterns.some(({ quality }) => quality.score === null),
  );
  return spreads.map((spread) =>
    [...held].reverse().map((band) => ({
      spread,
      band,
      patterns: sorted.filter(
        (pattern) =>
          spreadOf(placesOf(pattern)) === spread && bandOf(pattern.quality.score) === band.name,
      ),
    })),
  );
}

/** What to look at first: the most widespread of the poorest measured band that is widespread at all. */
export function worst(rows: readonly (readonly Cell[])[]): Cell | undefined {
  const measured = rows
    .flat()
    .filter(({ band, patterns }) => band.from !== null && patterns.length > 0);
  const widespread = measured.filter(({ spread }) => spread.from >= 3);
  return [...(widespread.length > 0 ? widespread : measured)].sort(
    (a, b) => (a.band.from ?? 0) - (b.band.from ?? 0) || b.spread.from - a.spread.from,
  )[0];
}
