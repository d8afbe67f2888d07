import { Button, Group, Text } from '@mantine/core';
import { Link, useLocation, useSearchParams } from 'react-router';
import { plural } from '../../format/numbers';

/** The cursors of the pages before this one ('' for the first), kept with the browser's history entry. */
type Trail = readonly string[];

const trailOf = (state: unknown): Trail =>
  typeof state === 'object' && state !== null && 'trail' in state && Array.isArray(state.trail)
    ? state.trail.filter((cursor): cursor is string => typeof cursor === 'string')
    : [];

/** Cursors only lead forward; the way back is remembered, and lost with a fresh link (then back is the first page). */
export function Pager({ nextCursor, shown }: { nextCursor: string | null; shown: number }) {
  const [address] = useSearchParams();
  const trail = trailOf(useLocation().state);
  const here = address.get('cursor');

  const at = (cursor: string | null) => {
    const next = new URLSearchParams(address);
    if (cursor === null || cursor === '') next.delete('cursor');
    else next.set('cursor', cursor);
    return { search: next.toString() };
  };

  if (here === null && nextCursor === null)
    return (
      <Text size="sm" c="dimmed">
        {plural(shown, 'pattern')}
      </Text>
    );
  return (
    <Group component="nav" justify="space-between" aria-label="Pages of the list">
      <Text size="sm" c="dimmed">
        {here === null ? 'Page 1' : trail.length > 0 ? `Page ${trail.length + 1}` : 'Later page'}
      </Text>
      <Group gap="xs">
        {here !== null && (
          <Button
            component={Link}
            variant="default"
            to={at(trail.at(-1) ?? null)}
            state={{ trail: trail.slice(0, -1) }}
          >
            {trail.length > 0 ? 'Previous' : 'First page'}
          </Button>
        )}
        {nextCursor !== null && (
          <Button
            component={Link}
            variant="default"
            to={at(nextCursor)}
            state={{ trail: [...trail, here ?? ''] }}
          >
            Next
          </Button>
        )}
      </Group>
    </Group>
  );
}
