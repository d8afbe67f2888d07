import { describe, expect, it } from 'vitest';
import type { PatternContent } from '../api/types';
import { snapshotLines } from './snapshot';

const content: PatternContent = {
  name: 'Retry',
  pattern_type: 'function_pattern',
  status: 'active',
  description: 'first\nsecond',
  tags: ['a', 'b'],
  body: { steps: [{ do: 'x' }, 'y'], limit: 3, none: null, empty: {} },
};

describe('a snapshot as text', () => {
  it('has one value a line, so that a comparison shows what changed', () => {
    expect(snapshotLines(content)).toEqual([
      'name: Retry',
      'type: function_pattern',
      'status: active',
      'description: |',
      '  first',
      '  second',
      'tags:',
      '  - a',
      '  - b',
      'body:',
      '  steps:',
      '    -',
      '      do: x',
      '    - y',
      '  limit: 3',
      '  none: null',
      '  empty: {}',
    ]);
  });
});
