import { Anchor, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useClusters, useFindings } from '../../../api/discovery';
import type { Cluster } from '../../../api/types';
import { traitName } from '../../../charts/forest';
import { Facts } from '../../../frame/Facts';
import { Panel } from '../../../frame/Panel';
import { count, plural, times } from '../../../format/numbers';
import { Answer } from '../../../states/Answer';
import { StateBadge } from '../Findings/StateBadge';
import { ItemTitle } from '../ItemTitle';
import { NothingYet } from '../NothingYet';
import classes from './Neighbourhoods.module.css';
import { branches, type Branch } from './branches';
import { Edits } from './Edits';
import { HandsOn } from './HandsOn';
import { Members } from './Members';

/** The tree of what the items are about, and the one that was chosen. */
export function Neighbourhoods() {
  const clusters = useClusters();
  return (
    <Answer query={clusters}>
      {({ items }) => (items.length === 0 ? <NothingYet /> : <Browser clusters={items} />)}
    </Answer>
  );
}

function Browser({ clusters }: { clusters: readonly Cluster[] }) {
  const [address] = useSearchParams();
  const tree = useMemo(() => branches(clusters), [clusters]);
  const chosen =
    clusters.find(({ cluster_id }) => cluster_id === address.get('cluster')) ?? clusters[0];
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
      <Panel
        title="What are the items about?"
        note={`${plural(clusters.length, 'neighbourhood')}, each inside a wider one`}
      >
        <ul className={classes.tree}>
          {tree.map((branch) => (
            <Node key={branch.cluster.cluster_id} branch={branch} chosen={chosen} />
          ))}
        </ul>
      </Panel>
      <div>
        {chosen !== undefined && <Chosen key={chosen.cluster_id} cluster={chosen} all={clusters} />}
      </div>
    </SimpleGrid>
  );
}

/** A neighbourhood with those inside it; micros are folded away until asked for. */
function Node({ branch, chosen }: { branch: Branch; chosen: Cluster | undefined }) {
  const { cluster, children } = branch;
  const name = (
    <Group gap="xs" wrap="nowrap" align="baseline">
      <Anchor
        component={Link}
        to={`/discovery?view=neighbourhoods&cluster=${cluster.cluster_id}`}
        fw={cluster.level === 'macro' ? 600 : 400}
        size="sm"
        aria-current={cluster === chosen}
        className={classes.name ?? ''}
      >
        {cluster.name}
      </Anchor>
      <Text size="xs" c="dimmed" className="tabular">
        {count(cluster.size)}
      </Text>
    </Group>
  );
  if (children.length === 0) return <li>{name}</li>;
  return (
    <li>
      {cluster.level === 'meso' ? (
        <>
          {name}
          <details className={classes.micros}>
            <summary>{plural(children.length, 'micro')}</summary>
            <Inside branches={children} chosen={chosen} />
          </details>
        </>
      ) : (
        <>
          {name}
          <Inside branches={children} chosen={chosen} />
        </>
      )}
    </li>
  );
}

const Inside = ({
  branches: inside,
  chosen,
}: {
  branches: readonly Branch[];
  chosen: Cluster | undefined;
}) => (
  <ul className={classes.tree}>
    {inside.map((branch) => (
      <Node key={branch.cluster.cluster_id} branch={branch} chosen={chosen} />
    ))}
  </ul>
);

function Chosen({ cluster, all }: { cluster: Cluster; all: readonly Cluster[] }) {
  return (
    <Stack gap="lg">
      <Panel
        title={cluster.name}
        note={`${cluster.level}, ${plural(cluster.size, 'item')}${cluster.is_held ? ', kept as it is' : ''}`}
        aside={
          cluster.level !== 'micro' && (
            <Anchor
              component={Link}
              size="sm"
              to={`/discovery?view=map&cluster=${cluster.cluster_id}`}
            >
              On the map
            </Anchor>
          )
        }
      >
        <Facts
          facts={[
            ['Told apart by', cluster.terms.join(' · ')],
            ...(cluster.review === null ? [] : [['Name', named(cluster)] as const]),
            ['Without copies', count(cluster.distinct)],
            ['Cohesion', cluster.cohesion.toFixed(2)],
          ]}
        />
        <FindingsHere cluster={cluster} />
      </Panel>
      <HandsOn key={cluster.name} cluster={cluster} all={all} />
      <Edits />
      <Panel title="At its centre">
        <ol className={classes.items}>
          {cluster.medoids.map((id) => (
            <li key={id}>
              <ItemTitle id={id} />
            </li>
          ))}
        </ol>
      </Panel>
      <Members cluster={cluster} all={all} />
    </Stack>
  );
}

const named = ({ review, extracted_name: words }: Cluster): string =>
  review === 'reviewed'
    ? `by a language model, of “${words ?? ''}”`
    : 'of its words; the language model gave none that could be taken';

function FindingsHere({ cluster }: { cluster: Cluster }) {
  const findings = useFindings();
  const here =
    findings.data?.items.filter(({ cluster_id }) => cluster_id === cluster.cluster_id) ?? [];
  if (here.length === 0) return null;
  return (
    <>
      <Text fw={600} size="sm" mt="md" mb="xs">
        What goes with performance here
      </Text>
      <ul className={classes.items} aria-label="Findings here">
        {here.map((finding) => (
          <li key={finding.finding_id} className={classes.member}>
            <Anchor component={Link} size="sm" to={`/discovery/findings/${finding.finding_id}`}>
              {traitName(finding)}: {times(finding.multiplier)}
            </Anchor>
            <StateBadge state={finding.state} />
          </li>
        ))}
      </ul>
    </>
  );
}
