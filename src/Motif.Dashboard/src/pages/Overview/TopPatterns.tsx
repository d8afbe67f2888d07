import { Text } from '@mantine/core';
import { usePatterns } from '../../api/catalogue';
import type { Pattern } from '../../api/types';
import { plural } from '../../format/numbers';
import { TypeLine } from '../../patterns/Badges';
import { PatternLink } from '../../patterns/PatternLink';
import { QualityMeter } from '../../patterns/QualityMeter';
import { Panel } from '../../frame/Panel';
import { Answer } from '../../states/Answer';
import classes from './List.module.css';

type Order = 'quality' | 'uses';

/** The five active patterns that lead in one measure; those without the measure are not in the running. */
export function TopPatterns({ by, title }: { by: Order; title: string }) {
  const patterns = usePatterns({ sort: by, status: ['active'], limit: 5 });
  return (
    <Panel title={title}>
      <Answer query={patterns}>
        {({ items }) => {
          const leading = items.filter((pattern) =>
            by === 'uses' ? pattern.usage.uses > 0 : pattern.quality.score !== null,
          );
          return leading.length === 0 ? (
            <Nothing by={by} />
          ) : (
            <ol className={classes.list}>
              {leading.map((pattern) => (
                <li key={pattern.pattern_id} className={classes.row}>
                  <div style={{ minWidth: 0 }}>
                    <PatternLink patternId={pattern.pattern_id}>{pattern.name}</PatternLink>
                    <Text size="sm" c="dimmed">
                      <TypeLine pattern={pattern} />
                    </Text>
                  </div>
                  <Measure pattern={pattern} by={by} />
                </li>
              ))}
            </ol>
          );
        }}
      </Answer>
    </Panel>
  );
}

const Measure = ({ pattern, by }: { pattern: Pattern; by: Order }) =>
  by === 'quality' ? (
    <QualityMeter value={pattern.quality.score} width={48} />
  ) : (
    <Text size="sm" className="tabular" style={{ whiteSpace: 'nowrap' }}>
      {plural(pattern.usage.uses, 'use')}
    </Text>
  );

const Nothing = ({ by }: { by: Order }) => (
  <Text size="sm" c="dimmed">
    {by === 'uses'
      ? 'No use was recorded yet. Open a pattern and choose “I use this”.'
      : 'No active pattern has a measured quality yet. A scan of source code measures it.'}
  </Text>
);
