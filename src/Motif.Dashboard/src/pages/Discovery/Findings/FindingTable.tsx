import { Anchor, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Finding } from '../../../api/types';
import { traitName } from '../../../charts/forest';
import { count, times } from '../../../format/numbers';
import { StateBadge } from './StateBadge';

export const FindingTable = ({ findings }: { findings: readonly Finding[] }) => (
  <Table.ScrollContainer minWidth={720}>
    <Table fz="sm" className="tabular">
      <Table.Thead>
        <Table.Tr>
          <Table.Th miw={170}>Trait</Table.Th>
          <Table.Th>State</Table.Th>
          <Table.Th ta="right">Times</Table.Th>
          <Table.Th>95 %</Table.Th>
          <Table.Th ta="right">Expect</Table.Th>
          <Table.Th ta="right">Items</Table.Th>
          <Table.Th ta="right">Channels</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {findings.map((finding) => (
          <Table.Tr key={finding.finding_id}>
            <Table.Td>
              <Anchor component={Link} to={`/discovery/findings/${finding.finding_id}`} fw={500}>
                {traitName(finding)}
              </Anchor>
              <Text size="xs" c="dimmed">
                in {finding.scope}
              </Text>
            </Table.Td>
            <Table.Td>
              <StateBadge state={finding.state} />
            </Table.Td>
            <Table.Td ta="right">{times(finding.multiplier)}</Table.Td>
            <Table.Td style={{ whiteSpace: 'nowrap' }}>
              {times(finding.ci95.low)} – {times(finding.ci95.high)}
            </Table.Td>
            <Table.Td ta="right">{times(finding.expected_multiplier)}</Table.Td>
            <Table.Td ta="right">{count(finding.support)}</Table.Td>
            <Table.Td ta="right">{count(finding.channels)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Table.ScrollContainer>
);
