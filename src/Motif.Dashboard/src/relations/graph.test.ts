import { describe, expect, it } from 'vitest';
import type { PatternGraph } from '../api/types';
import { light } from '../charts/palette';
import { graphLabel, graphOption, graphTable } from './graph';

const graph: PatternGraph = {
  nodes: [
    {
      pattern_id: 'a',
      name: '<b>A</b>',
      pattern_type: 'class_pattern',
      quality: 0.9,
      uses: 16,
      depth: 0,
    },
    { pattern_id: 'b', name: 'B', pattern_type: 'class_pattern', quality: null, uses: 0, depth: 1 },
    {
      pattern_id: null,
      name: 'asyncio.sleep',
      pattern_type: null,
      quality: null,
      uses: 0,
      depth: 1,
    },
  ],
  edges: [
    {
      source_id: 'a',
      type: 'uses',
      target_id: null,
      external: 'asyncio.sleep',
      confidence: 1,
      evidence: 'call <x>',
    },
    {
      source_id: 'a',
      type: 'similar_to',
      target_id: 'b',
      external: null,
      confidence: 0.7,
      evidence: null,
    },
  ],
  cycles: [],
  truncated: false,
};

const series = () => {
  const [only] = graphOption(graph, light).series;
  if (only === undefined) throw new Error('the graph has no series');
  return only;
};

describe('the relation graph', () => {
  it('joins every edge to a node that is there', () => {
    const ids = new Set(series().data.map((node) => node.id));
    for (const link of series().links) {
      expect(ids).toContain(link.source);
      expect(ids).toContain(link.target);
    }
  });

  it('draws what lies outside as a diamond that leads nowhere', () => {
    const outside = series().data.find((node) => node.name === 'asyncio.sleep');
    expect(outside).toMatchObject({ symbol: 'diamond', patternId: null });
  });

  it('gives the unmeasured no colour of the scale', () => {
    expect(series().data[1]?.itemStyle.color).toBe(light.muted);
  });

  it('shows similarity without a direction', () => {
    expect(series().links.map((link) => link.symbol[1])).toEqual(['arrow', 'none']);
  });

  it('escapes names and evidence in tooltips', () => {
    expect(series().data[0]?.tooltip.formatter).toContain('&#60;b&#62;A');
    expect(series().links[0]?.tooltip.formatter).toContain('call &#60;x&#62;');
  });

  it('has its relations as a table too', () => {
    expect(graphTable(graph).rows).toEqual([
      ['<b>A</b>', 'uses', 'asyncio.sleep', '100\u00a0%'],
      ['<b>A</b>', 'similar to', 'B', '70\u00a0%'],
    ]);
    expect(graphLabel(graph)).toBe('2 patterns and 1 name outside the catalogue, with 2 relations');
  });
});
