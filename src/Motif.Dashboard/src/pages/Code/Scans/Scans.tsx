import { Stack } from '@mantine/core';
import { useScans } from '../../../api/scans';
import { Panel } from '../../../frame/Panel';
import { Answer } from '../../../states/Answer';
import { Empty } from '../../../states/Empty';
import { ScanForm } from './ScanForm';
import { ScanRow } from './ScanRow';
import { ScanTrend } from './ScanTrend';
import classes from './Scans.module.css';

/** Starts scans, follows them and tells what the earlier ones found. */
export function Scans() {
  const scans = useScans();
  return (
    <Stack gap="lg">
      <ScanTrend />
      <ScanForm />
      <Panel title="History">
        <Answer query={scans}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title="No scan yet">Start one above.</Empty>
            ) : (
              <ol className={classes.list}>
                {items.map((scan) => (
                  <ScanRow key={scan.scan_id} scan={scan} />
                ))}
              </ol>
            )
          }
        </Answer>
      </Panel>
    </Stack>
  );
}
