import { Alert, Anchor, Breadcrumbs, Button, Checkbox, Group, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useCreate } from '../../../api/pattern';
import { ProblemError } from '../../../api/problem';
import type { PatternKind } from '../../../api/types';
import { PageHeader } from '../../../frame/PageHeader';
import { Panel } from '../../../frame/Panel';
import { capabilities } from '../../../patterns/capabilities';
import { patternPath } from '../../../patterns/PatternLink';
import { ProblemNotice } from '../../../states/ProblemNotice';
import { draftOf, emptyFields, type Fields } from './fields';
import { PatternFields } from './PatternFields';

/** Writes a pattern by hand. */
export function NewPatternPage() {
  const [fields, setFields] = useState<Fields>(emptyFields);
  const [isCopyWanted, setCopyWanted] = useState(false);
  const create = useCreate();
  const navigate = useNavigate();
  const isRefusedAsCopy = create.error instanceof ProblemError && create.error.status === 409;

  function submit(event: { preventDefault: () => void }) {
    event.preventDefault();
    create.mutate(
      { draft: draftOf(fields), isCopyWanted },
      { onSuccess: ({ pattern_id }) => void navigate(patternPath(pattern_id)) },
    );
  }

  return (
    <Stack gap="md" maw={760}>
      <Breadcrumbs component="nav" aria-label="Breadcrumb">
        <Anchor component={Link} to="/catalogue" size="sm">
          Catalogue
        </Anchor>
        <span aria-current="page">Add a pattern</span>
      </Breadcrumbs>
      <PageHeader title="Add a pattern" note="Write down what works, so that it is found again." />
      <Panel title="The pattern">
        <form onSubmit={submit}>
          <Stack gap="md">
            <PatternFields fields={fields} onChange={setFields} hasSteps>
              <KindSelect kind={fields.kind} onChange={(kind) => setFields({ ...fields, kind })} />
            </PatternFields>
            {create.error !== null && <ProblemNotice error={create.error} />}
            {isRefusedAsCopy && (
              <Alert variant="default" title="Is it really another pattern?">
                <Checkbox
                  label="Yes, add it although the catalogue has one like it"
                  checked={isCopyWanted}
                  onChange={(event) => setCopyWanted(event.currentTarget.checked)}
                />
              </Alert>
            )}
            <Group justify="flex-end">
              <Button component={Link} to="/catalogue" variant="default">
                Cancel
              </Button>
              <Button type="submit" loading={create.isPending}>
                Add the pattern
              </Button>
            </Group>
          </Stack>
        </form>
      </Panel>
    </Stack>
  );
}

const KindSelect = ({
  kind,
  onChange,
}: {
  kind: PatternKind;
  onChange: (kind: PatternKind) => void;
}) => (
  <Select
    label="Kind"
    description={capabilities.find((capability) => capability.kind === kind)?.purpose}
    data={capabilities.map(({ kind: value, name }) => ({ value, label: name }))}
    value={kind}
    onChange={(value) => onChange(value ?? 'success')}
    allowDeselect={false}
  />
);
