import { Group, SegmentedControl, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useUsage, useUses } from '../../../api/pattern';
import type { UsageReport, Use } from '../../../api/types';
import { Chart } from '../../../charts/Chart';
import { usePalette } from '../../../charts/palette';
import { fromFirst, usageLabel, usageOption, usageTable } from '../../../charts/usage';
import { count, plural } from '../../../format/numbers';
import { Ago } from '../../../patterns/Ago';
import { Answer } from '../../../states/Answer';
import { Loading } from '../../../states/Loading';
import { OutcomesOverTime } from './OutcomesOverTime';
import type { SectionProps } from './section';

const windows = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
];

/** How a use ended, in words. */
const ended = { success: 'it worked', failure: 'it failed' } as const;

/** The newest uses and reports that are listed. */
const latest = 20;

export function UsageOverTime({ pattern }: SectionProps) {
  const [days, setDays] = useState('90');
  const usage = useUsage(pattern.pattern_id, Number(days));
  const uses = useUses(pattern.pattern_id, latest);
  return (
    <Stack gap="xl">
      <SegmentedControl
        aria-label="Time"
        data={windows}
        value={days}
        onChange={setDays}
        size="xs"
        style={{ alignSelf: 'flex-end' }}
      />
      <OutcomesOverTime patternId={pattern.pattern_id} days={Number(days)} />
      <Stack gap="xs">
        <Title order={3} fz="md">
          How often is it used?
        </Title>
        <Answer query={usage} loading={<Loading rows={1} height={220} />}>
          {(report) => <Report report={report} />}
        </Answer>
      </Stack>
      <Answer query={uses}>{({ items }) => <Ledger uses={items} />}</Answer>
    </Stack>
  );
}

function Report({ report }: { report: UsageReport }) {
  const palette = usePalette();
  const trend = report.last7_days - report.previous7_days;
  if (report.days.every(({ uses, exposures }) => uses === 0 && exposures === 0))
    return (
      <Text size="sm" c="dimmed">
        It was neither used nor shown in this time.
      </Text>
    );
  return (
    <>
      <Chart
        label={usageLabel(report.days)}
        option={usageOption(fromFirst(report.days), palette)}
        table={usageTable(report.days)}
        height={220}
      />
      <Group gap="xl" align="flex-start">
        <Text size="sm">
          {plural(report.last7_days, 'use')} in the last 7 days,{' '}
          {trend === 0
            ? 'as many as'
            : `${count(Math.abs(trend))} ${trend > 0 ? 'more' : 'fewer'} than`}{' '}
          in the 7 before.
        </Text>
        {report.actors.length > 0 && (
          <Text size="sm" c="dimmed">
            By {report.actors.map((actor) => `${actor.actor} (${count(actor.uses)})`).join(', ')}
          </Text>
        )}
      </Group>
    </>
  );
}

function Ledger({ uses }: { uses: readonly Use[] }) {
  if (uses.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Nobody has used it or reported on it yet. “I use this” above is the first step.
      </Text>
    );
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table fz="sm">
        <Table.Caption>The newest uses and reports</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>When</Table.Th>
            <Table.Th>Who</Table.Th>
            <Table.Th>What</Table.Th>
            <Table.Th>How it ended</Table.Th>
            <Table.Th>What for</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {uses.map((use) => (
            <Table.Tr key={use.use_id}>
              <Table.Td>
                <Ago at={use.at} />
              </Table.Td>
              <Table.Td>{use.actor}</Table.Td>
              <Table.Td>{use.action}</Table.Td>
              <Table.Td>{use.outcome === null ? '–' : ended[use.outcome]}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{use.context ?? ''}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
