import type { ConfidenceReliability, MatchResponse } from '../api/types';
import { plural } from '../format/numbers';

type Basis = Pick<MatchResponse | ConfidenceReliability, 'labels_used'> & {
  readonly basis?: string;
  readonly confidence_basis?: string;
};

/** The stages of calibration, by their wire names. */
const stages: Readonly<Record<string, string>> = {
  prior: 'stage 0, a fixed map that no outcome has shaped yet',
  platt: 'stage 1, Platt scaling',
  isotonic: 'stage 2, isotonic regression',
};

/** What stands behind the confidences, in a sentence. */
export function basisText({ basis, confidence_basis, labels_used }: Basis): string {
  const name = basis ?? confidence_basis ?? '';
  const outcomes = labels_used > 0 ? ` on ${plural(labels_used, 'judged result')}` : '';
  return `Confidence is ${stages[name] ?? name}${outcomes}.`;
}
