import type { CatalogueCounts, PatternKind, PatternStatus } from '../../api/types';

/** The statuses in the order of a pattern's life. */
const life: readonly PatternStatus[] = ['draft', 'active', 'deprecated', 'archived'];

/** Types that are named of each kind; the catalogue's filter has them all. */
export const mostTypes = 5;

export interface KindRow {
  readonly kind: PatternKind;
  readonly patterns: number;
  readonly statuses: readonly { readonly status: PatternStatus; readonly patterns: number }[];
  /** Largest first. */
  readonly types: readonly { readonly type: string; readonly patterns: number }[];
}

/** The counts by kind, largest first, each split by status and by type. */
export function kindRows(groups: CatalogueCounts['groups']): KindRow[] {
  return [...new Set(groups.map((group) => group.kind))]
    .map((kind) => {
      const own = groups.filter((group) => group.kind === kind);
      const statuses = sums(own, (group) => group.status);
      return {
        kind,
        patterns: own.reduce((sum, group) => sum + group.patterns, 0),
        statuses: life.flatMap((status) => {
          const patterns = statuses.get(status);
          return patterns === undefined ? [] : [{ status, patterns }];
        }),
        types: [...sums(own, (group) => group.pattern_type)]
          .map(([type, patterns]) => ({ type, patterns }))
          .sort((a, b) => b.patterns - a.patterns || a.type.localeCompare(b.type)),
      };
    })
    .sort((a, b) => b.patterns - a.patterns || a.kind.localeCompare(b.kind));
}

type Group = CatalogueCounts['groups'][number];

function sums<Key>(groups: readonly Group[], keyOf: (group: Group) => Key): Map<Key, number> {
  const result = new Map<Key, number>();
  for (const group of groups)
    result.set(keyOf(group), (result.get(keyOf(group)) ?? 0) + group.patterns);
  return result;
}
