import { Badge, Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useImports, useReview } from '../../api/decisions';
import { ProblemError } from '../../api/problem';
import type { CandidateReplay, ImportCandidate, ImportRecord } from '../../api/types';
import { Panel } from '../../frame/Panel';
import { count, plural, words } from '../../format/numbers';
import { Ago } from '../../patterns/Ago';
import { Answer } from '../../states/Answer';
import { Empty } from '../../states/Empty';
import { ProblemNotice } from '../../states/ProblemNotice';
import { Template } from './Template';
import classes from './Queue.module.css';

/** Conversations of the past, and what they propose. */
export function Imports() {
  return (
    <Answer query={useImports()}>
      {({ items }) =>
        items.length === 0 ? (
          <Panel title="Imports">
            <Empty
              title="Nothing was imported yet"
              command="motif decide import conversations.jsonl --name spring"
            >
              Conversations of the past bring candidates: replies that people gave again and again.
              Each becomes a pattern only when somebody takes it up, and then begins in shadow.
            </Empty>
          </Panel>
        ) : (
          <Stack gap="lg">
            {items.map((record) => (
              <Import key={record.import_id} record={record} />
            ))}
          </Stack>
        )
      }
    </Answer>
  );
}

const Import = ({ record }: { record: ImportRecord }) => (
  <Panel
    title={record.import_id}
    note={`${plural(record.conversations, 'conversation')}, ${plural(record.pairs, 'answer')}, ${plural(record.candidates.length, 'candidate')}`}
    aside={
      <Text size="sm" c="dimmed">
        {record.actor}, <Ago at={record.started_at} />
      </Text>
    }
  >
    <Stack gap="sm">
      {record.refused_count > 0 && (
        <details>
          <summary>{plural(record.refused_count, 'line')} refused</summary>
          <List size="sm">
            {record.refused.map((refused) => (
              <List.Item key={refused.line}>
                Line {refused.line}: {refused.reason}
              </List.Item>
            ))}
          </List>
        </details>
      )}
      {record.candidates.map((candidate) => (
        <Candidate key={candidate.candidate_id} importId={record.import_id} candidate={candidate} />
      ))}
    </Stack>
  </Panel>
);

function Candidate({ importId, candidate }: { importId: string; candidate: ImportCandidate }) {
  const [name, setName] = useState('');
  const review = useReview();
  const isRefused = review.error instanceof ProblemError && review.error.status === 409;
  const say = (approve: boolean, insists = false) =>
    review.mutate({
      importId,
      candidateId: candidate.candidate_id,
      approve,
      ...(approve && name.trim() !== '' ? { name: name.trim() } : {}),
      insists,
    });
  return (
    <article className={classes.item ?? ''} aria-label={candidate.template}>
      <Stack gap={6} style={{ flex: 1, minWidth: 0 }}>
        <Template text={candidate.template} />
        <Text size="xs" c="dimmed">
          {plural(candidate.support, 'answer')} in {plural(candidate.conversations, 'conversation')}{' '}
          · {lived(candidate.replay)}
        </Text>
        <details>
          <summary>What it answered</summary>
          <List size="sm">
            {candidate.examples.slice(0, 10).map((example) => (
              <List.Item key={example}>{example}</List.Item>
            ))}
          </List>
        </details>
        {candidate.state === 'staged' ? (
          <Group gap="xs" align="flex-end">
            <TextInput
              size="xs"
              label="Name"
              placeholder="The beginning of the reply"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button size="compact-sm" loading={review.isPending} onClick={() => say(true)}>
              Take it up
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              disabled={review.isPending}
              onClick={() => say(false)}
            >
              Leave it
            </Button>
          </Group>
        ) : (
          <Badge variant="light" color={candidate.state === 'approved' ? 'green' : 'gray'}>
            {words(candidate.state)}
          </Badge>
        )}
        {review.error !== null && <ProblemNotice error={review.error} />}
        {isRefused && candidate.state === 'staged' && (
          <Button
            size="compact-sm"
            variant="default"
            loading={review.isPending}
            onClick={() => say(true, true)}
            style={{ alignSelf: 'flex-start' }}
          >
            Take it up all the same
          </Button>
        )}
      </Stack>
    </article>
  );
}

const lived = (replay: CandidateReplay | null | undefined): string =>
  replay == null
    ? 'too little was imported to say how it would have done'
    : `lived again it would have been right ${count(Math.round(replay.right))} times, wrong ${count(Math.round(replay.wrong))}`;
