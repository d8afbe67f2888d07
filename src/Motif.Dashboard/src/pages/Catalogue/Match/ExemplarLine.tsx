import { Code, Text } from '@mantine/core';
import type { CodeExemplar } from '../../../api/types';
import { plural } from '../../../format/numbers';

/** Where the code stands that can be reused, and how it begins. */
export function ExemplarLine({ exemplar }: { exemplar: CodeExemplar }) {
  const { language, repository, path, line, places, source, lines_left_out: more } = exemplar;
  return (
    <>
      <Text size="sm" c="dimmed" mt={6}>
        {language}, {plural(places, 'place')}, such as{' '}
        <Code>
          {repository}/{path}
          {line == null ? '' : `:${line}`}
        </Code>
      </Text>
      <Code block mt={4}>
        {source}
        {more > 0 && `\n… ${plural(more, 'more line')}`}
      </Code>
    </>
  );
}
