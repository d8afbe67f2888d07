import { Text } from '@mantine/core';
import type { MiningNumbers } from '../../../api/types';
import { count, percent } from '../../../format/numbers';
import classes from './Runs.module.css';

const number = (value: number | null): string =>
  value === null ? 'not measured' : value.toFixed(2);

const share = (value: number | null): string => (value === null ? 'not measured' : percent(value));

/** What a run says of itself, measured on the items that took no part in finding. */
export const RunNumbers = ({ numbers }: { numbers: MiningNumbers }) => (
  <dl className={classes.numbers}>
    {facts(numbers).map(([name, value, note]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>
          <Text fw={600} className="tabular">
            {value}
          </Text>
          <Text size="xs" c="dimmed">
            {note}
          </Text>
        </dd>
      </div>
    ))}
  </dl>
);

const facts = (n: MiningNumbers): readonly (readonly [string, string, string])[] => [
  ['Found', `${count(n.found)} of ${count(n.tested)}`, `${count(n.confirmed)} confirmed later`],
  [
    'Expected against later',
    number(n.correlation),
    `correlation; the noise allows ${number(n.correlation_ceiling)}`,
  ],
  ['Same direction', share(n.same_sign), 'of those found; 90 % is wanted'],
  ['Calibration slope', number(n.calibration_slope), '1 is honest; 0.80 to 1.25 is wanted'],
  ['Intervals that held', share(n.interval_coverage), '95 % is honest'],
  [
    'By chance alone',
    number(n.permutation_discoveries),
    `findings a run; ${count(n.controls_found)} of ${count(n.controls_tested)} random traits found`,
  ],
  ['Single items', number(n.out_of_sample_r2), 'R² of later items'],
];
