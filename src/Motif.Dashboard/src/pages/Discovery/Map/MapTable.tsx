import { Anchor, Table } from '@mantine/core';
import { Link } from 'react-router';
import type { MapSheet } from '../../../api/types';
import { count } from '../../../format/numbers';

/** What the map shows, for whom a picture says nothing: wide neighbourhoods with those inside them. */
export const MapTable = ({ sheet }: { sheet: MapSheet }) => {
  const named = new Map(sheet.labels.map((label) => [label.cluster_id, label.label]));
  return (
    <Table.ScrollContainer minWidth={320} maxHeight={420}>
      <Table fz="sm" className="tabular">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Neighbourhood</Table.Th>
            <Table.Th>In</Table.Th>
            <Table.Th ta="right">Items</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sheet.labels
            .filter(({ level }) => level !== 'micro')
            .map((label) => (
              <Table.Tr key={label.cluster_id}>
                <Table.Td>
                  <Anchor
                    component={Link}
                    size="sm"
                    to={`/discovery?view=neighbourhoods&cluster=${label.cluster_id}`}
                  >
                    {label.label}
                  </Anchor>
                </Table.Td>
                <Table.Td>
                  {label.parent_id === null ? 'everything' : named.get(label.parent_id)}
                </Table.Td>
                <Table.Td ta="right">{count(label.items)}</Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};
