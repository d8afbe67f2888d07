import { Alert, Chip, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useGraph } from '../api/pattern';
import type { PatternGraph, RelationshipType } from '../api/types';
import { Chart } from '../charts/Chart';
import { usePalette } from '../charts/palette';
import { plural, title } from '../format/numbers';
import { PatternLink, patternPath } from '../patterns/PatternLink';
import { Answer } from '../states/Answer';
import { Loading } from '../states/Loading';
import { Empty } from '../states/Empty';
import { graphLabel, graphOption, graphTable, relationTypes } from './graph';
import classes from './RelationGraph.module.css';

const depths = ['1', '2', '3', '4', '5'];

interface RelationGraphProps {
  readonly patternId: string;
  readonly height?: number;
}

/** What stands around a pattern, to the depth and by the types that are chosen. */
export function RelationGraph({ patternId, height = 560 }: RelationGraphProps) {
  const [depth, setDepth] = useState('1');
  const [types, setTypes] = useState<RelationshipType[]>([]);
  const graph = useGraph(patternId, Number(depth), types);
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="md">
        <TypeFilter types={types} onChange={setTypes} />
        <Group gap="xs">
          <Text size="sm" c="dimmed" id="depth">
            Depth
          </Text>
          <SegmentedControl
            aria-labelledby="depth"
            size="xs"
            data={depths}
            value={depth}
            onChange={setDepth}
          />
        </Group>
      </Group>
      <Answer query={graph} loading={<Loading rows={1} height={height} />}>
        {(data) =>
          data.edges.length === 0 ? (
            <NoRelation isFiltered={types.length > 0} />
          ) : (
            <Drawing graph={data} height={height} />
          )
        }
      </Answer>
    </Stack>
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

function Drawing({ graph, height }: { graph: PatternGraph; height: number }) {
  const palette = usePalette();
  const navigate = useNavigate();
  return (
    <>
      <Chart
        label={graphLabel(graph)}
        option={graphOption(graph, palette)}
        table={graphTable(graph)}
        height={height}
        onSelect={({ data }) => {
          const patternId = (data as { patternId?: string | null }).patternId;
          if (patternId != null) void navigate(patternPath(patternId));
        }}
      />
      <Text size="sm" c="dimmed">
        {graphLabel(graph)}. Colour is quality, size is use, a diamond lies outside the catalogue.
        Drag to move, scroll to zoom, click to open.
      </Text>
      {graph.truncated && (
        <Alert variant="default" role="status" title="Not everything is shown">
          More patterns stand within this depth than the graph may hold. Lower the depth or choose
          types.
        </Alert>
      )}
      <Cycles graph={graph} />
    </>
  );
}

/** Rings: each member leads to the next and the last to the first. */
function Cycles({ graph }: { graph: PatternGraph }) {
  if (graph.cycles.length === 0) return null;
  const names = new Map(graph.nodes.map((node) => [node.pattern_id, node.name]));
  return (
    <details className={classes.cycles}>
      <summary>{plural(graph.cycles.length, 'cycle')} of relations</summary>
      <ul>
        {graph.cycles.map((cycle) => (
          <li key={cycle.join()}>
            {cycle.map((id) => (
              <span key={id}>
                <PatternLink patternId={id}>{names.get(id) ?? id}</PatternLink> →{' '}
              </span>
            ))}
            {names.get(cycle[0] ?? '') ?? cycle[0]}
          </li>
        ))}
      </ul>
    </details>
  );
}

const NoRelation = ({ isFiltered }: { isFiltered: boolean }) => (
  <Empty title="No relation">
    {isFiltered
      ? 'No relation of the chosen types leads here or away. Choose other types.'
      : 'Nothing leads here or away. A scan finds the relations between patterns of code; others are stated over the API.'}
  </Empty>
);
