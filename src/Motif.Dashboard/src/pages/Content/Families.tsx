import { Table, Text } from '@mantine/core';
import { useFamilies } from '../../api/content';
import { Panel } from '../../frame/Panel';
import { count, plural } from '../../format/numbers';
import { Answer } from '../../states/Answer';
import { FirstPosts } from './FirstPosts';

/** What all personas' audiences take for the same template. */
export function Families() {
  const families = useFamilies();
  if (families.data?.items.length === 0) return <FirstPosts />;
  return (
    <Panel
      title="Which templates are there?"
      note={
        families.data === undefined
          ? 'Families of all personas'
          : `${plural(families.data.items.length, 'family', 'families')} of all personas, those with the most posts first. Of texts only what they have in common is shown.`
      }
    >
      <Answer query={families}>
        {({ items }) => (
          <Table.ScrollContainer minWidth={420}>
            <Table fz="sm" verticalSpacing={6} className="tabular">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Template</Table.Th>
                  <Table.Th ta="right">Posts</Table.Th>
                  <Table.Th>Family</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map(({ family_id, template, posts }) => (
                  <Table.Tr key={family_id}>
                    <Table.Td style={{ overflowWrap: 'anywhere' }}>{template}</Table.Td>
                    <Table.Td ta="right">{count(posts)}</Table.Td>
                    <Table.Td>
                      <Text size="xs" c="dimmed" ff="monospace">
                        {family_id}
                      </Text>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Answer>
    </Panel>
  );
}
