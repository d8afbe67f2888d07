import { Chip, Group, SegmentedControl, Slider, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useGraph, useRelate, useUnrelate, type EdgeName } from '../api/pattern';
import type { PatternGraph, RelationshipType } from '../api/types';
import { usePalette } from '../charts/palette';
import { percent, plural, title } from '../format/numbers';
import { PatternLink } from '../patterns/PatternLink';
import { Answer } from '../states/Answer';
import { Done } from '../states/Done';
import { Empty } from '../states/Empty';
import { Loading } from '../states/Loading';
import { ProblemNotice } from '../states/ProblemNotice';
import { AddRelation } from './AddRelation';
import { relationTypes } from './graph';
import { Neighbours } from './Neighbours';
import { neighboursOf } from './neighbours';
import classes from './RelationGraph.module.css';
import { RelationMap } from './RelationMap';

/** Relations less sure than that are shown only when one asks for them. */
const usualLeast = 0.3;

/** “1” is a list to read and follow, more is a picture. */
const reaches = [
  { value: '1', label: 'One step' },
  { value: '2', label: 'Two steps' },
  { value: '3', label: 'Three steps' },
];

/** What stands around a pattern: its neighbours as lists, what lies further away as a picture. */
export function RelationGraph({ patternId }: { patternId: string }) {
  const [reach, setReach] = useState('1');
  const [types, setTypes] = useState<RelationshipType[]>([]);
  const [least, setLeast] = useState(usualLeast);
  const graph = useGraph(patternId, Number(reach), types);
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="md" align="flex-end">
        <TypeFilter types={types} onChange={setTypes} />
        <Group gap="lg" align="flex-end">
          <LeastSureness least={least} onChange={setLeast} />
          <SegmentedControl
            aria-label="How far"
            size="xs"
            data={reaches}
            value={reach}
            onChange={setReach}
          />
        </Group>
      </Group>
      <Answer query={graph} loading={<Loading rows={6} />}>
        {(data) => (
          <>
            <Around graph={data} patternId={patternId} least={least} isMap={reach !== '1'} />
            <Cycles graph={data} />
          </>
        )}
      </Answer>
      <AddRelation patternId={patternId} />
    </Stack>
  );
}

interface AroundProps {
  readonly graph: PatternGraph;
  readonly patternId: string;
  readonly least: number;
  readonly isMap: boolean;
}

function Around({ graph, patternId, least, isMap }: AroundProps) {
  const unrelate = useUnrelate();
  const relate = useRelate();
  const [removed, setRemoved] = useState<EdgeName | null>(null);
  const hidden = graph.edges.filter(({ confidence }) => confidence < least).length;
  return (
    <>
      {removed !== null && (
        <Done isUndoing={relate.isPending} undo={() => restore(removed)}>
          The relation is taken away.
        </Done>
      )}
      {unrelate.error !== null && <ProblemNotice error={unrelate.error} />}
      {graph.edges.length === 0 ? (
        <Empty title="No relation">
          Nothing leads here or away. A scan finds relations between patterns of code; others are
          added below.
        </Empty>
      ) : isMap ? (
        <RelationMap graph={graph} least={least} />
      ) : (
        <Neighbours
          around={neighboursOf(graph, patternId, least)}
          onRemove={(edge) => unrelate.mutate(edge, { onSuccess: () => setRemoved(edge) })}
        />
      )}
      {hidden > 0 && (
        <Text size="sm" c="dimmed">
          {plural(hidden, 'relation')} less sure than {percent(least)} not shown.
        </Text>
      )}
    </>
  );

  function restore({ source_id, type, target_id, external }: EdgeName) {
    relate.mutate(
      { sourceId: source_id, edge: { type, target_id, external } },
      { onSuccess: () => setRemoved(null) },
    );
  }
}

function LeastSureness({ least, onChange }: { least: number; onChange: (least: number) => void }) {
  return (
    <div className={classes.slider}>
      <Text size="xs" c="dimmed">
        At least {percent(least)} sure
      </Text>
      <Slider
        thumbLabel="Least sureness"
        size="sm"
        min={0}
        max={1}
        step={0.05}
        label={percent}
        value={least}
        onChange={onChange}
      />
    </div>
  );
}

interface TypeFilterProps {
  readonly types: RelationshipType[];
  readonly onChange: (types: RelationshipType[]) => void;
}

/** No type chosen means all of them. */
function TypeFilter({ types, onChange }: TypeFilterProps) {
  const palette = usePalette();
  return (
    <Chip.Group multiple value={types} onChange={(values) => onChange(values)}>
      <Group gap={6} role="group" aria-label="Only relations of type">
        {relationTypes.map((type, index) => (
          <Chip key={type} value={type} size="xs" variant="outline">
            <span
              className={classes.key}
              style={{ background: palette.series[index] }}
              aria-hidden="true"
            />
            {title(type)}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}

/** Rings: each member leads to the next and the last to the first. */
function Cycles({ graph }: { graph: PatternGraph }) {
  if (graph.cycles.length === 0) return null;
  const names = new Map(graph.nodes.map((node) => [node.pattern_id, node.name]));
  return (
    <details className={classes.cycles}>
      <summary>
        {plural(graph.cycles.length, 'circle')} of patterns that lead back to themselves
      </summary>
      <ul>
        {graph.cycles.map((cycle) => (
          <li key={cycle.join()}>
            {cycle.map((id) => (
              <span key={id}>
                <PatternLink patternId={id}>{names.get(id) ?? 'a pattern not shown'}</PatternLink>{' '}
                →{' '}
              </span>
            ))}
            {names.get(cycle[0] ?? '') ?? 'itself'}
          </li>
        ))}
      </ul>
    </details>
  );
}
