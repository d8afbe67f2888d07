import { Text } from '@mantine/core';
import type { PatternVersion } from '../../api/types';
import { words } from '../../format/numbers';
import { Ago } from '../../patterns/Ago';
import { PatternLink } from '../../patterns/PatternLink';
import classes from './List.module.css';

/** As many as the lists beside it have room for. */
const shown = 7;

/** The newest versions of all patterns. */
export const Activity = ({ versions }: { versions: readonly PatternVersion[] }) => (
  <ol className={classes.list}>
    {versions.slice(0, shown).map((version) => (
      <li key={`${version.pattern_id}/${version.version}`} className={classes.row}>
        <div style={{ minWidth: 0 }}>
          <PatternLink patternId={version.pattern_id}>{version.snapshot.name}</PatternLink>
          <Text size="sm" c="dimmed">
            {words(version.event)} by {version.actor} · <Ago at={version.at} />
          </Text>
        </div>
        <Text size="sm" c="dimmed" className="tabular">
          v{version.version}
        </Text>
      </li>
    ))}
  </ol>
);
