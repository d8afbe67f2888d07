import { Button, Code, Collapse, Group, Stack, Text } from '@mantine/core';
import { useId, useState } from 'react';
import { useSource } from '../../../api/source';
import type { Occurrence } from '../../../api/types';
import { percent, title, words } from '../../../format/numbers';
import { QualityMeter } from '../../../patterns/QualityMeter';
import { SourceView } from '../../../patterns/SourceView';
import { Answer } from '../../../states/Answer';
import { Copy } from '../../../states/Copy';
import { Loading } from '../../../states/Loading';
import classes from './Occurrences.module.css';
import { WrongButton } from './WrongButton';

interface PlaceProps {
  readonly occurrence: Occurrence;
  readonly isOpenAtFirst: boolean;
  readonly isBusy: boolean;
  readonly onWrong: (reason: string) => void;
}

/** One place: where, how sure, and on demand its source and why. */
export function Place({ occurrence, isOpenAtFirst, isBusy, onWrong }: PlaceProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const region = useId();
  const where = `${occurrence.file}:${occurrence.start_line}`;
  return (
    <li className={classes.place}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <div style={{ minWidth: 0 }}>
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {occurrence.qualified_name}
          </Text>
          <Group gap={4}>
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {occurrence.repository}, {where} to {occurrence.end_line}
            </Text>
            <Copy text={where} what={where} />
          </Group>
        </div>
        <Group gap="md">
          <Text size="sm" c="dimmed">
            {words(occurrence.rule)}, {percent(occurrence.confidence)} sure
          </Text>
          <QualityMeter value={occurrence.quality.score} width={48} />
        </Group>
      </Group>
      <Group gap="xs" mt={6}>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => setOpen(!isOpen)}
          aria-expanded={isOpen}
          aria-controls={region}
          aria-label={`${isOpen ? 'Hide' : 'Show'} the source of ${occurrence.qualified_name}`}
        >
          {isOpen ? 'Hide the source' : 'Show the source'}
        </Button>
        <WrongButton
          what={occurrence.qualified_name}
          meaning={`It is no ${words(occurrence.rule)}. Later scans remember that.`}
          isBusy={isBusy}
          onWrong={onWrong}
        />
      </Group>
      <Collapse expanded={isOpen} id={region}>
        {isOpen && <Opened occurrence={occurrence} />}
      </Collapse>
    </li>
  );
}

function Opened({ occurrence }: { occurrence: Occurrence }) {
  const source = useSource(occurrence, true);
  return (
    <Stack gap="sm" mt="sm">
      <Answer query={source} loading={<Loading rows={1} height={160} />}>
        {(excerpt) => <SourceView source={excerpt} name={occurrence.qualified_name} />}
      </Answer>
      <Why occurrence={occurrence} />
    </Stack>
  );
}

/** What made the rule see it, with its lines, and what was measured there. */
const Why = ({ occurrence: { evidence, metrics } }: { occurrence: Occurrence }) => (
  <div className={classes.why}>
    {evidence.length > 0 && (
      <>
        <Text size="sm" fw={600}>
          Why it is one
        </Text>
        <ul>
          {evidence.map((signal, index) => (
            <li key={index}>
              {signal.signal}{' '}
              <Text span size="sm" c="dimmed">
                {signal.start_line === signal.end_line
                  ? `line ${signal.start_line}`
                  : `lines ${signal.start_line} to ${signal.end_line}`}
              </Text>
            </li>
          ))}
        </ul>
      </>
    )}
    <Group gap="xs">
      {Object.entries(metrics).map(([name, value]) => (
        <Code key={name}>
          {title(name)} {Number.isInteger(value) ? value : value.toFixed(2)}
        </Code>
      ))}
    </Group>
  </div>
);
