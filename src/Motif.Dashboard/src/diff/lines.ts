import { diffArrays } from 'diff';

/** A line of a comparison: kept, only in the old text, or only in the new one. */
export interface DiffLine {
  readonly change: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Beyond this many edits the texts have little in common and are shown as replaced; the time grows with edits × lines. */
const maxEdits = 1000;

/** A shortest way from one text to the other by lines. */
export function diffLines(before: readonly string[], after: readonly string[]): DiffLine[] {
  const parts = diffArrays([...before], [...after], { maxEditLength: maxEdits });
  if (parts === undefined) return [...before.map(of('removed')), ...after.map(of('added'))];
  return parts.flatMap(({ added, removed, value }) =>
    value.map(of(added ? 'added' : removed ? 'removed' : 'same')),
  );
}

const of =
  (change: DiffLine['change']) =>
  (text: string): DiffLine => ({ change, text });
