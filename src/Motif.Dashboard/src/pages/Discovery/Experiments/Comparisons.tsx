import { Badge, Table, Text } from '@mantine/core';
import type { MetricComparison, Verdict } from '../../../api/types';
import { Chart } from '../../../charts/Chart';
import { evidenceOption, evidenceTable } from '../../../charts/evidence';
import { usePalette } from '../../../charts/palette';
import { Panel } from '../../../frame/Panel';
import { count, percent, signed } from '../../../format/numbers';
import { figures, probability, signedPercent } from './amounts';

const verdictColor: Record<Verdict, string> = {
  undecided: 'gray',
  better: 'green',
  worse: 'red',
  withheld: 'orange',
};

/** A picture of fewer days is no picture. */
const fewestDays = 2;

interface ComparisonsProps {
  readonly title: string;
  readonly note: string;
  readonly comparisons: readonly MetricComparison[];
  /** Of a switchback, whose values are logarithms. */
  readonly isByDay: boolean;
}

/** Every arm against the control, metric by metric, with the course of the days. */
export const Comparisons = ({ title, note, comparisons, isByDay }: ComparisonsProps) => (
  <Panel title={title} note={note}>
    <Table.ScrollContainer minWidth={680}>
      <Table fz="sm" className="tabular">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Metric</Table.Th>
            <Table.Th>Verdict</Table.Th>
            <Table.Th ta="right">{isByDay ? 'Control, log' : 'Control'}</Table.Th>
            <Table.Th ta="right">{isByDay ? 'Arm, log' : 'Arm'}</Table.Th>
            <Table.Th ta="right">Lift</Table.Th>
            <Table.Th>Difference lies between</Table.Th>
            <Table.Th ta="right">p</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {comparisons.map((comparison) => (
            <Row key={`${comparison.metric} ${comparison.arm}`} comparison={comparison} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
    {comparisons
      .filter(({ days }) => days.length >= fewestDays)
      .map((comparison) => (
        <Course key={`${comparison.metric} ${comparison.arm}`} comparison={comparison} />
      ))}
  </Panel>
);

const Row = ({ comparison: c }: { comparison: MetricComparison }) => (
  <Table.Tr>
    <Table.Td>
      {c.metric}
      <Text size="xs" c="dimmed">
        {c.arm}, {count(c.observations)} observed
        {c.earlier_data?.is_used === true &&
          `, earlier data took ${percent(c.earlier_data.variance_reduction ?? 0)} of the variance`}
      </Text>
    </Table.Td>
    <Table.Td>
      <Badge variant="light" color={verdictColor[c.verdict]} tt="none" miw="max-content">
        {c.verdict}
      </Badge>
      {c.decided_on !== null && (
        <Text size="xs" c="dimmed">
          on {c.decided_on}
        </Text>
      )}
    </Table.Td>
    <Table.Td ta="right">{shown(c.control_value)}</Table.Td>
    <Table.Td ta="right">{shown(c.arm_value)}</Table.Td>
    <Table.Td ta="right">{c.lift === null ? '–' : signedPercent(c.lift)}</Table.Td>
    <Table.Td style={{ whiteSpace: 'nowrap' }}>
      {c.interval === null
        ? 'not known yet'
        : `${figures(c.interval.low)} and ${figures(c.interval.high)}`}
      <Text size="xs" c="dimmed">
        in {signed((100 * (1 - c.level)).toFixed(1))} of cases
      </Text>
    </Table.Td>
    <Table.Td ta="right">{probability(c.adjusted_p)}</Table.Td>
  </Table.Tr>
);

const shown = (value: number | null): string => (value === null ? '–' : figures(value));

const Course = ({ comparison }: { comparison: MetricComparison }) => {
  const palette = usePalette();
  return (
    <>
      <Text fw={600} size="sm" mt="md">
        {comparison.metric}, {comparison.arm}: the difference from day to day
      </Text>
      <Chart
        option={evidenceOption(comparison.days, palette)}
        height={200}
        label={`The difference of ${comparison.arm} in ${comparison.metric} over ${comparison.days.length} days, with the interval that holds for all of them`}
        table={evidenceTable(comparison.days)}
      />
    </>
  );
};
