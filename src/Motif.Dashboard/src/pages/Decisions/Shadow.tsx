import { Stack, Table, Text } from '@mantine/core';
import { useShadowReport } from '../../api/decisions';
import type { ShadowReport } from '../../api/types';
import { Panel } from '../../frame/Panel';
import { count, percent, plural } from '../../format/numbers';
import { Answer } from '../../states/Answer';
import { Empty } from '../../states/Empty';
import { sure } from './sure';

/** What the machine would have done, held against what people did. */
export function Shadow() {
  return (
    <Answer query={useShadowReport()}>
      {(report) =>
        report.messages === 0 ? (
          <Panel title="Shadow report">
            <Empty title="Nothing was decided yet" command="motif decide config --enabled true">
              In shadow every message is decided and nothing sent. What people answer then says how
              often the machine would have been right.
            </Empty>
          </Panel>
        ) : (
          <Report report={report} />
        )
      }
    </Answer>
  );
}

const share = (part: number, of: number): string => (of === 0 ? '–' : percent(part / of));

const Report = ({ report }: { report: ShadowReport }) => (
  <Stack gap="lg">
    <Panel
      title="Agreement with people"
      note={`${plural(report.messages, 'message')}, ${count(report.answered)} answered by people, ${share(report.agreed, report.answered)} of those with the first candidate`}
    >
      <Table.ScrollContainer minWidth={560}>
        <Table fz="sm" className="tabular">
          <Table.Thead>
            <Table.Tr>
              {['Pattern', 'Decided', 'Answered', 'Agreed', 'Would be sent', 'Of those wrong'].map(
                (name) => (
                  <Table.Th key={name}>{name}</Table.Th>
                ),
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {report.patterns.map((pattern) => (
              <Table.Tr key={pattern.pattern_id}>
                <Table.Td>{pattern.name ?? 'unnamed'}</Table.Td>
                <Table.Td>{count(pattern.decided)}</Table.Td>
                <Table.Td>{count(pattern.answered)}</Table.Td>
                <Table.Td>{share(pattern.agreed, pattern.answered)}</Table.Td>
                <Table.Td>{count(pattern.would_send)}</Table.Td>
                <Table.Td>{share(pattern.would_be_wrong, pattern.would_send)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Panel>
    <Weeks report={report} />
    <Panel title="What would have gone wrong" note="The surest first">
      {report.patterns.every(({ wrong }) => wrong.length === 0) ? (
        <Text size="sm" c="dimmed">
          Nothing that would have been sent was answered otherwise by a person.
        </Text>
      ) : (
        <Stack gap="xs">
          {report.patterns
            .flatMap(({ wrong }) => wrong)
            .map((example) => (
              <Text key={example.execution_id} size="sm">
                “{example.text}” → {example.reply} ({sure(example.confidence)} sure)
              </Text>
            ))}
        </Stack>
      )}
    </Panel>
  </Stack>
);

const Weeks = ({ report }: { report: ShadowReport }) =>
  report.weeks.length === 0 ? null : (
    <Panel title="Week by week" note="By the Monday on which a week begins, UTC">
      <Table.ScrollContainer minWidth={420}>
        <Table fz="sm" className="tabular">
          <Table.Thead>
            <Table.Tr>
              {['Week of', 'Answered', 'Agreed', 'Would be sent', 'Of those right'].map((name) => (
                <Table.Th key={name}>{name}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {report.weeks.map((week) => (
              <Table.Tr key={week.monday}>
                <Table.Td>{week.monday}</Table.Td>
                <Table.Td>{count(week.answered)}</Table.Td>
                <Table.Td>{share(week.agreed, week.answered)}</Table.Td>
                <Table.Td>{count(week.would_send)}</Table.Td>
                <Table.Td>{share(week.would_send - week.would_be_wrong, week.would_send)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Panel>
  );
