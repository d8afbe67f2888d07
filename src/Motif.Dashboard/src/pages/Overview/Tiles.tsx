import { SimpleGrid, Text } from '@mantine/core';
import type { Overview } from '../../api/types';
import { count, percent, plural } from '../../format/numbers';
import { bandCounts } from './QualityBands';
import classes from './Tiles.module.css';

/** The four numbers that say how the catalogue stands. */
export function Tiles({ overview: { counts, usage } }: { overview: Overview }) {
  const active = counts.groups
    .filter(({ status }) => status === 'active')
    .reduce((sum, { patterns }) => sum + patterns, 0);
  return (
    <SimpleGrid component="dl" cols={{ base: 2, md: 4 }} m={0}>
      <Tile
        name="Patterns"
        value={count(counts.patterns)}
        note={`${count(active)} active, ${plural(counts.relationships, 'relation')}`}
      />
      <Good counts={counts} />
      <Tile
        name="Used in the last 7 days"
        value={count(usage.last7_days)}
        note={compared(usage.last7_days, usage.previous7_days)}
      />
      <Worked days={usage.days} />
    </SimpleGrid>
  );
}

/** The share of the measured ones that are good or better; without any measured there is none. */
function Good({ counts }: { counts: Overview['counts'] }) {
  const measured = counts.patterns - counts.unmeasured;
  const good = bandCounts(counts)
    .filter(({ name }) => name === 'excellent' || name === 'good')
    .reduce((sum, { patterns }) => sum + patterns, 0);
  return (
    <Tile
      name="Good or excellent"
      value={measured === 0 ? '–' : percent(good / measured)}
      note={
        counts.unmeasured === 0
          ? `of ${plural(measured, 'pattern')}`
          : `of ${count(measured)} measured, ${count(counts.unmeasured)} not measured`
      }
    />
  );
}

function Worked({ days }: { days: Overview['usage']['days'] }) {
  const successes = days.reduce((sum, day) => sum + day.successes, 0);
  const outcomes = successes + days.reduce((sum, day) => sum + day.failures, 0);
  return (
    <Tile
      name={`Worked, of the last ${days.length} days`}
      value={outcomes === 0 ? '–' : percent(successes / outcomes)}
      note={outcomes === 0 ? 'no outcome reported yet' : `of ${plural(outcomes, 'outcome')}`}
    />
  );
}

const compared = (now: number, before: number): string =>
  now === before
    ? `as in the 7 days before`
    : `${count(Math.abs(now - before))} ${now > before ? 'more' : 'fewer'} than in the 7 before`;

const Tile = ({ name, value, note }: { name: string; value: string; note: string }) => (
  <div className={classes.tile}>
    <dt className={classes.name}>{name}</dt>
    <dd className={classes.value}>
      {value}
      <Text size="sm" c="dimmed" fw={400}>
        {note}
      </Text>
    </dd>
  </div>
);
