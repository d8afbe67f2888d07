import { Badge, Table, Text } from '@mantine/core';
import type { SampleRatioCheck } from '../../../api/types';
import { Panel } from '../../../frame/Panel';
import { count, plural } from '../../../format/numbers';
import { probability, signedPercent } from './amounts';

const states = {
  holds: {
    title: 'They hold',
    color: 'green',
    meaning: 'The arms have the units they should have.',
  },
  practically_small: {
    title: 'Practically small',
    color: 'orange',
    meaning: 'More than chance is off, but too little to matter.',
  },
  alarm: {
    title: 'Alarm',
    color: 'red',
    meaning: 'The arms lost units unevenly: no comparison can be trusted until it is known why.',
  },
} as const;

/** The sample-ratio check, and where the arms' counts are off the groups in which they are. */
export function RatioPanel({ check, leftOut }: { check: SampleRatioCheck; leftOut: number }) {
  const { title, color, meaning } = states[check.state];
  return (
    <Panel
      title="Can the counts be trusted?"
      note={`${meaning} χ² ${check.chi_squared.toFixed(2)}, p ${probability(check.p)} for one look, ${probability(check.sequential_p)} for all of them.${
        leftOut === 0 ? '' : ` ${plural(leftOut, 'unit')} left out.`
      }`}
      aside={
        <Badge variant="light" color={color} tt="none">
          {title}
        </Badge>
      }
    >
      <Counts
        rows={check.arms.map(({ arm, units, expected }) => ({ name: arm, units, expected }))}
        head="Arm"
      />
      {check.causes.length > 0 && (
        <>
          <Text fw={600} mt="md">
            Where they are off, the clearest first
          </Text>
          {check.causes.map((cause) => (
            <Counts
              key={`${cause.attribute}=${cause.value}`}
              head={`${cause.attribute} = ${cause.value}, p ${probability(cause.p)}; all others p ${probability(cause.p_without)}`}
              rows={cause.arms.map(({ arm, units, expected }) => ({ name: arm, units, expected }))}
            />
          ))}
        </>
      )}
    </Panel>
  );
}

interface CountsProps {
  readonly head: string;
  readonly rows: readonly {
    readonly name: string;
    readonly units: number;
    readonly expected: number;
  }[];
}

const Counts = ({ head, rows }: CountsProps) => (
  <Table.ScrollContainer minWidth={300}>
    <Table fz="sm" className="tabular">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{head}</Table.Th>
          <Table.Th ta="right">Units</Table.Th>
          <Table.Th ta="right">Expected</Table.Th>
          <Table.Th ta="right">Off</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ name, units, expected }) => (
          <Table.Tr key={name}>
            <Table.Td>{name}</Table.Td>
            <Table.Td ta="right">{count(units)}</Table.Td>
            <Table.Td ta="right">{count(Math.round(expected))}</Table.Td>
            <Table.Td ta="right">
              {expected > 0 ? signedPercent(units / expected - 1) : '–'}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Table.ScrollContainer>
);
