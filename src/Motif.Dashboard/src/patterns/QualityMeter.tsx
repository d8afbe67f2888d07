import { Text } from '@mantine/core';
import { score } from '../format/numbers';
import classes from './QualityMeter.module.css';

/** From poor to good in five steps; the number beside it carries the meaning, the colour only helps. */
export function qualityColor(value: number): string {
  if (value >= 0.8) return 'var(--mantine-color-teal-6)';
  if (value >= 0.6) return 'var(--mantine-color-lime-6)';
  if (value >= 0.4) return 'var(--mantine-color-yellow-6)';
  if (value >= 0.2) return 'var(--mantine-color-orange-6)';
  return 'var(--mantine-color-red-6)';
}

/** A score of 0..1 as number and bar; an unmeasured one is said to be so and has no bar. */
export function QualityMeter({ value, width = 64 }: { value: number | null; width?: number }) {
  if (value === null)
    return (
      <Text size="sm" c="dimmed" fs="italic" component="span">
        not measured
      </Text>
    );
  return (
    <span className={classes.meter}>
      <span className="tabular">{score(value)}</span>
      <span className={classes.track} style={{ width }} aria-hidden="true">
        <span
          className={classes.fill}
          style={{ width: `${value * 100}%`, background: qualityColor(value) }}
        />
      </span>
    </span>
  );
}
