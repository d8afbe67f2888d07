import { Skeleton, Stack, Text } from '@mantine/core';
import { useReliability } from '../../api/matching';
import type { ConfidenceReliability } from '../../api/types';
import { Chart } from '../../charts/Chart';
import { usePalette } from '../../charts/palette';
import { count, plural } from '../../format/numbers';
import { basisText } from '../../patterns/confidence';
import { Panel } from '../../frame/Panel';
import { Answer } from '../../states/Answer';

import { reliabilityLabel, reliabilityOption, reliabilityTable } from './reliability';

/** Whether a confidence of 80 % was right eight times in ten: promised against delivered, by outcomes alone. */
export function ReliabilityPanel() {
  const reliability = useReliability();
  return (
    <Panel title="Confidence" note="What matches promised against what outcomes delivered">
      <Answer query={reliability} loading={<Skeleton height={220} radius="lg" />}>
        {(data) => <Reliability data={data} />}
      </Answer>
    </Panel>
  );
}

function Reliability({ data }: { data: ConfidenceReliability }) {
  const palette = usePalette();
  const { diagram } = data;
  return (
    <Stack gap="sm">
      <Text size="sm">
        {basisText(data)}
        {data.labels_to_next != null &&
          data.labels_to_next > 0 &&
          ` ${count(data.labels_to_next)} more to the next stage.`}
      </Text>
      {diagram.count === 0 ? (
        <Text size="sm" c="dimmed">
          No outcome has named its match yet, so nothing is measured. Report outcomes with the
          match_id of their match.
        </Text>
      ) : (
        <>
          <Text size="sm" c="dimmed">
            Expected calibration error {diagram.expected_calibration_error?.toFixed(3)} over{' '}
            {plural(diagram.count, 'judged result')}.
          </Text>
          <Chart
            label={reliabilityLabel(data)}
            option={reliabilityOption(data, palette)}
            table={reliabilityTable(data)}
            height={220}
          />
        </>
      )}
    </Stack>
  );
}
