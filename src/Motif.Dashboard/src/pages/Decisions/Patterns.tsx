import { Badge, Button, Group, Select, SimpleGrid, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useChangePattern, useDecisionPatterns, useEvolution } from '../../api/decisions';
import type { DecisionPattern } from '../../api/types';
import { Chart } from '../../charts/Chart';
import { evolutionOption, evolutionTable } from '../../charts/evolution';
import { usePalette } from '../../charts/palette';
import { Panel } from '../../frame/Panel';
import { plural, words } from '../../format/numbers';
import { Answer } from '../../states/Answer';
import { Empty } from '../../states/Empty';
import { ProblemNotice } from '../../states/ProblemNotice';
import { Examples } from './Examples';
import { Merge } from './Merge';
import { Template } from './Template';
import { Versions } from './Versions';
import { sure } from './sure';

/** Every pattern with how far it may go and what people made of its answers. */
export function Patterns() {
  return (
    <Answer query={useDecisionPatterns()}>
      {({ items }) =>
        items.length === 0 ? (
          <Panel title="Patterns">
            <Empty
              title="No pattern answers anything yet"
              command="motif decide import conversations.jsonl"
            >
              Three people who answer the same way propose a pattern, and conversations of the past
              bring candidates.
            </Empty>
          </Panel>
        ) : (
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
            {items.map((pattern) => (
              <Card key={pattern.pattern_id} pattern={pattern} />
            ))}
          </SimpleGrid>
        )
      }
    </Answer>
  );
}

const parts = {
  examples: 'Examples',
  evolution: 'Confidence over time',
  versions: 'Versions',
  merge: 'Merge',
} as const;

type Part = keyof typeof parts;

function Card({ pattern }: { pattern: DecisionPattern }) {
  const [open, setOpen] = useState<Part | null>(null);
  const { evidence, reply } = pattern;
  return (
    <Panel
      title={pattern.name}
      note={`Version ${pattern.version} · risk ${(reply.risk ?? 'r1').toUpperCase()} · ${pattern.status}`}
      aside={
        <Badge variant="light" color={evidence.mode === 'auto' ? 'green' : 'blue'}>
          {words(evidence.mode)}
        </Badge>
      }
    >
      <Stack gap="sm">
        <Template text={reply.template} />
        <Text size="sm" c="dimmed">
          {plural(evidence.trials, 'trial')}: {evidence.successes} as they were,{' '}
          {evidence.modifications} edited, {evidence.failures} wrong · {sure(pattern.confidence)}{' '}
          {pattern.learning === 'increments' ? 'by its steps' : 'on average'}
        </Text>
        <Group gap="xs">
          <Status pattern={pattern} />
          {Object.entries(parts).map(([part, title]) => (
            <Button
              key={part}
              size="compact-sm"
              variant="default"
              aria-expanded={open === part}
              onClick={() => setOpen(open === part ? null : (part as Part))}
            >
              {title}
            </Button>
          ))}
        </Group>
        {open === 'examples' && <Examples pattern={pattern} />}
        {open === 'evolution' && <Evolution id={pattern.pattern_id} />}
        {open === 'versions' && <Versions pattern={pattern} />}
        {open === 'merge' && <Merge pattern={pattern} />}
      </Stack>
    </Panel>
  );
}

function Status({ pattern }: { pattern: DecisionPattern }) {
  const change = useChangePattern();
  return (
    <>
      <Select
        aria-label={`Status of ${pattern.name}`}
        size="xs"
        data={['draft', 'active', 'deprecated']}
        value={pattern.status}
        allowDeselect={false}
        onChange={(status) => status !== null && change.mutate({ id: pattern.pattern_id, status })}
      />
      <Switch
        size="xs"
        label="May answer by itself"
        checked={pattern.reply.auto}
        disabled={change.isPending}
        onChange={(event) =>
          change.mutate({
            id: pattern.pattern_id,
            version: pattern.version,
            reply: { ...pattern.reply, auto: event.currentTarget.checked },
          })
        }
      />
      {change.error !== null && <ProblemNotice error={change.error} />}
    </>
  );
}

function Evolution({ id }: { id: string }) {
  const palette = usePalette();
  return (
    <Answer query={useEvolution(id)}>
      {({ items }) =>
        items.length === 0 ? (
          <Text size="sm" c="dimmed">
            Nobody has answered a message of it yet.
          </Text>
        ) : (
          <Chart
            label={`Confidence after ${plural(items.length, 'answer')}`}
            table={evolutionTable(items)}
            option={evolutionOption(items, palette)}
            height={180}
          />
        )
      }
    </Answer>
  );
}
