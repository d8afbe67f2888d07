import { Button, Group, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useRelate } from '../api/pattern';
import type { RelationshipType } from '../api/types';
import { words } from '../format/numbers';
import { PlusIcon } from '../frame/icons';
import { PatternPicker } from '../patterns/PatternPicker';
import { Done } from '../states/Done';
import { ProblemNotice } from '../states/ProblemNotice';
import { relationTypes } from './graph';

const targets = [
  { value: 'pattern', label: 'A pattern' },
  { value: 'outside', label: 'Something outside' },
];

/** States a relation by hand. */
export function AddRelation({ patternId }: { patternId: string }) {
  const [isOpen, setOpen] = useState(false);
  const [isDone, setDone] = useState(false);
  if (!isOpen)
    return (
      <Stack gap="sm" align="flex-start">
        {isDone && <Done>The relation is added.</Done>}
        <Button variant="default" leftSection={<PlusIcon />} onClick={() => setOpen(true)}>
          Add a relation
        </Button>
      </Stack>
    );
  return (
    <Form
      patternId={patternId}
      onEnd={(isAdded) => {
        setOpen(false);
        setDone(isAdded);
      }}
    />
  );
}

function Form({ patternId, onEnd }: { patternId: string; onEnd: (isAdded: boolean) => void }) {
  const [type, setType] = useState<RelationshipType>('uses');
  const [target, setTarget] = useState('pattern');
  const [targetId, setTargetId] = useState<string | null>(null);
  const [external, setExternal] = useState('');
  const relate = useRelate();
  const isToPattern = target === 'pattern';
  const isComplete = isToPattern ? targetId !== null : external.trim() !== '';

  function submit(event: { preventDefault: () => void }) {
    event.preventDefault();
    const to = isToPattern ? { target_id: targetId } : { external: external.trim() };
    relate.mutate({ sourceId: patternId, edge: { type, ...to } }, { onSuccess: () => onEnd(true) });
  }

  return (
    <form onSubmit={submit} aria-label="Add a relation">
      <Stack gap="sm">
        <Text fw={600}>Add a relation</Text>
        <Group align="flex-end" gap="sm">
          <Select
            label="This pattern"
            data={relationTypes.map((value) => ({
              value,
              label: value === 'similar_to' ? 'is similar to' : words(value),
            }))}
            value={type}
            onChange={(value) => setType(value ?? 'uses')}
            allowDeselect={false}
            w={160}
          />
          <SegmentedControl
            aria-label="What it leads to"
            data={targets}
            value={target}
            onChange={setTarget}
          />
          {isToPattern ? (
            <PatternPicker label="Which pattern" chosen={targetId} onChoose={setTargetId} />
          ) : (
            <TextInput
              label="Its name"
              placeholder="asyncio.sleep"
              value={external}
              onChange={(event) => setExternal(event.currentTarget.value)}
              maxLength={300}
            />
          )}
          <Button type="submit" disabled={!isComplete} loading={relate.isPending}>
            Add
          </Button>
          <Button variant="subtle" color="gray" onClick={() => onEnd(false)}>
            Cancel
          </Button>
        </Group>
        {relate.error !== null && <ProblemNotice error={relate.error} />}
      </Stack>
    </form>
  );
}
