import { diffArrays } from 'diff';

/** One of two texts, stretched so that its lines stand beside those of the other. */
export interface Side {
  readonly lines: readonly string[];
  /** By line: its place in the text it came from; null where only the other text has a line. */
  readonly places: readonly (number | null)[];
  /** Lines that the other text does not have. */
  readonly different: readonly number[];
}

/** Beyond this many edits two texts are shown as they stand. */
const maxEdits = 2000;

/** Two texts side by side. How far a line is indented does not make it another. */
export function aligned(left: readonly string[], right: readonly string[]): [Side, Side] {
  const parts = diffArrays(
    left.map((line) => line.trim()),
    right.map((line) => line.trim()),
    { maxEditLength: maxEdits },
  );
  const sides = [new Stretched(left), new Stretched(right)] as const;
  if (parts === undefined) {
    for (const side of sides) side.take(Infinity, false);
    return [sides[0], sides[1]];
  }
  for (let at = 0; at < parts.length; at++) {
    const { added, removed, count = 0 } = parts[at] ?? { added: false, removed: false };
    if (!added && !removed) for (const side of sides) side.take(count, false);
    else {
      // What was taken out stands beside what came in its place.
      const next = removed && parts[at + 1]?.added === true ? parts[++at] : undefined;
      const [out, into] = removed ? [count, next?.count ?? 0] : [0, count];
      sides[0].take(out, true);
      sides[1].take(into, true);
      sides[0].fill(into - out);
      sides[1].fill(out - into);
    }
  }
  return [sides[0], sides[1]];
}

class Stretched implements Side {
  readonly lines: string[] = [];
  readonly places: (number | null)[] = [];
  readonly different: number[] = [];
  #at = 0;

  constructor(private readonly text: readonly string[]) {}

  take(count: number, isDifferent: boolean): void {
    const end = Math.min(this.text.length, this.#at + count);
    for (; this.#at < end; this.#at++) {
      if (isDifferent) this.different.push(this.lines.length);
      this.lines.push(this.text[this.#at] ?? '');
      this.places.push(this.#at);
    }
  }

  fill(count: number): void {
    for (let i = 0; i < count; i++) {
      this.lines.push('');
      this.places.push(null);
    }
  }
}
