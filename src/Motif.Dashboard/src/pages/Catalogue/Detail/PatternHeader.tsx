import { Code, Group, Stack, Text } from '@mantine/core';
import { usePatch, useRestore } from '../../../api/pattern';
import type { Pattern } from '../../../api/types';
import { title } from '../../../format/numbers';
import { PageHeader } from '../../../frame/PageHeader';
import { Ago } from '../../../patterns/Ago';
import { KindBadge, StatusBadge, TagBadge } from '../../../patterns/Badges';
import { Judge } from '../../../patterns/Judge';
import { Copy } from '../../../states/Copy';
import { Done } from '../../../states/Done';
import { ProblemNotice } from '../../../states/ProblemNotice';
import { EditDialog } from '../Edit/EditDialog';
import { ChangeMenu } from './ChangeMenu';
import { useChanges } from './changes';
import { WrongEverywhere } from './WrongEverywhere';

interface PatternHeaderProps {
  readonly pattern: Pattern;
  readonly etag: string;
}

/** What it is called and for, and what one can do with it. */
export function PatternHeader({ pattern, etag }: PatternHeaderProps) {
  const patch = usePatch(pattern.pattern_id);
  const restore = useRestore(pattern.pattern_id);
  const changes = useChanges(pattern);
  const error = patch.error ?? restore.error;
  return (
    <Stack gap="sm">
      <PageHeader
        title={pattern.name}
        note={<Standing pattern={pattern} />}
        aside={
          <ChangeMenu
            status={pattern.status}
            isBusy={patch.isPending}
            onEdit={changes.edit}
            onStatus={(status) =>
              patch.mutate(
                { etag, patch: { status } },
                { onSuccess: () => changes.made(`The status is ${status} now.`) },
              )
            }
          />
        }
      />
      {pattern.description !== '' && <Text maw={860}>{pattern.description}</Text>}
      <Group gap="xs" align="flex-start">
        <Judge patternId={pattern.pattern_id} name={pattern.name} />
        {pattern.kind === 'code' && <WrongEverywhere pattern={pattern} />}
      </Group>
      {changes.message !== null && (
        <Done
          isUndoing={restore.isPending}
          undo={
            changes.canUndo
              ? () =>
                  restore.mutate({ etag, version: changes.version }, { onSuccess: changes.undone })
              : undefined
          }
        >
          {changes.message}
        </Done>
      )}
      {error !== null && <ProblemNotice error={error} />}
      {changes.isEditing && (
        <EditDialog
          pattern={pattern}
          etag={etag}
          onClose={changes.close}
          onSaved={() => changes.made('The change is saved as a new version.')}
        />
      )}
      <Group gap="xs">
        {pattern.tags.map((tag) => (
          <TagBadge key={tag} tag={tag} />
        ))}
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          Id <Code>{pattern.pattern_id}</Code>
        </Text>
        <Copy text={pattern.pattern_id} what="id" />
      </Group>
    </Stack>
  );
}

const Standing = ({ pattern }: { pattern: Pattern }) => (
  <Group gap="xs" mt={6}>
    <KindBadge kind={pattern.kind} />
    <StatusBadge status={pattern.status} />
    <Text size="sm">{title(pattern.pattern_type)}</Text>
    <Text size="sm">· version {pattern.version}</Text>
    <Text size="sm">
      · changed <Ago at={pattern.updated_at} />
    </Text>
  </Group>
);
