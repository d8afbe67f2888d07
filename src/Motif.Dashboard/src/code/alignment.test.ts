import { expect, it } from 'vitest';
import { aligned } from './alignment';

it('two texts stand beside each other line by line, gaps where only one has a line', () => {
  const [left, right] = aligned(['a', 'b', 'c', 'd'], ['a', 'x', 'y', '  c', 'd']);
  expect(left.lines).toEqual(['a', 'b', '', 'c', 'd']);
  expect(right.lines).toEqual(['a', 'x', 'y', '  c', 'd']);
  expect(left.places).toEqual([0, 1, null, 2, 3]);
  expect([left.different, right.different]).toEqual([[1], [1, 2]]);
});

it('equal texts have no difference, however they are indented', () => {
  const [left, right] = aligned(['if x:', '  y()'], ['  if x:', '    y()']);
  expect([left.different, right.different]).toEqual([[], []]);
});

it('texts that only one side has are all different', () => {
  const [left, right] = aligned([], ['a']);
  expect(left.places).toEqual([null]);
  expect(right.different).toEqual([0]);
});
