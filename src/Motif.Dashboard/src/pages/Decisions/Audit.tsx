import { Anchor, Button, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useAudit, useVerifyAudit } from '../../api/decisions';
import { Panel } from '../../frame/Panel';
import { plural, words } from '../../format/numbers';
import { Ago } from '../../patterns/Ago';
import { Answer } from '../../states/Answer';
import { Empty } from '../../states/Empty';
import { ProblemNotice } from '../../states/ProblemNotice';

const newest = Number.MAX_SAFE_INTEGER;

/** Who did what, the last first, and whether it is as it was written. */
export function Audit() {
  const [before, setBefore] = useState(newest);
  const verify = useVerifyAudit();
  return (
    <Panel
      title="Who did what"
      note="Every entry's hash is made of the one before it"
      aside={
        <Group gap="sm">
          {verify.data !== undefined && (
            <Text size="sm" c={verify.data.is_whole ? 'green' : 'red'} role="status">
              {verify.data.is_whole
                ? `${plural(verify.data.entries, 'entry', 'entries')}, whole`
                : `entry ${verify.data.broken_at} was changed`}
            </Text>
          )}
          <Button
            variant="default"
            size="compact-md"
            loading={verify.isPending}
            onClick={() => verify.mutate()}
          >
            Verify the chain
          </Button>
        </Group>
      }
    >
      {verify.error !== null && <ProblemNotice error={verify.error} />}
      <Answer query={useAudit(before)}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="Nothing was done yet">Every act and every decision stands here.</Empty>
          ) : (
            <>
              <Table.ScrollContainer minWidth={640}>
                <Table fz="sm" className="tabular">
                  <Table.Thead>
                    <Table.Tr>
                      {['No.', 'When', 'Who', 'What', 'Detail'].map((name) => (
                        <Table.Th key={name}>{name}</Table.Th>
                      ))}
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {items.map(({ number, event }) => (
                      <Table.Tr key={number}>
                        <Table.Td>{number}</Table.Td>
                        <Table.Td style={{ whiteSpace: 'nowrap' }}>
                          <Ago at={event.at} />
                        </Table.Td>
                        <Table.Td>{event.actor}</Table.Td>
                        <Table.Td>{words(event.event)}</Table.Td>
                        <Table.Td style={{ overflowWrap: 'anywhere' }}>
                          {said(event.detail)}
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
              <Group mt="sm">
                <Button
                  variant="default"
                  disabled={before === newest}
                  onClick={() => setBefore(newest)}
                >
                  Newest
                </Button>
                <Button
                  variant="default"
                  disabled={(items[items.length - 1]?.number ?? 1) <= 1}
                  onClick={() => setBefore(items[items.length - 1]?.number ?? newest)}
                >
                  Older
                </Button>
                <Text size="sm" c="dimmed">
                  Everything as <Export format="csv" /> or <Export format="jsonl" />
                </Text>
              </Group>
            </>
          )
        }
      </Answer>
    </Panel>
  );
}

/** Settings that nobody made say nothing. */
const said = (detail: string | null | undefined) =>
  detail?.replaceAll(/"\w+":null,?/g, '').replaceAll(',}', '}');

const Export = ({ format }: { format: 'csv' | 'jsonl' }) => (
  <Anchor
    size="sm"
    underline="always"
    href={`/api/v1/decisions/audit/export?format=${format}`}
    download
  >
    {format === 'csv' ? 'CSV' : 'JSON lines'}
  </Anchor>
);
