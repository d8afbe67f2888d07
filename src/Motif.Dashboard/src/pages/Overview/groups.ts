import type { CatalogueCounts, PatternKind, PatternStatus } from '../../api/types';

/** The statuses in the order of a pattern's life. */
const life: readonly PatternStatus[] = ['draft', 'active', 'deprecated', 'archived'];

export interface KindRow {
  readonly kind: PatternKind;
  readonly patterns: number;
  readonly statuses: readonly { readonly status: PatternStatus; readonly patterns: number }[];
}

/** The counts by kind, largest first, each split by status. */
export function kindRows(groups: CatalogueCounts['groups']): KindRow[] {
  const kinds = new Map<PatternKind, Map<PatternStatus, number>>();
  for (const { kind, status, patterns } of groups) {
    const statuses = kinds.get(kind) ?? new Map<PatternStatus, number>();
    statuses.set(status, (statuses.get(status) ?? 0) + patterns);
    kinds.set(kind, statuses);
  }
  return [...kinds]
    .map(([kind, statuses]) => ({
      kind,
      patterns: [...statuses.values()].reduce((sum, n) => sum + n, 0),
      statuses: life.flatMap((status) => {
        const patterns = statuses.get(status) ?? 0;
        return patterns === 0 ? [] : [{ status, patterns }];
      }),
    }))
    .sort((a, b) => b.patterns - a.patterns || a.kind.localeCompare(b.kind));
}
