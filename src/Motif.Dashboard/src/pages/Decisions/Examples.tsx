import { List, Text } from '@mantine/core';
import { useExamples } from '../../api/decisions';
import type { DecisionPattern } from '../../api/types';
import { Answer } from '../../states/Answer';

/** Messages from which a pattern was learned. */
export const Examples = ({ pattern }: { pattern: DecisionPattern }) => (
  <Answer query={useExamples(pattern.pattern_id)}>
    {({ items }) =>
      items.length === 0 ? (
        <Text size="sm" c="dimmed">
          It has not learned from any message yet.
        </Text>
      ) : (
        <List size="sm" aria-label={`Examples of ${pattern.name}, newest first`}>
          {items.map((example) => (
            <List.Item key={example.lesson_id}>
              {example.text}{' '}
              <Text span size="xs" c="dimmed">
                {example.weight === 0 ? 'given' : 'answered'} by {example.actor}
              </Text>
            </List.Item>
          ))}
        </List>
      )
    }
  </Answer>
);
