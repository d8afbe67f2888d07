import { Button, Group, NumberInput, Select, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useConfigureContent, useContentSettings, usePersona } from '../../../api/content';
import type { FatigueSettings } from '../../../api/types';
import { Panel } from '../../../frame/Panel';
import { plural, words } from '../../../format/numbers';
import { Answer } from '../../../states/Answer';
import { Done } from '../../../states/Done';
import { ProblemNotice } from '../../../states/ProblemNotice';
import { ProblemError } from '../../../api/problem';
import { changes, fields, modes, overrides, pinned, tiredUnder, type Draft } from './draft';

/** What is in force, changed for every server on the database. */
export function Settings({ persona }: { persona: string | undefined }) {
  return (
    <Panel
      title="When is a template fatigued, and how is chosen?"
      note="Changes hold at once, for every server on this database. Settings of a persona or of a call stand above them."
    >
      <Answer query={useContentSettings()}>
        {(settings) => <Form settings={settings} persona={persona} />}
      </Answer>
    </Panel>
  );
}

function Form({ settings, persona }: { settings: FatigueSettings; persona: string | undefined }) {
  const [draft, setDraft] = useState<Draft>({});
  const configure = useConfigureContent();
  const wrong = configure.error instanceof ProblemError ? configure.error.fields : {};
  const value = { ...settings, ...draft };
  const isChanged = Object.keys(changes(draft, settings)).length > 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        configure.mutate(overrides(value), { onSuccess: () => setDraft({}) });
      }}
    >
      <Stack gap="md" maw={720}>
        <Switch
          label="Look at templates at all"
          description={
            pinned('enabled', settings) ?? 'Off: nothing is fatigued; uses are still recorded'
          }
          disabled={pinned('enabled', settings) !== undefined}
          checked={value.enabled}
          onChange={(event) => setDraft({ ...draft, enabled: event.currentTarget.checked })}
        />
        <Select
          label="How to choose"
          data={modes}
          value={value.mode}
          allowDeselect={false}
          onChange={(mode) =>
            mode !== null && setDraft({ ...draft, mode: mode as FatigueSettings['mode'] })
          }
        />
        <Group gap="md" align="flex-start">
          {fields.map(({ name, label, note, min, max, step }) => (
            <NumberInput
              key={name}
              label={label}
              description={pinned(name, settings) ?? note}
              disabled={pinned(name, settings) !== undefined}
              value={value[name]}
              min={min}
              max={max}
              step={step}
              clampBehavior="none"
              error={wrong[name]?.join('; ')}
              onChange={(number) =>
                typeof number === 'number' && setDraft({ ...draft, [name]: number })
              }
              style={{ flex: '1 1 200px' }}
            />
          ))}
        </Group>
        {persona !== undefined && <Preview persona={persona} value={value} />}
        <Group>
          <Button type="submit" disabled={!isChanged} loading={configure.isPending}>
            Save
          </Button>
          <Button variant="default" disabled={!isChanged} onClick={() => setDraft({})}>
            Reset
          </Button>
        </Group>
        {configure.error !== null && <ProblemNotice error={configure.error} />}
        {configure.isSuccess && !isChanged && <Done>The settings are in force.</Done>}
      </Stack>
    </form>
  );
}

/** What the threshold and window would mean for a persona as it stands. */
function Preview({ persona, value }: { persona: string; value: FatigueSettings }) {
  const query = usePersona(persona);
  if (query.data === undefined) return null;
  const tired = tiredUnder(query.data.families, value, query.dataUpdatedAt);
  return (
    <Text size="sm" role="status">
      With {plural(value.threshold, 'use')} in {value.window_days} days,{' '}
      <b>
        {tired.length} of {plural(query.data.families.length, 'template')}
      </b>{' '}
      of {words(persona)} would be fatigued now
      {tired.length > 0 && `: ${tired.map((t) => `“${t}”`).join(', ')}`}.
      {value.window_days > 28 && ' Uses of the last 28 days are counted here.'}
    </Text>
  );
}
