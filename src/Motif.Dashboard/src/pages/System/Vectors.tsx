import { Text } from '@mantine/core';
import type { SystemStatus } from '../../api/types';
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
        <Text c="dimmed">The offline lexicon matches in memory; no vectors are kept.</Text>
      </Panel>
    );
  const remarks = [vectors.remark, vectors.embedding_failure, vectors.index_failure];
  return (
    <Panel title="Vectors">
      <Facts
        facts={[
          ['Index', NAMES[vectors.index] ?? vectors.index],
          ['Space', vectors.space ?? 'none is complete yet'],
          ['Being built', building(vectors)],
          ['Vectors', count(vectors.vectors)],
          ['Waiting', waiting(vectors)],
          ['Refused', count(vectors.dead_letters)],
          ['Circuit of the model', vectors.embedding_circuit ?? 'none'],
          ['Circuit of the index', vectors.index_circuit ?? 'none'],
          ['Remarks', remarks.filter((text) => text !== null).join('; ') || 'none'],
        ]}
      />
    </Panel>
  );
}

const count = (number: number) => number.toLocaleString('en');

const building = ({ building: space, building_share: share }: Status) =>
  space === null ? 'none' : `${space}, ${String(Math.round((share ?? 0) * 100))} %`;

const waiting = ({ pending, lag_seconds: lag }: Status) =>
  pending === 0
    ? 'nothing'
    : `${count(pending)} changes, the oldest for ${String(Math.round(lag))} s`;
