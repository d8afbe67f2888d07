import { Alert, Stack, Text } from '@mantine/core';
import { useMatch, type Wish } from '../../../api/matching';
import type { MatchResponse } from '../../../api/types';
import { plural } from '../../../format/numbers';
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
          {plural(matched_patterns.length, 'result')} of {total_matches} in{' '}
          {query_metadata.query_time_ms.toFixed(1)} ms. {basisText(response)}
        </>
      }
    >
      <Stack gap="md">
        {response.degraded && (
          <Alert color="yellow" title="Answered by the offline vectors">
            The embedding endpoint does not answer; the order may be less exact.
          </Alert>
        )}
        {query_metadata.corrections.map(({ from, to, reason }) => (
          <Text key={`${from} ${to}`} size="sm">
            Read <b>{from}</b> as <b>{to}</b> ({reason}).
          </Text>
        ))}
        {matched_patterns.length === 0 ? (
          <Empty title="Nothing fits" command="motif patterns starter">
            No pattern has anything in common with this request. The starter practices come with
            Motif.
          </Empty>
        ) : (
          <Stack component="ol" gap="lg" m={0} p={0} style={{ listStyle: 'none' }}>
            {matched_patterns.map((pattern) => (
              <MatchResult key={pattern.pattern_id} match={pattern} />
            ))}
          </Stack>
        )}
      </Stack>
    </Panel>
  );
}
