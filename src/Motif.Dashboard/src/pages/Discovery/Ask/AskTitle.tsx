import { Anchor, List, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useAskAboutTitle } from '../../../api/discovery';
import type { ItemMatch, OutcomeForecast } from '../../../api/types';
import { traitName } from '../../../charts/forest';
import { Facts } from '../../../frame/Facts';
import { percent, times } from '../../../format/numbers';
import { Question } from './Question';

/** Where a title would belong, and what its traits let expect. */
export const AskTitle = () => (
  <Question
    title="What does this title let expect?"
    label="A title"
    placeholder="How to build a greenhouse"
    button="Look"
    ask={useAskAboutTitle()}
  >
    {({ match, forecast }) => <Expected match={match} forecast={forecast} />}
  </Question>
);

const Expected = ({ match, forecast }: { match: ItemMatch; forecast: OutcomeForecast }) => (
  <Stack gap="sm">
    <Text fw={600}>
      {forecast.findings.length === 0
        ? 'The usual: nothing that is known to matter is in it.'
        : `${times(forecast.multiplier)} the channel’s usual, ${times(forecast.ci95.low)} to ${times(forecast.ci95.high)} on average`}
    </Text>
    {forecast.findings.length > 0 && (
      <List size="sm" spacing={4}>
        {forecast.findings.map((finding) => (
          <List.Item key={finding.finding_id}>
            <Anchor component={Link} inherit to={`/discovery/findings/${finding.finding_id}`}>
              {traitName(finding)}
            </Anchor>{' '}
            in {finding.scope}: {times(finding.joint_multiplier)}
          </List.Item>
        ))}
      </List>
    )}
    <Facts
      facts={[
        ['Belongs to', <Place key="place" match={match} />],
        [
          'Single items',
          forecast.out_of_sample_r2 === null
            ? 'not measured'
            : `vary far more: ${percent(Math.max(0, forecast.out_of_sample_r2))} of their differences is explained`,
        ],
      ]}
    />
  </Stack>
);

const Place = ({
  match: { macro, meso, micro, similarity, strength, reason },
}: {
  match: ItemMatch;
}) =>
  meso === null ? (
    <>nowhere: {reason}</>
  ) : (
    <>
      {[macro, meso, micro]
        .filter((cluster) => cluster !== null)
        .map((cluster, level) => (
          <span key={cluster.cluster_id}>
            {level > 0 && ' › '}
            <Anchor
              component={Link}
              inherit
              to={`/discovery?view=neighbourhoods&cluster=${cluster.cluster_id}`}
            >
              {cluster.name}
            </Anchor>
          </span>
        ))}{' '}
      (similarity {similarity?.toFixed(2) ?? '–'}, strength {percent(strength ?? 0)})
    </>
  );
