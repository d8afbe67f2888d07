import { Badge, Group, Stack, Table, Text } from '@mantine/core';
import type { ResultExplanation, SignalValues } from '../../../api/types';
import { score, words } from '../../../format/numbers';

/** The signals in the order of their usual share. */
const signals: readonly (readonly [keyof SignalValues, string])[] = [
  ['bm25', 'Words (BM25)'],
  ['vec', 'Meaning (vectors)'],
  ['lsi', 'Themes (LSI)'],
  ['char', 'Spelling (characters)'],
];

const mostTerms = 12;

/** The arithmetic behind a place: what each signal and term gave, and how the prior moved it. */
export function Explanation({ explain, name }: { explain: ResultExplanation; name: string }) {
  const { prior } = explain;
  return (
    <Stack gap="sm" mt="xs">
      <Table.ScrollContainer minWidth={320}>
        <Table fz="sm" verticalSpacing={4} className="tabular">
          <Table.Caption>
            {name}: fit S {score(explain.score)}, rank {score(explain.rank)} after a prior of{' '}
            {score(prior.value)}
          </Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Signal</Table.Th>
              <Table.Th ta="right">Raw</Table.Th>
              <Table.Th ta="right">Of the best</Table.Th>
              <Table.Th ta="right">Share of S</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {signals.map(([signal, label]) => (
              <Table.Tr key={signal}>
                <Table.Td>{label}</Table.Td>
                <Table.Td ta="right">{explain.raw[signal].toFixed(2)}</Table.Td>
                <Table.Td ta="right">{explain.normalized[signal].toFixed(2)}</Table.Td>
                <Table.Td ta="right">{explain.weighted[signal].toFixed(2)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Group gap={6} role="list" aria-label="Terms">
        {explain.terms.slice(0, mostTerms).map(({ term, field, contribution }) => (
          <Badge key={`${term} ${field}`} role="listitem" variant="default" tt="none">
            {term} in {words(field)} +{contribution.toFixed(1)}
          </Badge>
        ))}
        {explain.terms.length === 0 && (
          <Text size="sm" c="dimmed">
            No word is shared; it stands here by its meaning.
          </Text>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        Prior: success {score(prior.success_posterior)}, quality {score(prior.quality)}, freshness{' '}
        {score(prior.freshness)}. Confidence: the request names it to{' '}
        {Math.round(explain.confidence.named * 100)} %, the best meaning is{' '}
        {explain.confidence.best_cosine.toFixed(2)}, the words that are shared weigh{' '}
        {explain.confidence.best_evidence.toFixed(2)}.
      </Text>
    </Stack>
  );
}
