import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useDecisionPatterns, useMerge } from '../../api/decisions';
import type { DecisionPattern } from '../../api/types';
import { plural } from '../../format/numbers';
import { Answer } from '../../states/Answer';
import { ProblemNotice } from '../../states/ProblemNotice';
import { Template } from './Template';

/** Makes one of this pattern and another that means the same. */
export const Merge = ({ pattern }: { pattern: DecisionPattern }) => (
  <Answer query={useDecisionPatterns()}>
    {({ items }) => (
      <Choice
        pattern={pattern}
        others={items.filter(({ pattern_id: id }) => id !== pattern.pattern_id)}
      />
    )}
  </Answer>
);

function Choice({
  pattern,
  others,
}: {
  pattern: DecisionPattern;
  others: readonly DecisionPattern[];
}) {
  const [into, setInto] = useState<string | null>(null);
  const merge = useMerge();
  const stays = others.find(({ pattern_id: id }) => id === into);
  if (others.length === 0)
    return (
      <Text size="sm" c="dimmed">
        There is no other pattern.
      </Text>
    );
  return (
    <Stack gap="xs">
      <Select
        size="xs"
        label={`Merge ${pattern.name} into`}
        placeholder="The pattern that stays"
        searchable
        data={others.map(({ pattern_id: value, name: label }) => ({ value, label }))}
        value={into}
        onChange={setInto}
        maw={360}
      />
      {stays !== undefined && (
        <>
          <Template text={stays.reply.template} />
          <Text size="sm" c="dimmed">
            These words stay. Examples, {plural(pattern.evidence.trials, 'trial')} and evidence go
            over to them, and this pattern is taken out of use.
          </Text>
          <Group>
            <Button
              size="compact-sm"
              loading={merge.isPending}
              onClick={() =>
                merge.mutate({
                  id: pattern.pattern_id,
                  version: pattern.version,
                  into: stays.pattern_id,
                })
              }
            >
              Merge into {stays.name}
            </Button>
          </Group>
        </>
      )}
      {merge.error !== null && <ProblemNotice error={merge.error} />}
    </Stack>
  );
}
