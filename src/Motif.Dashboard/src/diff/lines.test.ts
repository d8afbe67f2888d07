import { describe, expect, it } from 'vitest';
import { diffLines, type DiffLine } from './lines';

const sign = { same: ' ', removed: '-', added: '+' } as const;
const written = (lines: readonly DiffLine[]) =>
  lines.map(({ change, text }) => sign[change] + text).join('\n');
const diff = (before: string, after: string) =>
  written(diffLines(before.split(''), after.split(''))).replaceAll('\n', '');

/** Length of the longest common subsequence by the textbook's table, to check minimality against. */
function common(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const x of a) {
    const next = [0];
    b.forEach((y, j) =>
      next.push(x === y ? (row[j] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0)),
    );
    row = next;
  }
  return row[b.length] ?? 0;
}

describe('a comparison by lines', () => {
  it('keeps equal texts', () => expect(diff('abc', 'abc')).toBe(' a b c'));

  it('sees what was added and removed', () => {
    expect(diff('abc', 'axc')).toBe(' a-b+x c');
    expect(diff('', 'ab')).toBe('+a+b');
    expect(diff('ab', '')).toBe('-a-b');
  });

  it('has the length of the paper’s own example', () => {
    const edits = diffLines('ABCABBA'.split(''), 'CBABAC'.split('')).filter(
      (l) => l.change !== 'same',
    );
    expect(edits).toHaveLength(5);
  });

  it('is the shortest one and rebuilds both texts, whatever they are', () => {
    let seed = 7;
    const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    for (let round = 0; round < 300; round++) {
      const text = () => Array.from({ length: next(14) }, () => 'abcd'.charAt(next(4)));
      const [before, after] = [text(), text()];
      const lines = diffLines(before, after);
      const side = (leftOut: DiffLine['change']) =>
        lines.filter((l) => l.change !== leftOut).map((l) => l.text);
      expect(side('added')).toEqual(before);
      expect(side('removed')).toEqual(after);
      expect(lines.filter((l) => l.change === 'same')).toHaveLength(common(before, after));
    }
  });

  it('shows texts with nothing in common as replaced', () => {
    const before = Array.from({ length: 800 }, (_, i) => `old ${i}`);
    const after = Array.from({ length: 800 }, (_, i) => `new ${i}`);
    const lines = diffLines(before, after);
    expect(lines.slice(0, 800).every((l) => l.change === 'removed')).toBe(true);
    expect(lines).toHaveLength(1600);
  });
});
