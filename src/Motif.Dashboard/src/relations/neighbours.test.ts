import { describe, expect, it } from 'vitest';
import type { PatternGraph } from '../api/types';
import { nearest, neighboursOf } from './neighbours';

const node = (pattern_id: string, depth: number) => ({
  pattern_id,
  name: pattern_id.toUpperCase(),
  pattern_type: 'class_pattern',
  quality: null,
  uses: 0,
  depth,
});

const edge = (
  source_id: string,
  target_id: string,
  confidence: number,
  type: 'uses' | 'similar_to' = 'uses',
) => ({ source_id, type, target_id, external: null, confidence, evidence: null });

const graph: PatternGraph = {
  nodes: [node('a', 0), node('b', 1), node('c', 1), node('d', 1), node('e', 2)],
  edges: [
    edge('a', 'b', 0.4),
    edge('a', 'c', 0.9),
    edge('d', 'a', 0.8),
    edge('b', 'a', 0.7, 'similar_to'),
    edge('c', 'e', 1),
    edge('b', 'c', 1),
  ],
  cycles: [],
  truncated: false,
};

const ids = (list: readonly { node: { pattern_id: string | null } }[]) =>
  list.map(({ node: { pattern_id } }) => pattern_id);

describe('the neighbours of a pattern', () => {
  it('are told by direction, the surest first, and no relation among themselves', () => {
    const { incoming, outgoing, alike } = neighboursOf(graph, 'a', 0);
    expect(ids(incoming)).toEqual(['d']);
    expect(ids(outgoing)).toEqual(['c', 'b']);
    expect(ids(alike)).toEqual(['b']);
  });

  it('are only those that are sure enough', () => {
    expect(ids(neighboursOf(graph, 'a', 0.5).outgoing)).toEqual(['c']);
  });
});

describe('the picture of several steps', () => {
  it('takes the nearest and among them the surest, and no edge to what is left out', () => {
    const { nodes, edges } = nearest(graph, 0, 3);
    expect(nodes.map(({ pattern_id }) => pattern_id)).toEqual(['a', 'b', 'c']);
    expect(edges.every(({ target_id }) => target_id !== 'e')).toBe(true);
  });

  it('leaves out what no relation is sure enough of', () => {
    expect(nearest(graph, 0.95, 9).nodes.map(({ pattern_id }) => pattern_id)).toEqual([
      'a',
      'b',
      'c',
      'e',
    ]);
  });
});
