import type { ConfidenceReliability, MatchResponse, Overview, Pattern } from '../api/types';

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

/** A reliability that nobody has judged yet. */
export const reliability = (
  changes: Partial<ConfidenceReliability> = {},
): ConfidenceReliability => ({
  calibrator: { model: 'motif-lexicon', analyzer: '1', weights: '0.40/0.20/0.30/0.10' },
  basis: 'prior',
  labels_used: 0,
  fitted_at: null,
  next_basis: 'platt',
  labels_to_next: 50,
  diagram: {
    bins: Array.from({ length: 10 }, (_, bin) => ({
      from: bin / 10,
      to: (bin + 1) / 10,
      count: 0,
      mean_confidence: null,
      useful: null,
    })),
    expected_calibration_error: null,
    count: 0,
  },
  ...changes,
});

const signals = (bm25: number, lsi: number, vec: number, char: number) => ({
  bm25,
  lsi,
  vec,
  char,
  neural: 0,
});

/** An answer with one explained result. */
export const match = (changes: Partial<MatchResponse> = {}): MatchResponse => ({
  match_id: '01998a5e-5f3c-7c11-8d5e-2f0a6c1b9e44',
  matched_patterns: [
    {
      pattern_id: '6b0f3f0e-0000-8000-8000-000000000002',
      kind: 'success',
      pattern_type: 'reliability',
      name: 'Circuit breaker',
      description: 'Stops calling what is broken.',
      confidence_score: 0.71,
      metadata: {
        version: 1,
        quality_metrics: {},
        quality: pattern().quality,
        success_rate: null,
        success_posterior: 0.5,
        match_count: 0,
        last_matched_at: null,
      },
      recommendations: ['Count failures', 'Open after five'],
      explain: {
        rank: 0.85,
        score: 0.9,
        raw: signals(12, 0.6, 0.7, 0.4),
        normalized: signals(1, 0.9, 0.8, 0.6),
        weighted: signals(0.4, 0.18, 0.24, 0.06),
        terms: [{ term: 'dependenc', field: 'past_intents', count: 1, contribution: 4.2 }],
        prior: { success_posterior: 0.5, quality: null, freshness: 1, value: 0.57 },
        confidence: {
          score: 0.9,
          named: 0.6,
          best_named: 0.6,
          best_cosine: 0.7,
          best_evidence: 0.5,
          best_density: 0.6,
        },
      },
    },
  ],
  total_matches: 3,
  below_threshold_count: 0,
  best_below: null,
  confidence_basis: 'prior',
  labels_used: 0,
  degraded: false,
  query_metadata: {
    query_time_ms: 1.25,
    embedding_model: 'motif-lexicon',
    analyzer: '1',
    corrections: [],
  },
  explain: null,
  ...changes,
});
