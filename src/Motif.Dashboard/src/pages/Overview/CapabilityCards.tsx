import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { CatalogueCounts } from '../../api/types';
import { count, plural, title } from '../../format/numbers';
import { Panel } from '../../frame/Panel';
import { capabilities, capabilityPath, type Capability } from '../../patterns/capabilities';
import classes from './CapabilityCards.module.css';
import { kindRows, mostTypes, type KindRow } from './groups';

/** One card for every capability of which the server holds patterns. */
export function CapabilityCards({ groups }: { groups: CatalogueCounts['groups'] }) {
  const rows = kindRows(groups);
  const shown = capabilities.flatMap((capability) => {
    const row = rows.find(({ kind }) => kind === capability.kind);
    return row === undefined ? [] : [{ capability, row }];
  });
  return shown.map(({ capability, row }) => (
    <Card key={capability.kind} capability={capability} row={row} />
  ));
}

const Card = ({ capability, row }: { capability: Capability; row: KindRow }) => (
  <Panel
    title={capability.name}
    note={capability.purpose}
    aside={
      <Anchor component={Link} to={capabilityPath(capability)} size="sm">
        Open {capability.name.toLowerCase()}
      </Anchor>
    }
  >
    <div className={classes.card}>
      <div>
        <Anchor component={Link} to={`/catalogue?kind=${row.kind}`} className={classes.number}>
          {count(row.patterns)}
        </Anchor>
        <Text size="sm" c="dimmed">
          {row.patterns === 1 ? 'pattern' : 'patterns'}
          {row.statuses.length > 1 || row.statuses[0]?.status !== 'active'
            ? `: ${row.statuses.map((s) => `${count(s.patterns)} ${s.status}`).join(', ')}`
            : ', all active'}
        </Text>
      </div>
      <Types row={row} />
    </div>
  </Panel>
);

const Types = ({ row: { kind, types } }: { row: KindRow }) => (
  <ul className={classes.types} aria-label={`Types of ${kind}`}>
    {types.slice(0, mostTypes).map(({ type, patterns }) => (
      <li key={type}>
        <Anchor
          component={Link}
          to={`/catalogue?kind=${kind}&pattern_type=${encodeURIComponent(type)}`}
          size="sm"
        >
          {title(type)}
        </Anchor>
        <Text size="sm" c="dimmed" className="tabular">
          {count(patterns)}
        </Text>
      </li>
    ))}
    {types.length > mostTypes && (
      <li>
        <Text size="sm" c="dimmed">
          and {plural(types.length - mostTypes, 'more type')}
        </Text>
      </li>
    )}
  </ul>
);
