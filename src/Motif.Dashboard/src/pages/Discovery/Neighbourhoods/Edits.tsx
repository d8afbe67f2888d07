import { Button, Group, Text } from '@mantine/core';
import { useEdits, useUndo } from '../../../api/neighbourhoods';
import type { ClusterEdit } from '../../../api/types';
import { Panel } from '../../../frame/Panel';
import { Ago } from '../../../patterns/Ago';
import { ProblemNotice } from '../../../states/ProblemNotice';
import classes from './Neighbourhoods.module.css';

/** Who changed what and when, and the way back; nothing while nobody has. */
export function Edits() {
  const edits = useEdits();
  const undo = useUndo();
  if (edits.error !== null) return <ProblemNotice error={edits.error} />;
  if (edits.data === undefined || edits.data.items.length === 0) return null;
  return (
    <Panel
      title="What people changed"
      note="The newest first; later ones of the same go back first"
    >
      <ol className={classes.items}>
        {edits.data.items.map((edit) => (
          <li key={edit.edit_id} className={classes.member}>
            <div>
              <Text size="sm" td={edit.undone_at === null ? undefined : 'line-through'}>
                {said(edit)}
              </Text>
              <Text size="xs" c="dimmed">
                {edit.actor}, <Ago at={edit.at} />
                {edit.undone_at !== null && (
                  <>
                    ; taken back by {edit.undone_by}, <Ago at={edit.undone_at} />
                  </>
                )}
              </Text>
            </div>
            {edit.undone_at === null && (
              <Button
                size="compact-sm"
                variant="default"
                disabled={undo.isPending}
                aria-label={`Undo: ${said(edit)}`}
                onClick={() => undo.mutate(edit.edit_id)}
              >
                Undo
              </Button>
            )}
          </li>
        ))}
      </ol>
      {undo.error !== null && (
        <Group mt="sm">
          <ProblemNotice error={undo.error} />
        </Group>
      )}
    </Panel>
  );
}

function said({
  kind,
  cluster_name: name,
  name: given,
  other_name: other,
  item_id: item,
}: ClusterEdit) {
  switch (kind) {
    case 'rename':
      return `“${name}” is called “${given ?? ''}”`;
    case 'merge':
      return `“${name}” took in “${other ?? ''}”`;
    case 'split':
      return `“${name}” was split`;
    case 'pin':
      return `“${name}” is kept as it is`;
    case 'unpin':
      return `“${name}” may change again`;
    case 'move':
      return `${item ?? 'an item'} was moved to “${name}”`;
  }
}
