import { Text } from '@mantine/core';
import type { PatternVersion } from '../../api/types';
import { plural, words } from '../../format/numbers';
import { Ago } from '../../patterns/Ago';
import { PatternLink } from '../../patterns/PatternLink';
import { activities, type Activity as Happened } from './activities';
import classes from './List.module.css';

/** As many as the lists beside it have room for. */
const shown = 5;

/** Named of what happened to many. */
const named = 3;

/** What happened lately. */
export const Activity = ({ versions }: { versions: readonly PatternVersion[] }) => (
  <ol className={classes.list}>
    {activities(versions)
      .slice(0, shown)
      .map(({ versions: [first, ...more] }) => (
        <li key={`${first.pattern_id}/${first.version}`} className={classes.row}>
          <Entry versions={[first, ...more]} isCut={versions.length === 1 + more.length} />
        </li>
      ))}
  </ol>
);

function Entry({ versions, isCut }: Happened & { isCut: boolean }) {
  const [newest] = versions;
  const rest = versions.length - named;
  return (
    <div style={{ minWidth: 0 }}>
      {versions.slice(0, named).map(({ pattern_id: id, snapshot }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <PatternLink patternId={id}>{snapshot.name}</PatternLink>
        </span>
      ))}
      {rest > 0 && ` and ${isCut ? 'at least ' : ''}${plural(rest, 'other')}`}
      <Text size="sm" c="dimmed">
        {words(newest.event)} by {newest.actor}, <Ago at={newest.at} />
      </Text>
    </div>
  );
}
