import type { GraphNode, PatternGraph } from '../api/types';

type Edge = PatternGraph['edges'][number];

/** One relation of a pattern, seen from it. */
export interface Neighbour {
  readonly edge: Edge;
  readonly node: GraphNode;
}

/** What leads to a pattern, where it leads, and what is like it; the surest first. */
export interface Neighbours {
  readonly incoming: readonly Neighbour[];
  readonly outgoing: readonly Neighbour[];
  readonly alike: readonly Neighbour[];
}

/** The id of a node: that of its pattern, or the name of what lies outside. */
export const nodeId = (node: Pick<GraphNode, 'pattern_id' | 'name'>): string =>
  node.pattern_id ?? `external:${node.name}`;

/** The id of the node that an edge leads to. */
export const targetId = ({ target_id, external }: Edge): string =>
  target_id ?? `external:${external ?? ''}`;

const surestFirst = (a: Neighbour, b: Neighbour): number =>
  b.edge.confidence - a.edge.confidence || (a.node.name < b.node.name ? -1 : 1);

/** The neighbours by relations that are at least so sure. */
export function neighboursOf(graph: PatternGraph, patternId: string, least: number): Neighbours {
  const nodes = new Map(graph.nodes.map((node) => [nodeId(node), node]));
  const seen = (edge: Edge, id: string): Neighbour[] => {
    const node = nodes.get(id);
    return node === undefined ? [] : [{ edge, node }];
  };
  const edges = graph.edges.filter(({ confidence }) => confidence >= least);
  const others = edges.filter(({ type }) => type !== 'similar_to');
  return {
    incoming: others
      .filter((edge) => edge.target_id === patternId)
      .flatMap((edge) => seen(edge, edge.source_id))
      .sort(surestFirst),
    outgoing: others
      .filter((edge) => edge.source_id === patternId)
      .flatMap((edge) => seen(edge, targetId(edge)))
      .sort(surestFirst),
    alike: edges
      .filter((edge) => edge.type === 'similar_to')
      .filter((edge) => edge.source_id === patternId || edge.target_id === patternId)
      .flatMap((edge) => seen(edge, edge.source_id === patternId ? targetId(edge) : edge.source_id))
      .sort(surestFirst),
  };
}

/** The part of a graph with at most so many nodes, taking the surest relations of what stands nearest first. */
export function nearest(graph: PatternGraph, least: number, most: number): PatternGraph {
  const edges = graph.edges.filter(({ confidence }) => confidence >= least);
  const sureness = new Map<string, number>();
  for (const edge of edges)
    for (const id of [edge.source_id, targetId(edge)])
      sureness.set(id, Math.max(sureness.get(id) ?? 0, edge.confidence));
  const nodes = graph.nodes
    .filter((node) => node.depth === 0 || sureness.has(nodeId(node)))
    .sort(
      (a, b) =>
        a.depth - b.depth ||
        (sureness.get(nodeId(b)) ?? 0) - (sureness.get(nodeId(a)) ?? 0) ||
        (a.name < b.name ? -1 : 1),
    )
    .slice(0, most);
  const kept = new Set(nodes.map(nodeId));
  return {
    ...graph,
    nodes,
    edges: edges.filter((edge) => kept.has(edge.source_id) && kept.has(targetId(edge))),
  };
}
