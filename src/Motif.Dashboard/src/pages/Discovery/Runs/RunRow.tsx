import { Badge, Button, Group, List, Progress, Text } from '@mantine/core';
import { useCancelRun, useRun } from '../../../api/discovery';
import type { DiscoveryRun, RunReport } from '../../../api/types';
import { count, plural, words } from '../../../format/numbers';
import { duration } from '../../../format/time';
import { Ago } from '../../../patterns/Ago';
import { ProblemNotice } from '../../../states/ProblemNotice';
import { RunNumbers } from './RunNumbers';
import classes from './Runs.module.css';

const stateColor = {
  running: 'iris',
  finished: 'green',
  cancelled: 'gray',
  failed: 'red',
} as const;

/** A run as it stands, live while it goes on. */
export function RunRow({ run: listed }: { run: DiscoveryRun }) {
  const run = useRun(listed);
  return (
    <li className={classes.run}>
      <Group justify="space-between" gap="xs">
        <Group gap="sm">
          <Text fw={600}>{run.request.test_mode ? 'Trial run' : 'Run'}</Text>
          <Badge variant="light" color={stateColor[run.state]} tt="none">
            {run.state}
          </Badge>
          {run.attempt > 1 && (
            <Text size="sm" c="dimmed">
              attempt {run.attempt}
            </Text>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          <Ago at={run.started_at} />
          {run.finished_at !== null && `, took ${duration(run.started_at, run.finished_at)}`}
        </Text>
      </Group>
      {run.state === 'running' && <Running run={run} />}
      {run.error !== null && <Text size="sm">{run.error}</Text>}
      {run.report !== null && <Report report={run.report} />}
    </li>
  );
}

function Running({ run: { run_id, progress } }: { run: DiscoveryRun }) {
  const cancel = useCancelRun();
  const { done, total } = progress ?? { done: null, total: null };
  const share = done === null || !total ? null : (100 * done) / total;
  return (
    <>
      <Group gap="md" mt="xs">
        <Progress
          value={share ?? 100}
          animated={share === null}
          style={{ flex: '1 1 120px' }}
          aria-label="Progress of the run"
        />
        <Text size="sm" className="tabular" role="status" miw={190}>
          {progress === null
            ? 'starting'
            : share === null
              ? words(progress.step)
              : `${words(progress.step)} ${count(done ?? 0)} of ${count(total ?? 0)}`}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          loading={cancel.isPending}
          onClick={() => cancel.mutate(run_id)}
        >
          Cancel
        </Button>
      </Group>
      {cancel.error !== null && <ProblemNotice error={cancel.error} />}
    </>
  );
}

const Report = ({ report }: { report: RunReport }) => (
  <>
    <Text size="sm" mt={4}>
      {plural(report.items, 'item')} of {plural(report.channels, 'channel')}:{' '}
      {report.levels.map(({ level, clusters }) => `${count(clusters)} ${level}`).join(', ')};
      stability {report.stability === null ? 'not measured' : report.stability.toFixed(2)};{' '}
      {plural(report.patterns_written, 'pattern')} written.
      {Object.entries(report.unscored).map(
        ([reason, items]) => ` ${count(items)} not scored (${words(reason)}).`,
      )}
    </Text>
    {report.numbers !== null && <RunNumbers numbers={report.numbers} />}
    {report.remarks.length > 0 && (
      <List size="sm" c="dimmed" mt="xs">
        {report.remarks.map((remark) => (
          <List.Item key={remark}>{remark}</List.Item>
        ))}
      </List>
    )}
  </>
);
