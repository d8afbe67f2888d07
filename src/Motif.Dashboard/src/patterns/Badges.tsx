import { Badge, Tooltip } from '@mantine/core';
import type { Pattern, PatternKind, PatternStatus } from '../api/types';
import { words } from '../format/numbers';
import { kindColor, statusColor } from './colors';

export const KindBadge = ({ kind }: { kind: PatternKind }) => (
  <Badge variant="light" color={kindColor[kind]} tt="none" fw={600} radius="sm" miw="max-content">
    {kind}
  </Badge>
);

export const StatusBadge = ({ status }: { status: PatternStatus }) => (
  <Badge
    variant={status === 'archived' ? 'outline' : 'dot'}
    color={statusColor[status]}
    tt="none"
    fw={500}
    radius="sm"
    miw="max-content"
  >
    {status}
  </Badge>
);

/** Kind and type in one line: “code · function pattern”. */
export const TypeLine = ({ pattern }: { pattern: Pick<Pattern, 'kind' | 'pattern_type'> }) => (
  <>
    {pattern.kind} · {words(pattern.pattern_type)}
  </>
);

export const TagBadge = ({ tag }: { tag: string }) => (
  <Badge variant="default" color="gray" tt="none" fw={500} radius="sm" size="sm">
    {tag}
  </Badge>
);

/** The first tags, with the rest in a tooltip. */
export function Tags({ tags, shown = 3 }: { tags: readonly string[]; shown?: number }) {
  const rest = tags.slice(shown);
  return (
    <>
      {tags.slice(0, shown).map((tag) => (
        <TagBadge key={tag} tag={tag} />
      ))}
      {rest.length > 0 && (
        <Tooltip label={rest.join(', ')} multiline maw={320}>
          <Badge variant="transparent" color="gray" size="sm" tt="none">
            +{rest.length}
          </Badge>
        </Tooltip>
      )}
    </>
  );
}
