import { Alert, Text } from '@mantine/core';
import { useNavigate } from 'react-router';
import type { PatternGraph } from '../api/types';
import { Chart } from '../charts/Chart';
import { usePalette } from '../charts/palette';
import { count } from '../format/numbers';
import { patternPath } from '../patterns/PatternLink';
import { graphLabel, graphOption, graphTable, mostOnCircle } from './graph';
import { nearest } from './neighbours';

/** Several steps at once, as a picture of the nearest and surest. */
export function RelationMap({ graph, least }: { graph: PatternGraph; least: number }) {
  const palette = usePalette();
  const navigate = useNavigate();
  const shown = nearest(graph, least, mostOnCircle);
  const left = graph.nodes.length - shown.nodes.length;
  return (
    <>
      <Chart
        label={graphLabel(shown)}
        option={graphOption(shown, palette)}
        table={graphTable(shown)}
        height={820}
        onSelect={({ data }) => {
          const patternId = (data as { patternId?: string | null }).patternId;
          if (patternId != null) void navigate(patternPath(patternId));
        }}
      />
      <Text size="sm" c="dimmed">
        {graphLabel(shown)}
        {left > 0 && `; ${count(left)} more within this reach left out, the least sure first`}.
        Colour is quality, size is use, a diamond lies outside the catalogue. Point at one to see
        what it is joined to, click to open it.
      </Text>
      {graph.truncated && (
        <Alert variant="default" role="status" title="Not everything was read">
          More patterns lie within this reach than the server lists. Take fewer steps or choose
          types.
        </Alert>
      )}
    </>
  );
}
