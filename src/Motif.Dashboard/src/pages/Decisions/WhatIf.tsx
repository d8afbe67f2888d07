import { Button, Group, NumberInput, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useWhatIf } from '../../api/decisions';
import type { WhatIfClass } from '../../api/types';
import { automationOption, automationTable } from '../../charts/automation';
import { Chart } from '../../charts/Chart';
import { usePalette } from '../../charts/palette';
import { Panel } from '../../frame/Panel';
import { count, percent, plural } from '../../format/numbers';
import { Empty } from '../../states/Empty';
import { ProblemNotice } from '../../states/ProblemNotice';
import { sure } from './sure';

/** What other targets would have done with the messages of the log. */
export function WhatIf() {
  const [target, setTarget] = useState(0.98);
  const ask = useWhatIf();
  return (
    <Stack gap="lg">
      <Panel
        title="What would have been sent?"
        note="With the confidence that was recorded before anybody answered; nothing changes"
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            ask.mutate(target);
          }}
        >
          <Group align="flex-end">
            <NumberInput
              label="Share of automatic answers that must be right"
              value={target}
              min={0.51}
              max={0.999}
              step={0.01}
              onChange={(value) => typeof value === 'number' && setTarget(value)}
            />
            <Button type="submit" loading={ask.isPending}>
              Ask
            </Button>
          </Group>
        </form>
        {ask.error !== null && <ProblemNotice error={ask.error} />}
        {ask.data?.items.length === 0 && (
          <Empty title="No message was matched yet">
            The log holds nothing that a pattern could have answered.
          </Empty>
        )}
      </Panel>
      {ask.data?.items.map((one) => (
        <OfClass key={one.risk} one={one} />
      ))}
    </Stack>
  );
}

function OfClass({ one }: { one: WhatIfClass }) {
  const palette = usePalette();
  return (
    <Panel title={`Risk ${one.risk?.toUpperCase() ?? 'unknown'}`} note={said(one)}>
      <Chart
        label="Right answers over the share that would be sent"
        table={automationTable(one.curve)}
        option={automationOption(one.curve, palette)}
        height={240}
      />
      {one.riskiest.length > 0 && (
        <Table fz="sm" mt="md">
          <Table.Caption>The riskiest that would have been sent</Table.Caption>
          <Table.Tbody>
            {one.riskiest.map((example) => (
              <Table.Tr key={example.execution_id}>
                <Table.Td>{example.text}</Table.Td>
                <Table.Td>{example.pattern_name}</Table.Td>
                <Table.Td>{sure(example.confidence)}</Table.Td>
                <Table.Td>
                  {example.is_right == null ? 'not answered' : example.is_right ? 'right' : 'wrong'}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {one.claim === 'never' && (
        <Text size="sm" c="dimmed">
          Money, law and medicine are never answered automatically.
        </Text>
      )}
    </Panel>
  );
}

const said = (one: WhatIfClass): string => {
  const labels = `${plural(one.messages, 'message')}, ${count(one.labels)} labelled`;
  if (one.claim === 'no_claim') return `${labels}: fewer than 200 say nothing`;
  if (one.claim === 'never') return labels;
  if (one.threshold == null) return `${labels}: no threshold keeps the target`;
  return (
    `${labels}: from ${one.threshold.toFixed(3)} on ${percent(one.would_send ?? 0)} would be sent, ` +
    `${percent(one.expected_wrong ?? 0)} of them wrong (at most ${percent(one.wrong_at_most ?? 1)})`
  );
};
