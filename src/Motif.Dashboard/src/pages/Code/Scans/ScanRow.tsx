import { Badge, Button, Group, Progress, Text } from '@mantine/core';
import { useCancelScan, useScanEvents } from '../../../api/scans';
import type { CodeScan, ScanEvent } from '../../../api/types';
import { count, plural, words } from '../../../format/numbers';
import { duration } from '../../../format/time';
import { Ago } from '../../../patterns/Ago';
import { ProblemNotice } from '../../../states/ProblemNotice';
import classes from './Scans.module.css';
import { WhatChanged } from './WhatChanged';

const stateColor = {
  running: 'iris',
  finished: 'green',
  cancelled: 'gray',
  failed: 'red',
} as const;

/** A scan as it stands, live while it runs. */
export function ScanRow({ scan: listed }: { scan: CodeScan }) {
  const event = useScanEvents(listed);
  const scan = listed.state === 'running' && event !== null ? event.scan : listed;
  return (
    <li className={classes.scan}>
      <Group justify="space-between" gap="xs">
        <Group gap="sm">
          <Text fw={600}>{scan.repository}</Text>
          <Badge variant="light" color={stateColor[scan.state]} tt="none">
            {scan.state}
          </Badge>
        </Group>
        <Text size="sm" c="dimmed">
          <Ago at={scan.started_at} />
          {scan.finished_at !== null && `, took ${duration(scan.started_at, scan.finished_at)}`}
        </Text>
      </Group>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {scan.root}
      </Text>
      {scan.state === 'running' ? <Running scan={scan} event={event} /> : <Result scan={scan} />}
    </li>
  );
}

function Running({ scan, event }: { scan: CodeScan; event: ScanEvent | null }) {
  const cancel = useCancelScan();
  const progress = event?.progress ?? null;
  const share =
    progress === null || progress.total === 0 ? null : (100 * progress.done) / progress.total;
  return (
    <>
      <Group gap="md" mt="xs" wrap="nowrap">
        <Progress
          value={share ?? 100}
          animated={share === null}
          style={{ flex: 1 }}
          aria-label={`Scan of ${scan.repository}`}
        />
        <Text size="sm" className="tabular" role="status" miw={190}>
          {progress === null
            ? 'starting'
            : progress.total === 0
              ? words(progress.step)
              : `${words(progress.step)} ${count(progress.done)} of ${plural(progress.total, 'file')}`}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          loading={cancel.isPending}
          onClick={() => cancel.mutate(scan.scan_id)}
        >
          Cancel
        </Button>
      </Group>
      {cancel.error !== null && <ProblemNotice error={cancel.error} />}
    </>
  );
}

const Result = ({ scan }: { scan: CodeScan }) => (
  <>
    <Text size="sm" mt={4}>
      {plural(scan.files, 'file')} with {plural(scan.lines, 'line')} and{' '}
      {plural(scan.units, 'function or class', 'functions and classes')}:{' '}
      {plural(scan.patterns, 'pattern')} at {plural(scan.occurrences, 'place')}, {count(scan.added)}{' '}
      new, {count(scan.changed)} changed, {count(scan.retired)} gone.
      {scan.writes === 0 &&
        scan.state === 'finished' &&
        ' Nothing had changed since the scan before.'}
    </Text>
    {scan.changes != null && <WhatChanged changes={scan.changes} />}
    {scan.files_failed > 0 && (
      <details className={classes.errors}>
        <summary>{plural(scan.files_failed, 'file')} could not be read</summary>
        <ul>
          {scan.errors.map((error, index) => (
            <li key={index}>
              {error.file}
              {error.line !== null && `:${error.line}`}: {error.message}
            </li>
          ))}
        </ul>
      </details>
    )}
  </>
);
