import { Badge, Group, Stack, Text } from '@mantine/core';
import { usePosts } from '../../../api/content';
import type { ContentPost, FamilyUse } from '../../../api/types';
import { Panel } from '../../../frame/Panel';
import { count, words } from '../../../format/numbers';
import { Ago } from '../../../patterns/Ago';
import { Answer } from '../../../states/Answer';

const colors: Readonly<Record<string, string>> = {
  reserved: 'blue',
  unknown: 'yellow',
  published: 'teal',
  removed: 'orange',
  failed: 'red',
};

interface PostsProps {
  readonly persona: string;
  readonly families: readonly FamilyUse[];
}

/** Where the newest posts stand, from the reservation to what was measured. */
export function Posts({ persona, families }: PostsProps) {
  const templates = new Map(families.map(({ family_id, template }) => [family_id, template]));
  return (
    <Panel title="What became of the posts?" note="Reserved, published, released; the newest first">
      <Answer query={usePosts(persona)}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">Nothing was reserved or posted yet.</Text>
          ) : (
            <Stack gap="sm" mah={420} style={{ overflowY: 'auto' }} tabIndex={0}>
              {items.map((post) => (
                <Post
                  key={post.post_id}
                  post={post}
                  template={templates.get(post.family_id ?? '')}
                />
              ))}
            </Stack>
          )
        }
      </Answer>
    </Panel>
  );
}

function Post({ post, template }: { post: ContentPost; template: string | null | undefined }) {
  const seen = post.snapshots.at(-1);
  return (
    <div>
      <Group gap={6}>
        <Badge variant="light" color={colors[post.state] ?? 'gray'}>
          {words(post.state)}
        </Badge>
        {post.breaches.length > 0 && (
          <Badge variant="outline" color="red">
            broke a cap
          </Badge>
        )}
        {post.late && <Badge variant="outline">late</Badge>}
        <Text size="xs" c="dimmed">
          {words(post.origin)} · <Ago at={post.used_at ?? post.scheduled_at ?? post.recorded_at} />
          {seen?.impressions != null &&
            ` · ${count(seen.successes ?? 0)} of ${count(seen.impressions)}`}
        </Text>
      </Group>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {template ?? post.variant_id ?? 'no template'}
      </Text>
    </div>
  );
}
