import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Panel } from '../../../frame/Panel';
import { MatchFilters } from './MatchFilters';
import { withWish, wishOf } from './wish';

/** Asks what worked for an intent; the wish stands in the address, so that its answer can be linked. */
export function MatchBox() {
  const [address, setAddress] = useSearchParams();
  const addressed = wishOf(address);
  const [state, setState] = useState({ addressed, ...addressed });
  if (state.addressed.intent !== addressed.intent || state.addressed.context !== addressed.context)
    setState({ addressed, ...addressed });

  return (
    <Panel title="What worked for this?" note="Say in your own words what you want to achieve">
      <Stack gap="md">
        <form
          aria-label="Match an intent"
          onSubmit={(event) => {
            event.preventDefault();
            setAddress(withWish(address, state));
          }}
        >
          <Group align="flex-end" gap="sm">
            <TextInput
              label="What do you want to achieve?"
              placeholder="survive a dependency that is down"
              value={state.intent}
              onChange={(event) => setState({ ...state, intent: event.currentTarget.value })}
              required
              withAsterisk={false}
              maxLength={2000}
              style={{ flex: '2 1 260px' }}
            />
            <TextInput
              label="Where?"
              placeholder="ASP.NET, PostgreSQL"
              value={state.context}
              onChange={(event) => setState({ ...state, context: event.currentTarget.value })}
              maxLength={2000}
              style={{ flex: '1 1 180px' }}
            />
            <Button type="submit">Find what worked</Button>
            {addressed.intent !== '' && (
              <Button
                variant="subtle"
                color="gray"
                onClick={() => setAddress(withWish(address, { intent: '', context: '' }))}
              >
                Back to the list
              </Button>
            )}
          </Group>
        </form>
        {addressed.intent !== '' && <MatchFilters />}
      </Stack>
    </Panel>
  );
}
