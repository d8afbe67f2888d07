import type { GraphNode, PatternGraph, RelationshipType } from '../api/types';
import { base, escape } from '../charts/axes';
import type { ChartTable } from '../charts/Chart';
import { scoreColor, type Palette } from '../charts/palette';
import { percent, plural, score, words } from '../format/numbers';
import { nodeId, targetId } from './neighbours';

/** Every type of relation, in the order of the legend. */
export const relationTypes = [
  'uses',
  'extends',
  'composed_of',
  'creates',
  'similar_to',
] as const satisfies readonly RelationshipType[];

/** Names on the picture are cut here; the tooltip has all of it. */
const maxLabel = 24;

const short = (name: string): string =>
  name.length > maxLabel ? `${name.slice(0, maxLabel - 1)}…` : name;

/** Area grows with use, so that ten uses look ten times as much as one, within reason. */
const size = (node: GraphNode): number =>
  Math.min(46, (node.depth === 0 ? 22 : 11) + 3 * Math.sqrt(node.uses));

function colorOf(node: GraphNode, palette: Palette): string {
  if (node.pattern_id === null) return palette.surface;
  return node.quality === null ? palette.muted : scoreColor(palette, node.quality);
}

function drawnNode(node: GraphNode, palette: Palette) {
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
    label: { fontWeight: node.depth === 0 ? 700 : 400, formatter: short(node.name) },
    tooltip: { formatter: nodeTip(node) },
  };
}

const nodeTip = (node: GraphNode): string =>
  node.pattern_id === null
    ? `<b>${escape(node.name)}</b><br>outside the catalogue`
    : `<b>${escape(node.name)}</b><br>${escape(words(node.pattern_type ?? ''))}<br>` +
      `quality ${score(node.quality)} · ${plural(node.uses, 'use')}`;

type Edge = PatternGraph['edges'][number];

/** The colour of a type of relation, everywhere. */
export const relationColor = (type: RelationshipType, palette: Palette): string =>
  palette.series[relationTypes.indexOf(type)] ?? palette.muted;

function drawnEdge(edge: Edge, palette: Palette) {
  const isDirected = edge.type !== 'similar_to';
  return {
    source: edge.source_id,
    target: targetId(edge),
    symbol: ['none', isDirected ? 'arrow' : 'none'],
    lineStyle: {
      color: relationColor(edge.type, palette),
      // The surer, the stronger.
      opacity: 0.2 + 0.6 * edge.confidence,
      type: isDirected ? 'solid' : 'dashed',
    },
    tooltip: {
      formatter:
        `${words(edge.type)}, ${percent(edge.confidence)} sure` +
        (edge.evidence === null ? '' : `<br>${escape(edge.evidence)}`),
    },
  };
}

/** A circle holds so many names without one covering another. */
export const mostOnCircle = 48;

/**
 * The neighbourhood of a pattern on a circle, names outward, so that none covers another. Colour is quality, size is
 * use, a diamond lies outside the catalogue.
 */
export const graphOption = (graph: PatternGraph, palette: Palette) => ({
  ...base(palette),
  series: [
    {
      type: 'graph',
      layout: 'circular',
      circular: { rotateLabel: true },
      // Room for the names around the circle.
      left: 190,
      right: 190,
      top: 175,
      bottom: 175,
      data: graph.nodes.map((node) => drawnNode(node, palette)),
      links: graph.edges.map((edge) => drawnEdge(edge, palette)),
      edgeSymbolSize: 6,
      lineStyle: { width: 1.4, curveness: 0.25 },
      label: { show: true, position: 'right', color: palette.text, fontSize: 12 },
      emphasis: { focus: 'adjacency', lineStyle: { width: 2.4 } },
    },
  ],
});

export function graphTable(graph: PatternGraph): ChartTable {
  const names = new Map(graph.nodes.map((node) => [nodeId(node), node.name]));
  return {
    head: ['From', 'Relation', 'To', 'Sure'],
    rows: graph.edges.map((edge) => [
      names.get(edge.source_id) ?? edge.source_id,
      words(edge.type),
      edge.external ?? names.get(edge.target_id ?? '') ?? edge.target_id ?? '',
      percent(edge.confidence),
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
