import { Button, Group, List, Select, Stack, Table, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTestMessage } from '../../api/decisions';
import type { DecisionExecution } from '../../api/types';
import { Panel } from '../../frame/Panel';
import { words } from '../../format/numbers';
import { ProblemNotice } from '../../states/ProblemNotice';
import { sure } from './sure';

/** What would happen with a message, and why; nothing is kept. */
export function Tester() {
  const [text, setText] = useState('');
  const [kind, setKind] = useState<'chat' | 'sms' | 'email'>('chat');
  const test = useTestMessage();
  return (
    <Stack gap="lg">
      <Panel title="What would happen with this message?" note="Nothing is kept, nothing is sent">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            test.mutate({
              message_id: 'test',
              conversation_id: 'test',
              channel: 'dashboard',
              channel_kind: kind,
              text,
            });
          }}
        >
          <Stack gap="sm" maw={720}>
            <Textarea
              label="Message"
              autosize
              minRows={3}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Group align="flex-end">
              <Select
                label="Came by"
                data={['chat', 'sms', 'email']}
                value={kind}
                allowDeselect={false}
                onChange={(value) => value !== null && setKind(value)}
              />
              <Button type="submit" loading={test.isPending} disabled={text.trim() === ''}>
                Try
              </Button>
            </Group>
          </Stack>
        </form>
        {test.error !== null && <ProblemNotice error={test.error} />}
      </Panel>
      {test.data !== undefined && <Explained decision={test.data} />}
    </Stack>
  );
}

const Explained = ({ decision }: { decision: DecisionExecution }) => (
  <Panel
    title={words(decision.action)}
    note={`${decision.reasons.map(words).join(', ')} · ${sure(decision.confidence)} sure`}
  >
    <Stack gap="sm">
      {decision.reply != null && <Text style={{ whiteSpace: 'pre-wrap' }}>{decision.reply}</Text>}
      <Lines title="Not automatic because" lines={decision.blockers} />
      <Lines title="New words" lines={decision.novel_words} />
      <Lines
        title="Asks for several things"
        lines={decision.requests.map(
          (request) => `“${request.text}”: ${request.candidates[0]?.name ?? 'nothing known'}`,
        )}
      />
      <Lines
        title="Not looked at"
        lines={decision.stripped.map((part) => `${words(part.kind)}: ${part.text.slice(0, 120)}`)}
      />
      <Table fz="sm" maw={480} className="tabular" captionSide="top">
        <Table.Caption>Candidates</Table.Caption>
        <Table.Tbody>
          {decision.candidates.map((candidate) => (
            <Table.Tr key={candidate.name}>
              <Table.Td>{candidate.name}</Table.Td>
              <Table.Td>{candidate.score.toFixed(2)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  </Panel>
);

const Lines = ({ title, lines }: { title: string; lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <List size="sm">
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </div>
  );
