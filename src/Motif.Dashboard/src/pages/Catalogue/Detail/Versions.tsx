import { Alert, Badge, Button, Grid, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useHistory, useRestore } from '../../../api/pattern';
import type { PatternVersion } from '../../../api/types';
import { DiffView } from '../../../diff/DiffView';
import { snapshotLines } from '../../../diff/snapshot';
import { words } from '../../../format/numbers';
import { Ago } from '../../../patterns/Ago';
import { PatternLink } from '../../../patterns/PatternLink';
import { eventColor } from '../../../patterns/colors';
import { Answer } from '../../../states/Answer';
import { ProblemNotice } from '../../../states/ProblemNotice';
import type { SectionProps } from './section';
import classes from './Versions.module.css';

/** The history with what changed from one version to another. */
export default function Versions({ pattern, etag }: SectionProps) {
  const history = useHistory(pattern.pattern_id);
  return (
    <Answer query={history}>
      {({ items }) => <History versions={items} patternId={pattern.pattern_id} etag={etag} />}
    </Answer>
  );
}

interface HistoryProps {
  /** Newest first. */
  readonly versions: readonly PatternVersion[];
  readonly patternId: string;
  readonly etag: string;
}

function History({ versions, patternId, etag }: HistoryProps) {
  const [shown, setShown] = useState<number | null>(null);
  const chosen = versions.find(({ version }) => version === shown) ?? versions[0];
  const restore = useRestore(patternId);
  if (chosen === undefined) return null;
  const newest = versions[0]?.version;
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 4 }}>
        <ol className={classes.list} aria-label="Versions, newest first">
          {versions.map((version) => (
            <Entry
              key={version.version}
              version={version}
              isShown={version === chosen}
              onShow={() => setShown(version.version)}
            />
          ))}
        </ol>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 8 }}>
        <Stack gap="md">
          {restore.error !== null && <ProblemNotice error={restore.error} />}
          <Comparison key={chosen.version} chosen={chosen} versions={versions} />
          {chosen.version !== newest && (
            <Button
              variant="light"
              style={{ alignSelf: 'flex-start' }}
              loading={restore.isPending}
              onClick={() => restore.mutate({ etag, version: chosen.version })}
            >
              Make version {chosen.version} current again
            </Button>
          )}
        </Stack>
      </Grid.Col>
    </Grid>
  );
}

interface EntryProps {
  readonly version: PatternVersion;
  readonly isShown: boolean;
  readonly onShow: () => void;
}

const Entry = ({ version, isShown, onShow }: EntryProps) => (
  <li>
    <button type="button" className={classes.entry} aria-pressed={isShown} onClick={onShow}>
      <Group gap="xs">
        <Text fw={600} component="span" className="tabular">
          v{version.version}
        </Text>
        <Badge size="sm" variant="light" color={eventColor[version.event]} tt="none">
          {words(version.event)}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed">
        by {version.actor} · <Ago at={version.at} />
      </Text>
      {version.note !== null && <Text size="sm">{version.note}</Text>}
    </button>
  </li>
);

/** A version against the one before, or against another that is chosen. */
function Comparison({
  chosen,
  versions,
}: {
  chosen: PatternVersion;
  versions: readonly PatternVersion[];
}) {
  const others = versions.filter(({ version }) => version !== chosen.version);
  const before = others.find(({ version }) => version < chosen.version) ?? null;
  const [against, setAgainst] = useState(before?.version ?? null);
  const other = others.find(({ version }) => version === against);
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end">
        <Text fw={600}>Version {chosen.version}</Text>
        {others.length > 0 && (
          <Select
            label="Compared with"
            size="xs"
            placeholder="nothing"
            data={others.map(({ version }) => ({
              value: String(version),
              label: `version ${version}`,
            }))}
            value={against === null ? null : String(against)}
            onChange={(value) => setAgainst(value === null ? null : Number(value))}
            w={150}
          />
        )}
      </Group>
      {chosen.parent_ids.length > 0 && (
        <Alert variant="default" role="note" title="Derived from">
          {chosen.parent_ids.map((id) => (
            <PatternLink key={id} patternId={id}>
              {id}
            </PatternLink>
          ))}
        </Alert>
      )}
      <DiffView
        before={other === undefined ? [] : snapshotLines(other.snapshot)}
        after={snapshotLines(chosen.snapshot)}
      />
    </Stack>
  );
}
