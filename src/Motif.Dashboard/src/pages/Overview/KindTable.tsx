import { Anchor, Progress, Stack, Text, Tooltip } from '@mantine/core';
import { Link } from 'react-router';
import type { CatalogueCounts } from '../../api/types';
import { count, title } from '../../format/numbers';
import { kindColor } from '../../patterns/colors';
import { kindRows, mostTypes, type KindRow } from './groups';
import classes from './KindTable.module.css';

/** How strongly a status is painted: what is active stands out, what is archived fades. */
const opacity = { draft: 0.45, active: 1, deprecated: 0.3, archived: 0.15 } as const;

export function KindTable({ groups }: { groups: CatalogueCounts['groups'] }) {
  const rows = kindRows(groups);
  const largest = Math.max(...rows.map(({ patterns }) => patterns));
  return (
    <Stack component="ul" gap="md" className={classes.list ?? ''}>
      {rows.map((row) => (
        <li key={row.kind}>
          <div className={classes.line}>
            <Anchor component={Link} to={`/catalogue?kind=${row.kind}`} fw={600}>
              {title(row.kind)}
            </Anchor>
            <span className="tabular">{count(row.patterns)}</span>
          </div>
          <Bar row={row} largest={largest} />
          <Text size="sm" c="dimmed" className="tabular">
            {row.statuses.map((s) => `${count(s.patterns)} ${s.status}`).join(' · ')}
          </Text>
          <Types row={row} />
        </li>
      ))}
    </Stack>
  );
}

const Types = ({ row: { kind, types } }: { row: KindRow }) => (
  <ul className={classes.types} aria-label={`Types of ${kind}`}>
    {types.slice(0, mostTypes).map(({ type, patterns }) => (
      <li key={type} className={classes.line}>
        <Anchor
          component={Link}
          to={`/catalogue?kind=${kind}&pattern_type=${encodeURIComponent(type)}`}
          size="sm"
        >
          {title(type)}
        </Anchor>
        <Text size="sm" className="tabular">
          {count(patterns)}
        </Text>
      </li>
    ))}
  </ul>
);

const Bar = ({ row, largest }: { row: KindRow; largest: number }) => (
  <Progress.Root size={10} radius="sm" my={6} bg="var(--motif-track)" aria-hidden="true">
    {row.statuses.map(({ status, patterns }) => (
      <Tooltip key={status} label={`${count(patterns)} ${status}`}>
        <Progress.Section
          value={(100 * patterns) / largest}
          color={kindColor[row.kind]}
          style={{ opacity: opacity[status] }}
        />
      </Tooltip>
    ))}
  </Progress.Root>
);
