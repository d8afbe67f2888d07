import { Stack } from '@mantine/core';
import { CodeBlock } from '../../../code/CodeBlock';
import { Empty } from '../../../states/Empty';
import { JsonFacts } from './JsonFacts';
import { exemplarOf } from './exemplar';
import type { SectionProps } from './Sections';

/** What only its kind has: for code the exemplar, for the others their own fields. */
export function Body({ pattern }: SectionProps) {
  const { exemplar, rest } = exemplarOf(pattern.body);
  if (exemplar === null && Object.keys(rest).length === 0)
    return <Empty title="No content">This pattern has nothing but its name and description.</Empty>;
  return (
    <Stack gap="lg">
      {exemplar !== null && <CodeBlock {...exemplar} />}
      <JsonFacts data={rest} />
    </Stack>
  );
}
