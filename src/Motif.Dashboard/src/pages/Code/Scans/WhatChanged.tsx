import { Text } from '@mantine/core';
import type { ScanChanges } from '../../../api/types';
import { count, plural, score } from '../../../format/numbers';
import { PatternLink } from '../../../patterns/PatternLink';
import classes from './Scans.module.css';

const groups = [
  ['added', 'New'],
  ['retired', 'Gone'],
  ['improved', 'Better'],
  ['worsened', 'Worse'],
] as const;

/** Since the scan before: which patterns are new, gone, better and worse; what did not happen is left out. */
export function WhatChanged({ changes }: { changes: ScanChanges }) {
  const shown = groups.filter(([name]) => changes[name].total > 0);
  if (changes.since === null || shown.length === 0) return null;
  return (
    <details className={classes.errors}>
      <summary>
        Since the scan before:{' '}
        {shown
          .map(([name, title]) => `${count(changes[name].total)} ${title.toLowerCase()}`)
          .join(', ')}
      </summary>
      <div className={classes.changes}>
        {shown.map(([name, title]) => (
          <section key={name} aria-label={title}>
            <Text size="sm" fw={600}>
              {title}
            </Text>
            <Group group={changes[name]} />
          </section>
        ))}
      </div>
    </details>
  );
}

function Group({ group: { total, patterns } }: { group: ScanChanges['added'] }) {
  return (
    <ul>
      {patterns.map(({ pattern_id: id, name, quality_before: before, quality: now }) => (
        <li key={id}>
          <PatternLink patternId={id}>{name}</PatternLink>{' '}
          <Text span size="sm" c="dimmed">
            {before !== null && now !== null && before !== now
              ? `${before.toFixed(3)} before, ${now.toFixed(3)} now`
              : score(now ?? before)}
          </Text>
        </li>
      ))}
      {total > patterns.length && <li>and {plural(total - patterns.length, 'other')}</li>}
    </ul>
  );
}
