import { Text } from '@mantine/core';
import type { DiscoveryRun } from '../../../api/types';
import { Chart } from '../../../charts/Chart';
import { usePalette } from '../../../charts/palette';
import { measured, runsOption, runsTable } from '../../../charts/runs';
import { Facts } from '../../../frame/Facts';
import { Panel } from '../../../frame/Panel';
import { plural } from '../../../format/numbers';
import { duration } from '../../../format/time';
import { Ago } from '../../../patterns/Ago';

/** One run is no course. */
const fewest = 2;

/** How fresh what is shown is, how long runs take and whether they fail, and what they said of themselves over time. */
export function Monitoring({ runs }: { runs: readonly DiscoveryRun[] }) {
  const palette = usePalette();
  const course = measured(runs);
  return (
    <Panel
      title="Do the runs hold up?"
      note={`Of the latest ${plural(runs.length, 'run')}, as far as it was measured`}
    >
      <Facts facts={facts(runs)} />
      {course.length < fewest ? (
        <Text size="sm" c="dimmed" mt="md">
          The course of what runs say of themselves begins with the second that finishes.
        </Text>
      ) : (
        <Chart
          option={runsOption(course, palette)}
          height={280}
          label={`What ${course.length} runs said of themselves, from the oldest to the newest`}
          table={runsTable(course)}
        />
      )}
    </Panel>
  );
}

function facts(runs: readonly DiscoveryRun[]) {
  const finished = runs.filter(({ state }) => state === 'finished');
  const kept = finished.find(({ request }) => !request.test_mode);
  const failed = runs.filter(({ state }) => state === 'failed');
  const resumed = runs.filter(({ attempt }) => attempt > 1);
  return [
    [
      'Data as of',
      kept === undefined ? 'no run that was kept' : <Ago key="as of" at={kept.as_of} />,
    ],
    ['Duration', median(finished)],
    [
      'Failed',
      failed.length === 0 ? (
        'none'
      ) : (
        <>
          {failed.length} of {runs.length}, the last <Ago at={failed[0]?.started_at ?? ''} />
        </>
      ),
    ],
    ['Taken over from a worker that fell silent', plural(resumed.length, 'run')],
  ] as const;
}

/** The run in the middle, from the shortest to the longest. */
function median(finished: readonly DiscoveryRun[]): string {
  const sorted = finished
    .flatMap(({ started_at, finished_at }) =>
      finished_at === null ? [] : [{ from: started_at, to: finished_at }],
    )
    .sort(
      (one, other) =>
        Date.parse(one.to) - Date.parse(one.from) - (Date.parse(other.to) - Date.parse(other.from)),
    );
  const [middle, last] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  return middle === undefined || last === undefined
    ? 'no run finished'
    : `${duration(middle.from, middle.to)} in the median, ${duration(last.from, last.to)} at most`;
}
