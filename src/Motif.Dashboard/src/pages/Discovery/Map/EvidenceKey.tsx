import { Anchor, Button, Group, SimpleGrid, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Finding } from '../../../api/types';
import { traitName } from '../../../charts/forest';
import { Panel } from '../../../frame/Panel';
import { plural } from '../../../format/numbers';
import { ItemTitle } from '../ItemTitle';
import classes from './Map.module.css';
import { markShapes } from './overlays';

interface EvidenceKeyProps {
  readonly finding: Finding;
  /** By item id; what the map has not is absent. Null while they are asked for. */
  readonly places: ReadonlyMap<string, number> | null;
  readonly onGo: (point: number) => void;
  readonly onClear: () => void;
}

/** Which items are marked on the map for a finding; each leads to its place. */
export function EvidenceKey({ finding, places, onGo, onClear }: EvidenceKeyProps) {
  const missing = [...finding.examples, ...finding.counter_examples].filter(
    (id) => places?.has(id) === false,
  ).length;
  return (
    <Panel
      title={`Evidence: ${traitName(finding)}`}
      note={
        <>
          in {finding.scope} ·{' '}
          <Anchor component={Link} to={`/discovery/findings/${finding.finding_id}`}>
            the finding
          </Anchor>
          {missing > 0 && ` · ${plural(missing, 'item')} not on the map of the last run`}
        </>
      }
      aside={
        <Button variant="default" size="compact-sm" onClick={onClear}>
          Take the marks away
        </Button>
      }
    >
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        {(
          [
            ['best', 'Did best with it', finding.examples],
            ['worst', 'Did worst with it', finding.counter_examples],
          ] as const
        ).map(([kind, title, ids]) => (
          <div key={kind}>
            <Text fw={600} size="sm" mb="xs">
              {title}
            </Text>
            {ids.map((id) => {
              const point = places?.get(id);
              return (
                <Group key={id} gap="sm" wrap="nowrap" align="flex-start" mb="xs">
                  <svg className={classes.mark} viewBox="-10 -10 20 20" aria-hidden="true">
                    <polygon data-mark={kind} points={markShapes[kind]} />
                  </svg>
                  <div style={{ flex: 1, minWidth: 0 }}>
                    <ItemTitle id={id} />
                  </div>
                  {point !== undefined && (
                    <Button size="compact-xs" variant="default" onClick={() => onGo(point)}>
                      Go there
                    </Button>
                  )}
                </Group>
              );
            })}
          </div>
        ))}
      </SimpleGrid>
    </Panel>
  );
}
