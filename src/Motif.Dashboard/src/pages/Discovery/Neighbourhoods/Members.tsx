import { Button, Group, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useMembers } from '../../../api/discovery';
import { useMove } from '../../../api/neighbourhoods';
import type { Cluster } from '../../../api/types';
import { Panel } from '../../../frame/Panel';
import { percent } from '../../../format/numbers';
import { Answer } from '../../../states/Answer';
import { ProblemNotice } from '../../../states/ProblemNotice';
import { ItemTitle } from '../ItemTitle';
import classes from './Neighbourhoods.module.css';

/** Members whose texts are asked for. */
const shownMembers = 20;

interface MembersProps {
  readonly cluster: Cluster;
  readonly all: readonly Cluster[];
}

/** The items of a neighbourhood, each of which can be put into another one. */
export function Members({ cluster, all }: MembersProps) {
  const members = useMembers(cluster.cluster_id);
  const [moving, setMoving] = useState<string | null>(null);
  return (
    <Panel
      title="Members"
      note={`The first ${shownMembers} by id; strength says how far each is from belonging elsewhere`}
    >
      <Answer query={members}>
        {({ items }) => (
          <ol className={classes.items}>
            {items.slice(0, shownMembers).map(({ item_id: id, strength, origin }) => (
              <li key={id}>
                <div className={classes.member}>
                  <div>
                    <ItemTitle id={id} />
                  </div>
                  <Group gap="sm" wrap="nowrap" align="flex-start">
                    <Text size="xs" c="dimmed" className="tabular">
                      {origin === 'moved' ? 'moved here by hand' : percent(strength)}
                    </Text>
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={`Move ${id}`}
                      aria-expanded={moving === id}
                      onClick={() => setMoving(moving === id ? null : id)}
                    >
                      Move
                    </Button>
                  </Group>
                </div>
                {moving === id && (
                  <Destination
                    item={id}
                    others={all.filter(
                      (other) =>
                        other.level === cluster.level && other.cluster_id !== cluster.cluster_id,
                    )}
                    onMoved={() => setMoving(null)}
                  />
                )}
              </li>
            ))}
          </ol>
        )}
      </Answer>
    </Panel>
  );
}

interface DestinationProps {
  readonly item: string;
  readonly others: readonly Cluster[];
  readonly onMoved: () => void;
}

function Destination({ item, others, onMoved }: DestinationProps) {
  const move = useMove();
  const [into, setInto] = useState<string | null>(null);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (into !== null) move.mutate({ item, into }, { onSuccess: onMoved });
      }}
    >
      <Group align="flex-end" gap="sm" mt="xs">
        <Select
          label={`Move ${item} to`}
          placeholder="a neighbourhood of this level"
          searchable
          value={into}
          data={others.map(({ cluster_id: value, name: label }) => ({ value, label }))}
          onChange={setInto}
          style={{ flex: '1 1 200px' }}
        />
        <Button type="submit" variant="default" disabled={into === null} loading={move.isPending}>
          Move it there
        </Button>
      </Group>
      {move.error !== null && <ProblemNotice error={move.error} />}
    </form>
  );
}
