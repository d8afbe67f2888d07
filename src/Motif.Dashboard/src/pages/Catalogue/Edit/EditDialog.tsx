import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { usePatch } from '../../../api/pattern';
import type { Pattern } from '../../../api/types';
import { ProblemNotice } from '../../../states/ProblemNotice';
import { fieldsOf, patchOf, stepsOf, type Fields } from './fields';
import { PatternFields } from './PatternFields';

interface EditDialogProps {
  readonly pattern: Pattern;
  readonly etag: string;
  readonly onClose: () => void;
  /** Called after the change stands. */
  readonly onSaved: () => void;
}

/** Changes what a person wrote of a pattern; the change is a new version. */
export function EditDialog({ pattern, etag, onClose, onSaved }: EditDialogProps) {
  const [fields, setFields] = useState<Fields>(() => fieldsOf(pattern));
  const save = usePatch(pattern.pattern_id);
  const patch = patchOf(pattern, fields);

  function submit(event: { preventDefault: () => void }) {
    event.preventDefault();
    if (patch !== null) save.mutate({ etag, patch }, { onSuccess: onSaved });
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title="Edit the pattern"
      size="lg"
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <PatternFields
            fields={fields}
            onChange={setFields}
            hasSteps={pattern.kind === 'success' || stepsOf(pattern.body) !== null}
          />
          <TextInput
            label="Why?"
            description="Optional; it stands in the history"
            value={fields.note}
            onChange={(event) => setFields({ ...fields, note: event.currentTarget.value })}
            maxLength={1000}
          />
          {save.error !== null && <ProblemNotice error={save.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={save.isPending} disabled={patch === null}>
              Save as version {pattern.version + 1}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
