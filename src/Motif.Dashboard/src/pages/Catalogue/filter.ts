import type { PatternFilter } from '../../api/catalogue';
import type { CatalogueCounts, PatternKind, PatternStatus } from '../../api/types';

/** Patterns per page. */
const pageSize = 25;

type Sort = NonNullable<PatternFilter['sort']>;

export const sorts: readonly (readonly [Sort, string])[] = [
  ['updated', 'Last changed'],
  ['quality', 'Best quality'],
  ['uses', 'Most used'],
  ['name', 'Name'],
];

/** The names under which the address keeps the filters; all but the order and the place narrow the list. */
export const narrowing = ['q', 'kind', 'pattern_type', 'status', 'tag', 'min_quality'] as const;

/**
 * The question to the API that the address stands for. Values are handed on as they are: the server knows which
 * are right and says what is wrong with the others.
 */
export function filterOf(address: URLSearchParams): PatternFilter {
  const one = (name: string): string | undefined => address.get(name) ?? undefined;
  const minQuality = one('min_quality');
  return defined({
    q: one('q'),
    kind: one('kind') as PatternKind | undefined,
    pattern_type: some(address.getAll('pattern_type')),
    status: some(address.getAll('status')) as PatternStatus[] | undefined,
    tag: some(address.getAll('tag')),
    min_quality: minQuality === undefined ? undefined : Number(minQuality),
    sort: one('sort') as Sort | undefined,
    cursor: one('cursor'),
    limit: pageSize,
  });
}

const some = (values: string[]): string[] | undefined => (values.length === 0 ? undefined : values);

function defined(filter: { [Name in keyof PatternFilter]: PatternFilter[Name] | undefined }) {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined),
  ) as PatternFilter;
}

/** The address with one filter changed; any change leads back to the first page. */
export function withFilter(
  address: URLSearchParams,
  name: (typeof narrowing)[number] | 'sort',
  values: readonly string[],
): URLSearchParams {
  const next = new URLSearchParams(address);
  next.delete(name);
  next.delete('cursor');
  for (const value of values) next.append(name, value);
  return next;
}

export const isNarrowed = (address: URLSearchParams): boolean =>
  narrowing.some((name) => address.has(name));

/** The types that the catalogue holds of a kind (or of all), with how many patterns each has. */
export function typesOf(counts: CatalogueCounts | undefined, kind: string | null) {
  const types = new Map<string, number>();
  for (const group of counts?.groups ?? [])
    if (kind === null || group.kind === kind)
      types.set(group.pattern_type, (types.get(group.pattern_type) ?? 0) + group.patterns);
  return [...types].sort(([a], [b]) => (a < b ? -1 : 1));
}
