import { Badge, Table, Text } from '@mantine/core';
import type { FamilyUse } from '../../../api/types';
import { exact } from '../../../format/time';
import { compact, count } from '../../../format/numbers';
import { RateInterval } from '../RateInterval';
import { mostOf, rate } from '../rates';

/** Every template of a persona: whether it may be used now, why not, and how it did. */
export function FamilyTable({ families }: { families: readonly FamilyUse[] }) {
  if (families.length === 0)
    return <Text c="dimmed">No post of this persona has a template yet.</Text>;
  const most = mostOf(families.map(({ rate_high }) => rate_high));
  return (
    <Table.ScrollContainer minWidth={720}>
      <Table fz="sm" verticalSpacing={8} className="tabular">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Template</Table.Th>
            <Table.Th>Now</Table.Th>
            <Table.Th ta="right">Posts</Table.Th>
            <Table.Th ta="right">Seen</Table.Th>
            <Table.Th ta="right">Rate</Table.Th>
            <Table.Th w="26%">95 % interval</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {families.map((family) => (
            <Table.Tr key={family.family_id}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                {family.template ?? (
                  <Text span c="dimmed">
                    {family.family_id}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <Freshness family={family} />
              </Table.Td>
              <Table.Td ta="right">{count(family.posts)}</Table.Td>
              <Table.Td ta="right">{compact(family.impressions)}</Table.Td>
              <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                {family.rate === null ? '–' : rate(family.rate)}
              </Table.Td>
              <Table.Td>
                <RateInterval
                  mean={family.rate}
                  low={family.rate_low}
                  high={family.rate_high}
                  most={most}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Fresh, partly used, or fatigued with the reason and its end. */
export function Freshness({ family }: { family: FamilyUse }) {
  const used = `${family.uses_in_window} of ${family.threshold} in ${family.window_days} days`;
  const reserved = family.reserved === 0 ? '' : `, ${family.reserved} reserved`;
  const isTired = family.fresh_at !== null;
  return (
    <>
      <Badge
        variant="light"
        color={isTired ? 'red' : family.uses_in_window + family.reserved === 0 ? 'teal' : 'yellow'}
      >
        {isTired ? 'fatigued' : family.uses_in_window + family.reserved === 0 ? 'fresh' : 'in use'}
      </Badge>
      <Text size="xs" c="dimmed" mt={2}>
        {used}
        {reserved}
        {family.fresh_at !== null && <>, fresh again {exact(family.fresh_at)}</>}
      </Text>
    </>
  );
}
