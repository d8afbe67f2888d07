import { Stack } from '@mantine/core';
import { useHasItems, useRuns } from '../../../api/discovery';
import { Panel } from '../../../frame/Panel';
import { Answer } from '../../../states/Answer';
import { Empty } from '../../../states/Empty';
import { NothingYet } from '../NothingYet';
import { Monitoring } from './Monitoring';
import { RunForm } from './RunForm';
import { RunRow } from './RunRow';
import classes from './Runs.module.css';

/** Starts runs, follows them and tells what the earlier ones are worth. */
export function Runs() {
  const runs = useRuns();
  const hasItems = useHasItems();
  if (hasItems.data === false) return <NothingYet />;
  return (
    <Stack gap="lg">
      <RunForm />
      {runs.data !== undefined && runs.data.items.length > 0 && (
        <Monitoring runs={runs.data.items} />
      )}
      <Panel title="History">
        <Answer query={runs}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title="No run yet">Start one above.</Empty>
            ) : (
              <ol className={classes.list}>
                {items.map((run) => (
                  <RunRow key={run.run_id} run={run} />
                ))}
              </ol>
            )
          }
        </Answer>
      </Panel>
    </Stack>
  );
}
