import { Stack, Text } from '@mantine/core';
import { CodeBlock } from '../../../code/CodeBlock';
import { Empty } from '../../../states/Empty';
import { JsonFacts } from './JsonFacts';
import { exemplarOf, type Exemplar } from './exemplar';
import type { SectionProps } from './section';

/** What only its kind has: for code the exemplar with its facts, for the others their own fields. */
export function Body({ pattern }: SectionProps) {
  const { exemplar, rest } = exemplarOf(pattern.body);
  if (exemplar === null && Object.keys(rest).length === 0)
    return <Empty title="No content">This pattern has nothing but its name and description.</Empty>;
  return (
    <Stack gap="lg">
      {exemplar !== null && <Shown exemplar={exemplar} />}
      <JsonFacts data={rest} />
    </Stack>
  );
}

const Shown = ({ exemplar }: { exemplar: Exemplar }) => (
  <div>
    <Text size="sm" c="dimmed" mb={6} style={{ overflowWrap: 'anywhere' }}>
      Exemplar: {exemplar.place}, from line {exemplar.firstLine}
    </Text>
    <CodeBlock
      source={exemplar.source}
      language={exemplar.language}
      firstLine={exemplar.firstLine}
      label="Exemplar"
    />
  </div>
);
