import type { PatternContent } from '../api/types';

/** A snapshot as lines of text, so that two of them can be compared: one value a line, long texts as they stand. */
export function snapshotLines(content: PatternContent): string[] {
  return [
    `name: ${content.name}`,
    `type: ${content.pattern_type}`,
    `status: ${content.status}`,
    ...block('description', content.description),
    ...value('tags', content.tags),
    ...value('body', content.body),
  ];
}

/** `name: rest`, or `- rest` for an item of a list. */
const labelled = (name: string, rest: string): string =>
  name === item ? `${item} ${rest}` : `${name}: ${rest}`;

const item = '-';

const opening = (name: string): string => (name === item ? item : `${name}:`);

function value(name: string, data: unknown): string[] {
  if (Array.isArray(data)) return list(name, data);
  if (typeof data === 'object' && data !== null) {
    const members = Object.entries(data);
    return members.length === 0
      ? [labelled(name, '{}')]
      : [opening(name), ...indent(members.flatMap(([key, member]) => value(key, member)))];
  }
  return typeof data === 'string' ? block(name, data) : [labelled(name, JSON.stringify(data))];
}

const list = (name: string, items: readonly unknown[]): string[] =>
  items.length === 0
    ? [labelled(name, '[]')]
    : [opening(name), ...indent(items.flatMap((data) => value(item, data)))];

function block(name: string, text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  return lines.length === 1 ? [labelled(name, text)] : [labelled(name, '|'), ...indent(lines)];
}

const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);
