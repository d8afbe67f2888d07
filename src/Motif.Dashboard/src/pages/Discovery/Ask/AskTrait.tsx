import { List, Stack, Text } from '@mantine/core';
import { useWhyNot } from '../../../api/discovery';
import type { WhyNotAnswer } from '../../../api/types';
import { traitName } from '../../../charts/forest';
import { Facts } from '../../../frame/Facts';
import { count, plural, times } from '../../../format/numbers';
import { Question } from './Question';

/** Why a trait is a finding or is none, in numbers. */
export const AskTrait = () => (
  <Question
    title="Why is it not a finding?"
    label="A trait"
    placeholder="how to, or mark:question"
    button="Why not?"
    ask={useWhyNot()}
  >
    {(why) => <Why answer={why} />}
  </Question>
);

const Why = ({ answer }: { answer: WhyNotAnswer }) => (
  <Stack gap="sm">
    <Text fw={600}>
      {traitName(answer)} is {answer.is_finding ? 'a confirmed finding' : 'no confirmed finding'} in{' '}
      {answer.scope}
    </Text>
    {answer.reasons.length > 0 && (
      <List size="sm">
        {answer.reasons.map((reason) => (
          <List.Item key={reason}>{reason}</List.Item>
        ))}
      </List>
    )}
    <Facts
      facts={[
        ['Inside channel and time', measured(answer.within_multiplier)],
        ['All thrown together', measured(answer.pooled_multiplier)],
        ['Smallest to be seen', measured(answer.smallest_detectable_multiplier)],
        ['Items', `${count(answer.carriers)} in ${plural(answer.channels, 'channel')}`],
      ]}
    />
  </Stack>
);

const measured = (value: number | null): string => (value === null ? 'not measured' : times(value));
