import type { ConfidenceReliability, MatchResponse } from '../api/types';
import { plural } from '../format/numbers';

type Basis = Pick<MatchResponse | ConfidenceReliability, 'labels_used'> & {
  readonly basis?: string;
  readonly confidence_basis?: string;
};

/** How confidences come about, by the wire name of the stage. */
const stages: Readonly<Record<string, string>> = {
  prior: 'Confidences are first estimates: no reported outcome has corrected them yet.',
  platt: 'Confidences are corrected by reported outcomes (Platt scaling)',
  isotonic: 'Confidences are corrected by reported outcomes (isotonic regression)',
};

/** What stands behind the confidences, in a sentence. */
export function basisText({ basis, confidence_basis, labels_used }: Basis): string {
  const name = basis ?? confidence_basis ?? '';
  const text = stages[name] ?? `Confidences come from ${name}`;
  if (text.endsWith('.')) return text;
  return labels_used > 0 ? `${text}, ${plural(labels_used, 'judged result')}.` : `${text}.`;
}
