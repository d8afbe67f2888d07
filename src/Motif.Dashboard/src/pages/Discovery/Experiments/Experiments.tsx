import { Anchor, Badge, Stack, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useExperiments } from '../../../api/experiments';
import type { Experiment, ExperimentState } from '../../../api/types';
import { Panel } from '../../../frame/Panel';
import { Ago } from '../../../patterns/Ago';
import { Answer } from '../../../states/Answer';
import { Empty } from '../../../states/Empty';
import { Planner } from './Planner';

const stateColor: Record<ExperimentState, string> = {
  draft: 'gray',
  running: 'iris',
  stopped: 'green',
};

export const ExperimentBadge = ({ state }: { state: ExperimentState }) => (
  <Badge variant="light" color={stateColor[state]} tt="none" miw="max-content">
    {state}
  </Badge>
);

/** Experiments that are planned, run and stopped, and what a new one would take. */
export function Experiments() {
  const experiments = useExperiments();
  return (
    <Stack gap="lg">
      <Panel
        title="Experiments"
        note="Findings say what goes along with success; an experiment says whether it makes it."
      >
        <Answer query={experiments}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title="No experiment yet" command="motif experiment create titles.json">
                A file names the arms, the first being the control, and the metrics.
              </Empty>
            ) : (
              <List experiments={items} />
            )
          }
        </Answer>
      </Panel>
      <Planner />
    </Stack>
  );
}

const List = ({ experiments }: { experiments: readonly Experiment[] }) => (
  <Table.ScrollContainer minWidth={520}>
    <Table fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Experiment</Table.Th>
          <Table.Th>State</Table.Th>
          <Table.Th>Arms</Table.Th>
          <Table.Th>Begun</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {experiments.map(({ experiment_id: id, setup, state, started_at: started }) => (
          <Table.Tr key={id}>
            <Table.Td>
              <Anchor component={Link} to={`/discovery/experiments/${id}`} fw={500}>
                {setup.name}
              </Anchor>
              {setup.design === 'switchback' && (
                <Text size="xs" c="dimmed">
                  alternating days
                </Text>
              )}
            </Table.Td>
            <Table.Td>
              <ExperimentBadge state={state} />
            </Table.Td>
            <Table.Td>{setup.arms.map(({ name }) => name).join(', ')}</Table.Td>
            <Table.Td>{started === null ? 'not yet' : <Ago at={started} />}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Table.ScrollContainer>
);
