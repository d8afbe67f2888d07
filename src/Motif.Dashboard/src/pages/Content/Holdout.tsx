import { Alert, Stack, Table, Text } from '@mantine/core';
import { useHoldout } from '../../api/content';
import type { HoldoutArm, HoldoutReport } from '../../api/types';
import { AlertIcon } from '../../frame/icons';
import { Panel } from '../../frame/Panel';
import { compact, count, percent, plural } from '../../format/numbers';
import { Answer } from '../../states/Answer';
import { Empty } from '../../states/Empty';
import { RateInterval } from './RateInterval';
import { mostOf, rate } from './rates';

/** Whether choosing pays: a share of decisions is served by the plain rule, to compare with. */
export function Holdout({ persona }: { persona: string }) {
  return (
    <Panel
      title="Does choosing pay?"
      note="A share of decisions, chosen by hash, is served by the plain rule and never learned from"
    >
      <Answer query={useHoldout(persona)}>
        {(report) =>
          report.held.decisions === 0 && report.share === 0 ? (
            <Empty title="Nothing is held out">
              Set a hold-out of 5 to 10 % in the settings. From then on this page compares both
              arms; without one, nobody can tell what choosing is worth.
            </Empty>
          ) : (
            <Compared report={report} />
          )
        }
      </Answer>
    </Panel>
  );
}

function Compared({ report }: { report: HoldoutReport }) {
  const { treated, held } = report;
  const most = mostOf([treated.rate?.high ?? null, held.rate?.high ?? null]);
  return (
    <Stack gap="md">
      {report.sample_ratio_alarm && (
        <Alert color="red" icon={<AlertIcon />} title="The split is not what the hash would make">
          Something else decides which decision is held out (p = {report.sample_ratio_p.toFixed(6)}
          ). The comparison is worth nothing until that is found.
        </Alert>
      )}
      <Text fw={600}>{verdict(report)}</Text>
      <Table.ScrollContainer minWidth={520}>
        <Table fz="sm" className="tabular">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Arm</Table.Th>
              <Table.Th ta="right">Decisions</Table.Th>
              <Table.Th ta="right">Measured posts</Table.Th>
              <Table.Th ta="right">Seen</Table.Th>
              <Table.Th w="40%">Rate, 95 % interval</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            <Arm name="Chosen" arm={treated} most={most} />
            <Arm name={`Held out (${percent(report.share)})`} arm={held} most={most} />
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="sm" c="dimmed">
        {plural(report.contaminated, 'post')} left out: seen by both arms, or drawn while the
        database did not answer.
      </Text>
    </Stack>
  );
}

const Arm = ({ name, arm, most }: { name: string; arm: HoldoutArm; most: number }) => (
  <Table.Tr>
    <Table.Td>{name}</Table.Td>
    <Table.Td ta="right">{count(arm.decisions)}</Table.Td>
    <Table.Td ta="right">{count(arm.posts)}</Table.Td>
    <Table.Td ta="right">{compact(arm.impressions)}</Table.Td>
    <Table.Td>
      <RateInterval
        mean={arm.rate?.value ?? null}
        low={arm.rate?.low ?? null}
        high={arm.rate?.high ?? null}
        most={most}
      />
    </Table.Td>
  </Table.Tr>
);

function verdict({ difference }: HoldoutReport): string {
  if (difference === null) return 'Too early to tell: one of the arms has no measured post yet.';
  const between = `between ${rate(difference.low)} and ${rate(difference.high)} in 95 of 100 cases`;
  if (difference.low > 0) return `Choosing pays: ${rate(difference.value)} more, ${between}.`;
  if (difference.high < 0) return `Choosing costs: ${rate(difference.value)}, ${between}.`;
  return `It cannot be told apart from chance yet: a difference of ${rate(difference.value)}, ${between}.`;
}
