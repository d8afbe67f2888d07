import { Button, Group, Text } from '@mantine/core';
import { Link, useLocation, useSearchParams } from 'react-router';
import { count } from '../../format/numbers';
import { pageSize } from './filter';

/** The cursors of the pages before this one ('' for the first), kept with the browser's history entry. */
type Trail = readonly string[];

const trailOf = (state: unknown): Trail =>
  typeof state === 'object' && state !== null && 'trail' in state && Array.isArray(state.trail)
    ? state.trail.filter((cursor): cursor is string => typeof cursor === 'string')
    : [];

interface PagerProps {
  readonly nextCursor: string | null;
  /** Patterns on this page. */
  readonly shown: number;
  /** Patterns on all pages; undefined while they are counted. */
  readonly total: number | undefined;
}

/** Cursors only lead forward; the way back is remembered, and lost with a fresh link (then back is the first page). */
export function Pager({ nextCursor, shown, total }: PagerProps) {
  const [address] = useSearchParams();
  const trail = trailOf(useLocation().state);
  const here = address.get('cursor');

  const at = (cursor: string | null) => {
    const next = new URLSearchParams(address);
    if (cursor === null || cursor === '') next.delete('cursor');
    else next.set('cursor', cursor);
    return { search: next.toString() };
  };

  if (here === null && nextCursor === null) return null;
  const from = trail.length * pageSize + 1;
  return (
    <Group component="nav" justify="space-between" aria-label="Pages of the list">
      <Text size="sm" c="dimmed">
        {here === null || trail.length > 0
          ? `${count(from)} to ${count(from + shown - 1)}${total === undefined ? '' : ` of ${count(total)}`}`
          : 'A later page'}
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
