import { Alert, Stack, Text } from '@mantine/core';
import { useMatch, type Wish } from '../../../api/matching';
import type { MatchResponse } from '../../../api/types';
import { count, percent, plural } from '../../../format/numbers';
import { basisText } from '../../../patterns/confidence';
import { Panel } from '../../../frame/Panel';
import { Answer } from '../../../states/Answer';
import { Empty } from '../../../states/Empty';
import { Loading } from '../../../states/Loading';
import { MatchResult } from './MatchResult';

/** The ranked answer to a wish. */
export function MatchResults({ wish }: { wish: Wish }) {
  const match = useMatch(wish);
  return (
    <Answer query={match} loading={<Loading rows={6} height={96} />}>
      {(response) => <Results response={response} />}
    </Answer>
  );
}

function Results({ response }: { response: MatchResponse }) {
  const { matched_patterns, total_matches, query_metadata } = response;
  return (
    <Panel
      title="Matches"
      note={
        <>
          {plural(matched_patterns.length, 'result')} of {count(total_matches)}, the surest first.{' '}
          {basisText(response)}
        </>
      }
    >
      <Stack gap="md">
        {response.degraded && (
          <Alert color="yellow" title="The order may be less exact">
            The embedding service does not answer; Motif’s own word vectors stepped in.
          </Alert>
        )}
        {query_metadata.corrections.map(({ from, to, reason }) => (
          <Text key={`${from} ${to}`} size="sm">
            {to === '' ? (
              <>
                Did not look for <b>{from}</b> ({reason}).
              </>
            ) : (
              <>
                Read <b>{from}</b> as <b>{to}</b> ({reason}).
              </>
            )}
          </Text>
        ))}
        {matched_patterns.length === 0 ? (
          <Empty title="Nothing fits">
            {response.below_threshold_count === 0
              ? 'No pattern has anything in common with this. Say it in other words, or take a filter away.'
              : `${plural(response.below_threshold_count, 'pattern')} ${response.below_threshold_count === 1 ? 'has' : 'have'} something in common with this, the best only ${percent(response.best_below ?? 0)} sure. Say it in other words, or take a filter away.`}
          </Empty>
        ) : (
          <Stack component="ol" gap="lg" m={0} p={0} style={{ listStyle: 'none' }}>
            {matched_patterns.map((pattern) => (
              <MatchResult key={pattern.pattern_id} match={pattern} matchId={response.match_id} />
            ))}
          </Stack>
        )}
      </Stack>
    </Panel>
  );
}
