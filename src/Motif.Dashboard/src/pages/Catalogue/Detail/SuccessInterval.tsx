import { Stack, Text } from '@mantine/core';
import type { SuccessPosterior } from '../../../api/types';
import { percent, plural } from '../../../format/numbers';
import classes from './SuccessInterval.module.css';

/** The mean of the posterior and the interval that holds 90 % of it. */
export function SuccessInterval({ success }: { success: SuccessPosterior }) {
  const [low = 0, high = 1] = success.ci90 ?? [];
  const outcomes = success.successes + success.failures;
  return (
    <Stack gap="md">
      <div>
        <Text fz={34} fw={700} lh={1} className="tabular" c={outcomes === 0 ? 'dimmed' : 'inherit'}>
          {success.rate === null ? 'no outcome yet' : percent(success.rate)}
        </Text>
        <Text size="sm" c="dimmed" mt={4}>
          {outcomes === 0
            ? `Expected from its type: ${percent(success.prior_mean)}`
            : `${plural(success.successes, 'success', 'successes')} of ${plural(outcomes, 'outcome')}`}
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
        Expected {percent(success.mean)}; with 90 % probability {percent(low)} to {percent(high)}.
      </Text>
    </Stack>
  );
}
