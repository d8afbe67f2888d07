import { Alert, Group, Stack, Text } from '@mantine/core';
import type { SourceExcerpt } from '../api/types';
import { CodeBlock, type Mark } from '../code/CodeBlock';
import { CopyWords } from '../states/Copy';

/** The source at a place: its lines marked, and in them the lines that prove what was seen. */
export function SourceView({ source, name }: { source: SourceExcerpt; name: string }) {
  const { lines, state, reason } = source;
  return (
    <Stack gap="xs">
      {reason !== null && (
        <Alert variant="default" role="note" py="xs">
          {reason}
        </Alert>
      )}
      {lines.length > 0 && (
        <>
          <CodeBlock
            source={lines.join('\n')}
            language={source.language}
            firstLine={source.first_line}
            marks={marksOf(source)}
            label={`Source of ${name}`}
          />
          <Group justify="space-between" gap="xs">
            <Text size="sm" c="dimmed">
              {state === 'stored' ? 'As the catalogue kept it at the scan.' : 'As the file is now.'}
              {source.truncated && ' It is longer than what is shown.'}
            </Text>
            <CopyWords text={lines.join('\n')} what="the code" />
          </Group>
        </>
      )}
    </Stack>
  );
}

/** Marks of the occurrence and of its evidence, cut to the lines that are shown. */
export function marksOf(source: SourceExcerpt): Mark[] {
  const { first_line: first, lines, start_line, end_line, evidence } = source;
  const within = (start: number, end: number, tone: Mark['tone']): Mark[] => {
    const from = Math.max(0, start - first);
    const to = Math.min(lines.length - 1, end - first);
    return from > to ? [] : [{ from, to, tone }];
  };
  const proofs = evidence
    // A signal that spans all of it proves nothing about a line.
    .filter((signal) => signal.start_line > start_line || signal.end_line < end_line)
    .flatMap((signal) => within(signal.start_line, signal.end_line, 'proof'));
  const distinct = new Map(proofs.map((mark) => [`${mark.from} ${mark.to}`, mark]));
  return [...within(start_line, end_line, 'subject'), ...distinct.values()];
}
