import { SimpleGrid, Text } from '@mantine/core';
import type { Overview } from '../../api/types';
import { count, plural } from '../../format/numbers';
import classes from './Tiles.module.css';

/** The four numbers that say how the catalogue stands. */
export function Tiles({ overview: { counts } }: { overview: Overview }) {
  const active = counts.groups
    .filter(({ status }) => status === 'active')
    .reduce((sum, { patterns }) => sum + patterns, 0);
  return (
    <SimpleGrid component="dl" cols={{ base: 2, md: 4 }} m={0}>
      <Tile name="Patterns" value={counts.patterns} note={`${count(active)} active`} />
      <Tile
        name="Measured"
        value={counts.patterns - counts.unmeasured}
        note={`${count(counts.unmeasured)} unmeasured`}
      />
      <Tile name="Relations" value={counts.relationships} note="between patterns" />
      <Tile name="Uses" value={counts.uses} note={plural(counts.exposures, 'exposure')} />
    </SimpleGrid>
  );
}

const Tile = ({ name, value, note }: { name: string; value: number; note: string }) => (
  <div className={classes.tile}>
    <dt className={classes.name}>{name}</dt>
    <dd className={classes.value}>
      {count(value)}
      <Text size="sm" c="dimmed" fw={400}>
        {note}
      </Text>
    </dd>
  </div>
);
