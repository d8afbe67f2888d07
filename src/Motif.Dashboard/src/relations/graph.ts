import type { GraphNode, PatternGraph, RelationshipType } from '../api/types';
import { base, escape, legend } from '../charts/axes';
import type { ChartTable } from '../charts/Chart';
import { scoreColor, type Palette } from '../charts/palette';
import { plural, score, words } from '../format/numbers';

/** Every type of relation, in the order of the legend. */
export const relationTypes = [
  'uses',
  'extends',
  'composed_of',
  'creates',
  'similar_to',
] as const satisfies readonly RelationshipType[];

/** Names on the picture are cut here; the tooltip has all of it. */
const maxLabel = 26;

/** More names than that only cover each other; the others appear under the pointer. */
const maxNamed = 60;

/** The id of a node: that of its pattern, or the name of what lies outside. */
const nodeId = (node: Pick<GraphNode, 'pattern_id' | 'name'>): string =>
  node.pattern_id ?? `external:${node.name}`;

const short = (name: string): string =>
  name.length > maxLabel ? `${name.slice(0, maxLabel - 1)}…` : name;

/** Area grows with use, so that ten uses look ten times as much as one, within reason. */
const size = (node: GraphNode): number =>
  Math.min(46, (node.depth === 0 ? 22 : 11) + 3 * Math.sqrt(node.uses));

function colorOf(node: GraphNode, palette: Palette): string {
  if (node.pattern_id === null) return palette.surface;
  return node.quality === null ? palette.muted : scoreColor(palette, node.quality);
}

function drawnNode(node: GraphNode, palette: Palette, isNamed: boolean) {
  return {
    id: nodeId(node),
    name: node.name,
    patternId: node.pattern_id,
    symbol: node.pattern_id === null ? 'diamond' : 'circle',
    symbolSize: size(node),
    itemStyle: {
      color: colorOf(node, palette),
      borderColor:
        node.depth === 0
          ? palette.text
          : node.pattern_id === null
            ? palette.muted
            : palette.surface,
      borderWidth: node.depth === 0 ? 3 : 1.5,
    },
    label: { show: isNamed, fontWeight: node.depth === 0 ? 700 : 400, formatter: short(node.name) },
    tooltip: { formatter: nodeTip(node) },
  };
}

const nodeTip = (node: GraphNode): string =>
  node.pattern_id === null
    ? `<b>${escape(node.name)}</b><br>outside the catalogue`
    : `<b>${escape(node.name)}</b><br>${escape(words(node.pattern_type ?? ''))}<br>` +
      `quality ${score(node.quality)} · ${plural(node.uses, 'use')}`;

type Edge = PatternGraph['edges'][number];

const edgeColor = (type: RelationshipType, palette: Palette): string =>
  palette.series[relationTypes.indexOf(type)] ?? palette.muted;

function drawnEdge(edge: Edge, palette: Palette) {
  const isDirected = edge.type !== 'similar_to';
  return {
    source: edge.source_id,
    target: edge.target_id ?? `external:${edge.external ?? ''}`,
    symbol: ['none', isDirected ? 'arrow' : 'none'],
    lineStyle: {
      color: edgeColor(edge.type, palette),
      // The surer, the stronger.
      opacity: 0.35 + 0.6 * edge.confidence,
      type: isDirected ? 'solid' : 'dashed',
    },
    tooltip: {
      formatter:
        `${words(edge.type)} · confidence ${edge.confidence.toFixed(2)}` +
        (edge.evidence === null ? '' : `<br>${escape(edge.evidence)}`),
    },
  };
}

/** Few nodes stand apart, many stand closer, so that all of them fit the picture. */
const forces = (nodes: number) => ({
  repulsion: Math.min(400, Math.max(50, 12_000 / nodes)),
  edgeLength: nodes > 20 ? [30, 110] : [70, 140],
  gravity: 0.12,
});

/** Many lines on top of each other must not hide what they join. */
const manyEdges = 100;

/** The neighbourhood of a pattern: colour is quality, size is use, a diamond lies outside the catalogue. */
export function graphOption(graph: PatternGraph, palette: Palette) {
  const areAllNamed = graph.nodes.length <= maxNamed;
  return {
    ...base(palette),
    legend: { ...legend(palette), data: [] },
    series: [
      {
        type: 'graph',
        layout: 'force',
        roam: true,
        scaleLimit: { min: 0.3, max: 6 },
        // From the same start every time, so that the picture of the same data stays the same.
        force: {
          initLayout: 'circular',
          ...forces(graph.nodes.length),
          layoutAnimation: false,
        },
        data: graph.nodes.map((node) => drawnNode(node, palette, areAllNamed || node.depth <= 1)),
        links: graph.edges.map((edge) => drawnEdge(edge, palette)),
        edgeSymbolSize: 7,
        lineStyle: { width: graph.edges.length > manyEdges ? 0.9 : 1.6, curveness: 0.06 },
        labelLayout: { hideOverlap: true },
        label: { position: 'right', color: palette.text, fontSize: 12 },
        emphasis: { focus: 'adjacency', label: { show: true } },
      },
    ],
  };
}

export function graphTable(graph: PatternGraph): ChartTable {
  const names = new Map(graph.nodes.map((node) => [nodeId(node), node.name]));
  return {
    head: ['From', 'Relation', 'To', 'Confidence'],
    rows: graph.edges.map((edge) => [
      names.get(edge.source_id) ?? edge.source_id,
      words(edge.type),
      edge.external ?? names.get(edge.target_id ?? '') ?? edge.target_id ?? '',
      edge.confidence.toFixed(2),
    ]),
  };
}

export function graphLabel(graph: PatternGraph): string {
  const outside = graph.nodes.filter((node) => node.pattern_id === null).length;
  return (
    `${plural(graph.nodes.length - outside, 'pattern')} and ${plural(outside, 'name')} outside the catalogue, ` +
    `with ${plural(graph.edges.length, 'relation')}`
  );
}
