import { ActionIcon, Button, Text, Tooltip } from '@mantine/core';
import { useState } from 'react';
import type { EdgeName } from '../api/pattern';
import { usePalette } from '../charts/palette';
import { percent, score, words } from '../format/numbers';
import { RemoveIcon } from '../frame/icons';
import { PatternLink } from '../patterns/PatternLink';
import { relationColor } from './graph';
import type { Neighbour, Neighbours as Around } from './neighbours';
import classes from './Neighbours.module.css';

/** Shown of each group before one asks for more. */
const first = 12;

interface NeighboursProps {
  readonly around: Around;
  /** Takes away a relation that somebody stated; a scan would find its own again. */
  readonly onRemove: (edge: EdgeName) => void;
}

/** Everything one step away, by direction, the surest first: names that can be read and followed. */
export const Neighbours = ({
  around: { incoming, outgoing, alike },
  onRemove,
}: NeighboursProps) => (
  <div className={classes.columns}>
    <Column title="What leads here" neighbours={incoming} verbs={passive} onRemove={onRemove} />
    <Column title="Where it leads" neighbours={outgoing} verbs={{}} onRemove={onRemove} />
    <Column title="What is like it" neighbours={alike} verbs={{}} onRemove={onRemove} />
  </div>
);

/** How a relation reads from its other end. */
const passive: Readonly<Record<string, string>> = {
  uses: 'uses it',
  extends: 'extends it',
  composed_of: 'is composed of it',
  creates: 'creates it',
};

interface ColumnProps {
  readonly title: string;
  readonly neighbours: readonly Neighbour[];
  readonly verbs: Readonly<Record<string, string>>;
  readonly onRemove: (edge: EdgeName) => void;
}

function Column({ title, neighbours, verbs, onRemove }: ColumnProps) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? neighbours : neighbours.slice(0, first);
  return (
    <section aria-label={title}>
      <h3 className={classes.title}>
        {title}{' '}
        <Text span size="sm" c="dimmed">
          {neighbours.length}
        </Text>
      </h3>
      {neighbours.length === 0 && (
        <Text size="sm" c="dimmed">
          Nothing at this sureness.
        </Text>
      )}
      <ul className={classes.list}>
        {shown.map(({ edge, node }) => (
          <Row
            key={`${edge.source_id} ${edge.type} ${edge.target_id ?? edge.external ?? ''}`}
            neighbour={{ edge, node }}
            verb={verbs[edge.type] ?? words(edge.type)}
            onRemove={onRemove}
          />
        ))}
      </ul>
      {neighbours.length > shown.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setWhole(true)}>
          Show all {neighbours.length}
        </Button>
      )}
    </section>
  );
}

function Row({
  neighbour: { edge, node },
  verb,
  onRemove,
}: {
  neighbour: Neighbour;
  verb: string;
  onRemove: (edge: EdgeName) => void;
}) {
  const palette = usePalette();
  return (
    <li className={classes.row} style={{ borderColor: relationColor(edge.type, palette) }}>
      <div style={{ minWidth: 0, flex: 1 }}>
        {node.pattern_id === null ? (
          <code className={classes.outside}>{node.name}</code>
        ) : (
          <PatternLink patternId={node.pattern_id}>{node.name}</PatternLink>
        )}
        <Text size="sm" c="dimmed">
          {verb}, {percent(edge.confidence)} sure
          {node.pattern_id === null
            ? ', outside the catalogue'
            : node.quality !== null && `, quality ${score(node.quality)}`}
        </Text>
        {edge.evidence !== null && (
          <Text size="xs" c="dimmed" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
            {edge.evidence}
          </Text>
        )}
      </div>
      {edge.evidence === null && edge.type !== 'similar_to' && (
        <Tooltip label="Take this relation away">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Take away: ${verb} ${node.name}`}
            onClick={() => onRemove(edge)}
          >
            <RemoveIcon />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  );
}
