import type { Cluster } from '../../../api/types';

/** A neighbourhood with those that lie in it. */
export interface Branch {
  readonly cluster: Cluster;
  readonly children: readonly Branch[];
}

/** The tree of a list in which every neighbourhood names its parent; siblings keep their order. */
export function branches(clusters: readonly Cluster[]): readonly Branch[] {
  const inside = new Map<string | null, Cluster[]>();
  for (const cluster of clusters) {
    const siblings = inside.get(cluster.parent_id);
    if (siblings === undefined) inside.set(cluster.parent_id, [cluster]);
    else siblings.push(cluster);
  }
  const of = (parent: string | null): readonly Branch[] =>
    (inside.get(parent) ?? []).map((cluster) => ({ cluster, children: of(cluster.cluster_id) }));
  return of(null);
}
