import { Stack } from '@mantine/core';
import { Empty } from '../../../states/Empty';
import { JsonFacts } from './JsonFacts';
import { exemplarOf } from './exemplar';
import { ExemplarView } from './ExemplarView';
import type { SectionProps } from './section';

/** What only its kind has: for code the exemplar with its facts, for the others their own fields. */
export function Body({ pattern }: SectionProps) {
  const { exemplar, rest } = exemplarOf(pattern.body);
  if (exemplar === null && Object.keys(rest).length === 0)
    return <Empty title="No content">This pattern has nothing but its name and description.</Empty>;
  return (
    <Stack gap="lg">
      {exemplar !== null && <ExemplarView exemplar={exemplar} />}
      <JsonFacts data={rest} />
    </Stack>
  );
}
