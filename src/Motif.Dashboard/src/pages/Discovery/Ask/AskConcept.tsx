import { Anchor, List, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useRecommend } from '../../../api/discovery';
import { times } from '../../../format/numbers';
import { Question } from './Question';

/** Ways to write about something, ranked by what they promise at least. */
export const AskConcept = () => (
  <Question
    title="How to write about it?"
    label="A concept"
    placeholder="container gardening"
    button="Recommend"
    ask={useRecommend()}
  >
    {({ suggestions, reason }) =>
      suggestions.length === 0 ? (
        <Text>{reason}</Text>
      ) : (
        <List type="ordered" size="sm" spacing={6}>
          {suggestions.map((suggestion) => (
            <List.Item key={suggestion.finding_id}>
              <b>{suggestion.text}</b>:{' '}
              <Anchor component={Link} inherit to={`/discovery/findings/${suggestion.finding_id}`}>
                {times(suggestion.expected_multiplier)}, at least {times(suggestion.lower_bound)}
              </Anchor>
            </List.Item>
          ))}
        </List>
      )
    }
  </Question>
);
