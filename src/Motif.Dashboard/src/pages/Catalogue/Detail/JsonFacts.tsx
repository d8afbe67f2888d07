import type { ReactNode } from 'react';
import { title } from '../../../format/numbers';
import { Facts } from '../../../frame/Facts';
import classes from './JsonFacts.module.css';

/** Deeper structures are shown as JSON: nobody reads a table in a table in a table. */
const maxDepth = 3;

/** Longer texts are no words. */
const maxShort = 24;

type Members = Readonly<Record<string, unknown>>;

/** Any JSON object as names and values. */
export const JsonFacts = ({ data, depth = 0 }: { data: Members; depth?: number }) => (
  <Facts
    facts={Object.entries(data).map(([name, value]) => [title(name), drawn(value, depth + 1)])}
  />
);

const none = <span className={classes.none}>none</span>;

function drawn(value: unknown, depth: number): ReactNode {
  if (value === null || value === '') return none;
  if (typeof value === 'string')
    return value.includes('\n') ? <pre className={classes.text}>{value}</pre> : value;
  if (typeof value !== 'object') return JSON.stringify(value);
  if (depth > maxDepth) return <code>{JSON.stringify(value)}</code>;
  if (Array.isArray(value))
    return value.length === 0 ? none : <Items items={value} depth={depth} />;
  return <JsonFacts data={value as Members} depth={depth} />;
}

const isShort = (item: unknown): boolean =>
  typeof item === 'number' || (typeof item === 'string' && item.length <= maxShort);

/** Words stand in a line, anything longer below each other. */
const Items = ({ items, depth }: { items: readonly unknown[]; depth: number }) =>
  items.every(isShort) ? (
    items.join(', ')
  ) : (
    <ol className={classes.items}>
      {items.map((item, index) => (
        <li key={index}>{drawn(item, depth + 1)}</li>
      ))}
    </ol>
  );
