import { Anchor, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useFinding } from '../../../api/discovery';
import type { Finding } from '../../../api/types';
import { traitName } from '../../../charts/forest';
import { Facts } from '../../../frame/Facts';
import { PageHeader } from '../../../frame/PageHeader';
import { Panel } from '../../../frame/Panel';
import { count, percent, plural, times } from '../../../format/numbers';
import { Answer } from '../../../states/Answer';
import { ItemTitle } from '../ItemTitle';
import classes from './FindingPage.module.css';
import { OverTime } from './OverTime';
import { StateBadge } from './StateBadge';
import { findingStates } from './states';

/** One finding with everything that speaks for it and against it. */
export function FindingPage() {
  const { finding: id = '' } = useParams();
  const finding = useFinding(id);
  return (
    <Answer query={finding}>
      {(found) => (
        <>
          <PageHeader
            title={traitName(found)}
            note={
              <>
                in <Where finding={found} /> |{' '}
                <Anchor
                  component={Link}
                  to={`/discovery?view=map&finding=${found.finding_id}`}
                  underline="always"
                >
                  evidence on the map
                </Anchor>{' '}
                |{' '}
                <Anchor component={Link} to="/discovery" underline="always">
                  all findings
                </Anchor>
              </>
            }
            aside={<StateBadge state={found.state} />}
          />
          <Stack gap="lg">
            <Verdict finding={found} />
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
              <Parts finding={found} />
              <Doubts finding={found} />
            </SimpleGrid>
            <OverTime finding={found.finding_id} />
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
              <Evidence
                title="Did best with it"
                note="Against the usual of their channel and time"
                ids={found.examples}
              />
              <Evidence
                title="Did worst with it"
                note="It is no guarantee"
                ids={found.counter_examples}
              />
            </SimpleGrid>
          </Stack>
        </>
      )}
    </Answer>
  );
}

const Where = ({ finding }: { finding: Finding }) =>
  finding.cluster_id === null ? (
    finding.scope
  ) : (
    <Anchor
      component={Link}
      to={`/discovery?view=neighbourhoods&cluster=${finding.cluster_id}`}
      underline="always"
    >
      {finding.scope}
    </Anchor>
  );

const Verdict = ({ finding }: { finding: Finding }) => (
  <Panel
    title={`${times(finding.multiplier)} the usual`}
    note={findingStates[finding.state].meaning}
  >
    <Text>
      {plural(finding.support, 'item')} of {plural(finding.channels, 'channel')} have it and did{' '}
      {times(finding.multiplier)} as well as items of the same channel and time without it; in 95 of
      100 cases that lies between {times(finding.ci95.low)} and {times(finding.ci95.high)}. Expect{' '}
      {times(finding.expected_multiplier)}
      {finding.joint_multiplier !== null &&
        `, and ${times(finding.joint_multiplier)} beside the other confirmed traits`}
      . It is <b>{finding.evidence}</b>:{' '}
      {finding.evidence === 'experimental'
        ? 'an experiment changed the trait alone, its counts held, and it decided.'
        : 'nobody changed the trait alone.'}
    </Text>
    {finding.hits !== null && (
      <Text mt="sm">
        Of the items with it {percent(finding.hits.with)} did {times(finding.hits.threshold)} the
        usual or better, of those without {percent(finding.hits.without)}.
      </Text>
    )}
    {finding.experiments.length > 0 && (
      <Text mt="sm">
        Experiments on it:{' '}
        {finding.experiments.map((id, place) => (
          <span key={id}>
            {place > 0 && ', '}
            <Anchor component={Link} to={`/discovery/experiments/${id}`}>
              {place === 0 ? 'the newest' : `number ${finding.experiments.length - place}`}
            </Anchor>
          </span>
        ))}
      </Text>
    )}
  </Panel>
);

const Parts = ({ finding: { found, later } }: { finding: Finding }) => (
  <Panel
    title="Did it hold?"
    note="The first 70 % of each channel’s time found it, the rest tested it"
  >
    <Facts
      facts={[
        ['First', part(found)],
        ['Later', later === null ? 'nothing to compare' : part(later)],
      ]}
    />
  </Panel>
);

const part = ({ multiplier, ci95, p, support, channels }: Finding['found']): ReactNode => (
  <span className="tabular">
    {times(multiplier)} ({times(ci95.low)} – {times(ci95.high)}), p {probability(p)},{' '}
    {plural(support, 'item')}, {plural(channels, 'channel')}
  </span>
);

const Doubts = ({ finding }: { finding: Finding }) => {
  const { across_channels: spread } = finding;
  return (
    <Panel title="What speaks against it?">
      <Facts
        facts={[
          ['False discoveries among such', `q ${probability(finding.q)}`],
          [
            'Differs by channel',
            `τ ${spread.tau.toFixed(2)}, ${percent(spread.i_squared)} of it beyond chance`,
          ],
          [
            'A new channel',
            spread.new_channel === null
              ? 'too few channels to say'
              : `${times(spread.new_channel.low)} to ${times(spread.new_channel.high)}`,
          ],
          ['Largest channel', `has ${percent(finding.largest_channel_share)} of the weight`],
          [
            'An unseen cause',
            `would have to be ${times(finding.e_value)} strong (${times(finding.e_value_ci95)} for the interval)`,
          ],
          [
            'All thrown together',
            finding.pooled_multiplier === null ? 'not measured' : times(finding.pooled_multiplier),
          ],
          ['Re-posts folded', count(finding.folded)],
        ]}
      />
    </Panel>
  );
};

const probability = (value: number): string => (value < 0.001 ? '< 0.001' : value.toFixed(3));

const Evidence = ({
  title,
  note,
  ids,
}: {
  title: string;
  note: string;
  ids: readonly string[];
}) => (
  <Panel title={title} note={note}>
    {ids.length === 0 ? (
      <Text c="dimmed">None is kept.</Text>
    ) : (
      <ol className={classes.list}>
        {ids.map((id) => (
          <li key={id}>
            <ItemTitle id={id} />
          </li>
        ))}
      </ol>
    )}
  </Panel>
);
