import { Stack, Text } from '@mantine/core';
import type { SuccessPosterior } from '../../../api/types';
import { count, percent, plural } from '../../../format/numbers';
import classes from './SuccessInterval.module.css';

/** The mean of the posterior and the interval that holds 90 % of it; before the first outcome, what is assumed. */
export function SuccessInterval({ success }: { success: SuccessPosterior }) {
  const [low = 0, high = 1] = success.ci90 ?? [];
  const outcomes = success.successes + success.failures;
  if (success.rate === null)
    return (
      <Text size="sm" c="dimmed">
        Nobody has reported yet how using it ended. Until then {percent(success.prior_mean)} is
        assumed, as for its type.
      </Text>
    );
  return (
    <Stack gap="md">
      <div>
        <Text fz={34} fw={700} lh={1} className="tabular">
          {percent(success.rate)}
        </Text>
        <Text size="sm" c="dimmed" mt={4}>
          {count(success.successes)} of {plural(outcomes, 'outcome')} worked
        </Text>
      </div>
      <div
        className={classes.scale}
        role="img"
        aria-label={`Expected success ${percent(success.mean)}, with 90 % probability between ${percent(low)} and ${percent(high)}`}
      >
        <span
          className={classes.interval}
          style={{ left: `${low * 100}%`, width: `${(high - low) * 100}%` }}
        />
        <span className={classes.mean} style={{ left: `${success.mean * 100}%` }} />
        <span className={classes.end} style={{ left: 0 }}>
          0 %
        </span>
        <span className={classes.end} style={{ right: 0 }}>
          100 %
        </span>
      </div>
      <Text size="sm">
        Expected {percent(success.mean)}; with 90 % probability the true rate lies between{' '}
        {percent(low)} and {percent(high)}.
      </Text>
    </Stack>
  );
}
