import type { Narrowing, PatternFilter } from '../../api/catalogue';

/** Patterns per page. */
export const pageSize = 25;

type Sort = NonNullable<PatternFilter['sort']>;

export const sorts: readonly (readonly [Sort, string])[] = [
  ['relevance', 'Best match'],
  ['updated', 'Last changed'],
  ['best', 'Best, most borne out'],
  ['quality', 'Best quality'],
  ['uses', 'Most used'],
  ['name', 'Name'],
];

/** The names under which the address keeps the filters, as the API has them; whether one may have several values. */
const filters = {
  search: 'one',
  kind: 'one',
  pattern_type: 'many',
  language: 'many',
  status: 'many',
  quality: 'many',
  repository: 'many',
  tag: 'many',
  min_quality_score: 'one',
  min_success_rate: 'one',
} as const;

export type FilterName = keyof typeof filters;

export const filterNames = Object.keys(filters) as FilterName[];

/**
 * The question to the API that the address stands for. Values are handed on as they are: the server knows which
 * are right and says what is wrong with the others.
 */
export const narrowingOf = (address: URLSearchParams): Narrowing =>
  Object.fromEntries(
    filterNames
      .filter((name) => address.has(name))
      .map((name) => [name, filters[name] === 'one' ? address.get(name) : address.getAll(name)]),
  );

export function filterOf(address: URLSearchParams): PatternFilter {
  const sort = sortOf(address);
  const cursor = address.get('cursor');
  return {
    ...narrowingOf(address),
    ...(sort === 'updated' ? {} : { sort }),
    ...(cursor === null ? {} : { cursor }),
    limit: pageSize,
  };
}

/** The order in use: by relevance where one searches and chose no other. */
export function sortOf(address: URLSearchParams): Sort {
  const named = address.get('sort') as Sort | null;
  if (!address.has('search')) return named === null || named === 'relevance' ? 'updated' : named;
  return named ?? 'relevance';
}

/** The address with one filter changed; any change leads back to the first page. */
export function withFilter(
  address: URLSearchParams,
  name: FilterName | 'sort',
  values: readonly string[],
): URLSearchParams {
  const next = new URLSearchParams(address);
  next.delete(name);
  next.delete('cursor');
  for (const value of values) next.append(name, value);
  return next;
}

/** The address with a value of a filter chosen, or no longer. */
export function toggled(
  address: URLSearchParams,
  name: FilterName,
  value: string,
): URLSearchParams {
  const before = address.getAll(name);
  if (before.includes(value))
    return withFilter(
      address,
      name,
      before.filter((other) => other !== value),
    );
  return withFilter(address, name, filters[name] === 'one' ? [value] : [...before, value]);
}

export const cleared = (address: URLSearchParams): URLSearchParams =>
  filterNames.reduce((next, name) => withFilter(next, name, []), address);

export const isNarrowed = (address: URLSearchParams): boolean =>
  filterNames.some((name) => address.has(name));
