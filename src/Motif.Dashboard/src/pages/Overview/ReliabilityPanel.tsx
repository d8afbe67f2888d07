import { Skeleton, Stack, Text } from '@mantine/core';
import { useReliability } from '../../api/matching';
import type { ConfidenceReliability } from '../../api/types';
import { Chart } from '../../charts/Chart';
import { usePalette } from '../../charts/palette';
import { percent, plural } from '../../format/numbers';
import { basisText } from '../../patterns/confidence';
import { Panel } from '../../frame/Panel';
import { Answer } from '../../states/Answer';
import { reliabilityLabel, reliabilityOption, reliabilityTable } from './reliability';

/** Whether a confidence of 80 % was right eight times in ten: promised against delivered, by outcomes alone. */
export function ReliabilityPanel() {
  const reliability = useReliability();
  return (
    <Panel
      title="Can the confidences be trusted?"
      note="Of the matches shown with 70 %, about 70 of 100 should have worked"
    >
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
          ` After ${plural(data.labels_to_next, 'more judged result')} they are fitted anew.`}
      </Text>
      {diagram.count === 0 ? (
        <Text size="sm" c="dimmed">
          It is not measured yet: no outcome was reported for a match. Find a pattern under “What
          worked for this?” in the catalogue and say there whether it worked.
        </Text>
      ) : (
        <>
          <Text size="sm" c="dimmed">
            Over {plural(diagram.count, 'judged result')} the shown confidence was off by{' '}
            {percent(diagram.expected_calibration_error ?? 0)} on average (expected calibration
            error).
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
