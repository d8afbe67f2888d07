import { Group, Text } from '@mantine/core';
import { CodeBlock } from '../../../code/CodeBlock';
import { Copy, CopyWords } from '../../../states/Copy';
import type { Exemplar } from './exemplar';

/** The code that stands for a pattern, with where it stands, to be taken along. */
export const ExemplarView = ({ exemplar }: { exemplar: Exemplar }) => (
  <div>
    <Group justify="space-between" gap="xs" mb={6}>
      <Group gap={4}>
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          For example {exemplar.place}
        </Text>
        {exemplar.where !== '' && <Copy text={exemplar.where} what={exemplar.where} />}
      </Group>
      <CopyWords text={exemplar.source} what="the code" />
    </Group>
    <CodeBlock
      source={exemplar.source}
      language={exemplar.language}
      firstLine={exemplar.firstLine}
      label="Exemplar"
    />
  </div>
);
