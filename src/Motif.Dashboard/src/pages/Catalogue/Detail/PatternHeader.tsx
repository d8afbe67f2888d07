import { Code, Group, Stack, Text } from '@mantine/core';
import { usePatch } from '../../../api/pattern';
import type { Pattern } from '../../../api/types';
import { title } from '../../../format/numbers';
import { Ago } from '../../../patterns/Ago';
import { KindBadge, StatusBadge, TagBadge } from '../../../patterns/Badges';
import { PageHeader } from '../../../frame/PageHeader';
import { ProblemNotice } from '../../../states/ProblemNotice';
import { StatusMenu } from './StatusMenu';

export function PatternHeader({ pattern, etag }: { pattern: Pattern; etag: string }) {
  const patch = usePatch(pattern.pattern_id);
  return (
    <Stack gap="sm">
      <PageHeader
        title={pattern.name}
        note={
          <Group gap="xs" mt={6}>
            <KindBadge kind={pattern.kind} />
            <StatusBadge status={pattern.status} />
            <Text size="sm">{title(pattern.pattern_type)}</Text>
            <Text size="sm">· version {pattern.version}</Text>
            <Text size="sm">
              · changed <Ago at={pattern.updated_at} />
            </Text>
          </Group>
        }
        aside={
          <StatusMenu
            status={pattern.status}
            isBusy={patch.isPending}
            onChange={(status) => patch.mutate({ etag, patch: { status } })}
          />
        }
      />
      {patch.error !== null && <ProblemNotice error={patch.error} />}
      {pattern.description !== '' && <Text maw={860}>{pattern.description}</Text>}
      <Group gap="xs">
        {pattern.tags.map((tag) => (
          <TagBadge key={tag} tag={tag} />
        ))}
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          Key <Code>{pattern.key}</Code>
        </Text>
      </Group>
    </Stack>
  );
}
