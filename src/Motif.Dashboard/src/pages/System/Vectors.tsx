import { Text } from '@mantine/core';
import type { SystemStatus } from '../../api/types';
import { percent } from '../../format/numbers';
import { Facts } from '../../frame/Facts';
import { Panel } from '../../frame/Panel';

type Status = NonNullable<SystemStatus['vectors']>;

const NAMES: Record<string, string> = {
  in_process: 'in the memory of this server',
  qdrant: 'Qdrant',
  pgvector: 'PostgreSQL with pgvector',
};

/** Which vector index is used, how far behind it is, and whether what it needs is left alone. */
export function Vectors({ vectors }: { vectors: SystemStatus['vectors'] }) {
  if (vectors === null)
    return (
      <Panel title="Vectors">
        <Text c="dimmed">Motif’s own word vectors are used; they are computed in memory.</Text>
      </Panel>
    );
  const remarks = [vectors.remark, vectors.embedding_failure, vectors.index_failure];
  return (
    <Panel title="Vectors">
      <Facts
        facts={[
          ['Kept', NAMES[vectors.index] ?? vectors.index],
          ['Made by', vectors.space ?? 'none is complete yet'],
          ['Being made anew', building(vectors)],
          ['Vectors', count(vectors.vectors)],
          ['Changes on their way', waiting(vectors)],
          ['Changes given up', count(vectors.dead_letters)],
          ['Calls to the model', called(vectors.embedding_circuit)],
          ['Calls to the index', called(vectors.index_circuit)],
          ['Remarks', remarks.filter((text) => text !== null).join('; ') || 'none'],
        ]}
      />
    </Panel>
  );
}

const count = (number: number) => number.toLocaleString('en');

/** The state of a circuit breaker in words. */
const CALLS: Record<string, string> = {
  closed: 'answered',
  open: 'stopped for a while after failures',
  half_open: 'tried again after failures',
};

const called = (circuit: string | null): string =>
  circuit === null ? 'none are made' : (CALLS[circuit] ?? circuit);

const building = ({ building: space, building_share: share }: Status) =>
  space === null ? 'none' : `${space}, ${percent(share ?? 0)}`;

const waiting = ({ pending, lag_seconds: lag }: Status) =>
  pending === 0
    ? 'nothing'
    : `${count(pending)} changes, the oldest for ${String(Math.round(lag))} s`;
