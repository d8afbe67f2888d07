import { Badge, Group, Stack, Table, Text } from '@mantine/core';
import type { ResultExplanation, SignalValues } from '../../../api/types';
import { percent, score, words } from '../../../format/numbers';

/** The signals in the order of their usual share. */
const signals: readonly (readonly [keyof SignalValues, string])[] = [
  ['bm25', 'Words in common (BM25)'],
  ['vec', 'Meaning (vectors)'],
  ['lsi', 'Themes (LSI)'],
  ['char', 'Spelling (characters)'],
  ['neural', 'Meaning (sentence model)'],
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
            {name}: fits with {score(explain.score)} of 1; quality, success and age make that{' '}
            {score(explain.rank)}
          </Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Signal</Table.Th>
              <Table.Th ta="right">Measured</Table.Th>
              <Table.Th ta="right">Against the best</Table.Th>
              <Table.Th ta="right">Adds to the fit</Table.Th>
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
      <Group gap={6} role="list" aria-label="Words in common">
        {explain.terms.slice(0, mostTerms).map(({ term, field, contribution }) => (
          <Badge key={`${term} ${field}`} role="listitem" variant="default" tt="none">
            “{term}…” in its {words(field)}: {contribution.toFixed(1)}
          </Badge>
        ))}
        {explain.terms.length === 0 && (
          <Text size="sm" c="dimmed">
            No word is in common; it stands here by its meaning.
          </Text>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        Success {score(prior.success_posterior)}, quality {score(prior.quality)}, freshness{' '}
        {score(prior.freshness)}. How sure it is comes from how far the request names it,{' '}
        {percent(explain.confidence.named)}, from the nearest meaning,{' '}
        {explain.confidence.best_nearness.toFixed(2)}, and from the weight of the words in common,{' '}
        {explain.confidence.best_evidence.toFixed(2)}.
      </Text>
    </Stack>
  );
}
