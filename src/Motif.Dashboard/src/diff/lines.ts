/** A line of a comparison: kept, only in the old text, or only in the new one. */
export interface DiffLine {
  readonly change: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Beyond this many edits the texts have little in common and are shown as replaced. */
const maxEdits = 1000;

/**
 * The shortest edit script between two texts by lines: E. W. Myers, “An O(ND) Difference Algorithm and Its
 * Variations”, Algorithmica 1 (1986). Time O((n + m)·d), memory O(d²), d the number of edits.
 */
export function diffLines(before: readonly string[], after: readonly string[]): DiffLine[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail++;
  return [
    ...before.slice(0, head).map(same),
    ...middle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...before.slice(before.length - tail).map(same),
  ];
}

const same = (text: string): DiffLine => ({ change: 'same', text });
const removed = (text: string): DiffLine => ({ change: 'removed', text });
const added = (text: string): DiffLine => ({ change: 'added', text });

/** What differs once the common beginning and end are off. */
function middle(before: readonly string[], after: readonly string[]): DiffLine[] {
  const rounds = search(before, after);
  return rounds === null
    ? [...before.map(removed), ...after.map(added)]
    : trace(before, after, rounds);
}

/** The furthest reaching x on every diagonal k = x − y, before each round; null when there are too many edits. */
function search(before: readonly string[], after: readonly string[]): Map<number, number>[] | null {
  const furthest = new Map<number, number>([[1, 0]]);
  const rounds: Map<number, number>[] = [];
  for (let edits = 0; edits <= Math.min(before.length + after.length, maxEdits); edits++) {
    rounds.push(new Map(furthest));
    for (let k = -edits; k <= edits; k += 2) {
      let x = start(furthest, k, edits);
      while (x < before.length && x - k < after.length && before[x] === after[x - k]) x++;
      furthest.set(k, x);
      if (x >= before.length && x - k >= after.length) return rounds;
    }
  }
  return null;
}

const reached = (furthest: ReadonlyMap<number, number>, k: number): number => furthest.get(k) ?? -1;

/** Down (an added line) from the diagonal above, or right (a removed line) from the one below. */
const isDown = (furthest: ReadonlyMap<number, number>, k: number, edits: number): boolean =>
  k === -edits || (k !== edits && reached(furthest, k - 1) < reached(furthest, k + 1));

const start = (furthest: ReadonlyMap<number, number>, k: number, edits: number): number =>
  isDown(furthest, k, edits) ? reached(furthest, k + 1) : reached(furthest, k - 1) + 1;

/** The way back from the end through the rounds. */
function trace(
  before: readonly string[],
  after: readonly string[],
  rounds: readonly ReadonlyMap<number, number>[],
): DiffLine[] {
  const lines: DiffLine[] = [];
  let x = before.length;
  let y = after.length;
  for (let edits = rounds.length - 1; edits >= 0; edits--) {
    const furthest = rounds[edits] ?? new Map<number, number>();
    const down = isDown(furthest, x - y, edits);
    const previous = down ? x - y + 1 : x - y - 1;
    const fromX = reached(furthest, previous);
    const fromY = fromX - previous;
    for (; x > fromX && y > fromY && x > 0 && y > 0; x--, y--)
      lines.push(same(before[x - 1] ?? ''));
    if (edits > 0) lines.push(down ? added(after[y - 1] ?? '') : removed(before[x - 1] ?? ''));
    x = fromX;
    y = fromY;
  }
  return lines.reverse();
}
