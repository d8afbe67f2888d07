import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useOccurrences } from '../../../api/pattern';
import type { Occurrence } from '../../../api/types';
import { percent, plural, title, words } from '../../../format/numbers';
import { QualityMeter } from '../../../patterns/QualityMeter';
import { Answer } from '../../../states/Answer';
import { Empty } from '../../../states/Empty';
import classes from './Occurrences.module.css';
import type { SectionProps } from './section';

const first = 25;
const most = 1000;

/** The places where the pattern stands, each with what was seen there. */
export function Occurrences({ pattern }: SectionProps) {
  const [limit, setLimit] = useState(first);
  const occurrences = useOccurrences(pattern.pattern_id, limit);
  return (
    <Answer query={occurrences}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title="It stands nowhere now" command="motif code scan .">
            The source it was found in is gone or was never scanned here.
          </Empty>
        ) : (
          <Stack gap="md">
            <ol className={classes.list}>
              {items.map((occurrence) => (
                <Place key={placeOf(occurrence)} occurrence={occurrence} />
              ))}
            </ol>
            {items.length === limit && limit < most && (
              <Button
                variant="default"
                onClick={() => setLimit(most)}
                style={{ alignSelf: 'center' }}
              >
                Show up to {most}
              </Button>
            )}
          </Stack>
        )
      }
    </Answer>
  );
}

const placeOf = (o: Occurrence): string =>
  `${o.repository}/${o.file}:${o.start_line}:${o.qualified_name}:${o.rule}`;

const Place = ({ occurrence }: { occurrence: Occurrence }) => (
  <li className={classes.place}>
    <Group justify="space-between" align="flex-start" gap="xs">
      <div style={{ minWidth: 0 }}>
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {occurrence.qualified_name}
        </Text>
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {occurrence.repository} · {occurrence.file}:{occurrence.start_line}–{occurrence.end_line}
        </Text>
      </div>
      <Group gap="md">
        <Text size="sm" c="dimmed">
          {words(occurrence.rule)}, {percent(occurrence.confidence)} sure
        </Text>
        <QualityMeter value={occurrence.quality.score} width={48} />
      </Group>
    </Group>
    <Why occurrence={occurrence} />
  </li>
);

/** The signals that made the rule fire, with their lines, and what was measured there. */
const Why = ({ occurrence: { evidence, metrics } }: { occurrence: Occurrence }) => (
  <details className={classes.why}>
    <summary>Why: {plural(evidence.length, 'signal')}</summary>
    <ul>
      {evidence.map((signal, index) => (
        <li key={index}>
          {signal.signal}{' '}
          <Text span size="sm" c="dimmed">
            {signal.start_line === signal.end_line
              ? `line ${signal.start_line}`
              : `lines ${signal.start_line}–${signal.end_line}`}
          </Text>
        </li>
      ))}
    </ul>
    <Group gap="xs">
      {Object.entries(metrics).map(([name, value]) => (
        <Code key={name}>
          {title(name)} {Number.isInteger(value) ? value : value.toFixed(2)}
        </Code>
      ))}
    </Group>
  </details>
);
