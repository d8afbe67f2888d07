import { Text } from '@mantine/core';
import type { Pattern } from '../../../api/types';
import { count, plural } from '../../../format/numbers';
import { Ago } from '../../../patterns/Ago';

export const UsageNumbers = ({ pattern: { usage } }: { pattern: Pattern }) => (
  <>
    <Text fz={34} fw={700} lh={1} className="tabular">
      {count(usage.uses)}
    </Text>
    <Text size="sm" c="dimmed" mt={4}>
      {usage.uses === 1 ? 'use' : 'uses'}; shown {plural(usage.exposures, 'time')} in matches
    </Text>
    <Text size="sm" mt="md">
      {usage.last_used_at === null ? (
        'Never used.'
      ) : (
        <>
          Last used <Ago at={usage.last_used_at} />.
        </>
      )}
    </Text>
  </>
);
