import { Code, Table, Text } from '@mantine/core';
import { Panel } from '../../frame/Panel';

/** Every setting that is no secret, by the variable that sets it. */
export const Settings = ({ settings }: { settings: Readonly<Record<string, string>> }) => (
  <Panel title="Settings" note="Set by environment variables when the server starts">
    <Table.ScrollContainer minWidth={420}>
      <Table fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Variable</Table.Th>
            <Table.Th>Value</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {Object.entries(settings).map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Td>
                <Code>{name}</Code>
              </Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                {value === '' ? (
                  <Text size="sm" c="dimmed" fs="italic">
                    empty
                  </Text>
                ) : (
                  value
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  </Panel>
);
