import type { Overview, Pattern } from '../api/types';

/** A pattern as the server would send it, for tests that look at one thing of it. */
export const pattern = (changes: Partial<Pattern> = {}): Pattern => ({
  pattern_id: '6b0f3f0e-0000-8000-8000-000000000001',
  kind: 'code',
  pattern_type: 'function_pattern',
  key: 'retry',
  name: 'Async Request with Retry',
  description: 'Tries again after a pause.',
  tags: ['asyncio', 'retry'],
  status: 'active',
  version: 3,
  quality: {
    score: 0.82,
    completeness: 0.65,
    components: { complexity: 0.9, coverage: null },
    profile: 'graded',
  },
  success: { successes: 0, failures: 0, prior_mean: 0.5, rate: null, mean: 0.5, ci90: [0.2, 0.8] },
  usage: { uses: 4, exposures: 9, last_used_at: null },
  body: {},
  created_at: '2026-01-02T03:04:05Z',
  updated_at: '2026-01-03T03:04:05Z',
  ...changes,
});

export const overview = (changes: Partial<Overview> = {}): Overview => ({
  counts: {
    patterns: 7,
    groups: [
      { kind: 'code', pattern_type: 'function_pattern', status: 'active', patterns: 4 },
      { kind: 'code', pattern_type: 'class_pattern', status: 'archived', patterns: 1 },
      { kind: 'success', pattern_type: 'api_optimization', status: 'draft', patterns: 2 },
    ],
    quality_histogram: [0, 0, 0, 0, 1, 0, 0, 2, 1, 0],
    unmeasured: 3,
    relationships: 12,
    uses: 40,
    exposures: 90,
  },
  recent: [],
  usage: {
    days: [{ day: '2026-01-03', uses: 3, exposures: 8, successes: 1, failures: 1 }],
    actors: [],
    last7_days: 3,
    previous7_days: 0,
  },
  ...changes,
});
