import { Group, Text } from '@mantine/core';
import { rate } from './rates';
import classes from './RateInterval.module.css';

interface RateIntervalProps {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** What the right end of the scale is: the same for all rows that are compared. */
  readonly most: number;
}

/** A rate with where it lies in 95 of 100 cases; a dash where nothing was measured. */
export function RateInterval({ mean, low, high, most }: RateIntervalProps) {
  if (mean === null || low === null || high === null) return <Text c="dimmed">–</Text>;
  const place = (value: number) => `${Math.min(100, (100 * value) / most)}%`;
  return (
    <Group gap="sm" wrap="nowrap">
      <div
        className={classes.scale}
        style={{ flex: 1 }}
        role="img"
        aria-label={`${rate(mean)}, in 95 of 100 cases between ${rate(low)} and ${rate(high)}`}
      >
        <span
          className={classes.interval}
          style={{ left: place(low), width: `calc(${place(high)} - ${place(low)})` }}
        />
        <span className={classes.mean} style={{ left: place(mean) }} />
      </div>
      <Text size="xs" c="dimmed" className="tabular" style={{ whiteSpace: 'nowrap' }}>
        {rate(low)} – {rate(high)}
      </Text>
    </Group>
  );
}
