import { Stack, Text } from '@mantine/core';
import { usePattern } from '../../../api/pattern';
import { plural } from '../../../format/numbers';
import { Answer } from '../../../states/Answer';
import { exemplarOf } from '../Detail/exemplar';
import { ExemplarView } from '../Detail/ExemplarView';

/** What there is to reuse of a matched pattern of code: its exemplar, where it stands, and in how many places. */
export function Reuse({ patternId }: { patternId: string }) {
  const pattern = usePattern(patternId);
  return (
    <Answer query={pattern}>
      {({ pattern: { body } }) => {
        const { exemplar, rest } = exemplarOf(body);
        const { occurrence_count: places } = rest;
        return exemplar === null ? (
          <Text size="sm" c="dimmed">
            The catalogue keeps no code of it.
          </Text>
        ) : (
          <Stack gap="xs" mt="xs">
            <ExemplarView exemplar={exemplar} />
            {typeof places === 'number' && (
              <Text size="sm" c="dimmed">
                It stands in {plural(places, 'place')}.
              </Text>
            )}
          </Stack>
        );
      }}
    </Answer>
  );
}
