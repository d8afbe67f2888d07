import { Group, Stack, Text } from '@mantine/core';
import type { Quality } from '../../../api/types';
import { percent, score, title } from '../../../format/numbers';
import { QualityMeter, qualityColor } from '../../../patterns/QualityMeter';
import classes from './QualityBreakdown.module.css';

/** The score with its components; what was not measured is said to be so and weighs nothing. */
export function QualityBreakdown({ quality }: { quality: Quality }) {
  const components = Object.entries(quality.components);
  if (quality.score === null && components.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Nothing was measured of this pattern.
      </Text>
    );
  return (
    <Stack gap="md">
      <Group align="baseline" gap="sm">
        <Text
          fz={34}
          fw={700}
          lh={1}
          className="tabular"
          c={quality.score === null ? 'dimmed' : 'inherit'}
        >
          {score(quality.score)}
        </Text>
        <Text size="sm" c="dimmed">
          {quality.completeness >= 1
            ? 'Everything that counts was measured'
            : `${percent(quality.completeness)} of what counts was measured`}
        </Text>
      </Group>
      <table className={classes.components}>
        <tbody>
          {components.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{title(name)}</th>
              <td>
                {value === null ? <QualityMeter value={null} /> : <ComponentBar value={value} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Stack>
  );
}

const ComponentBar = ({ value }: { value: number }) => (
  <span className={classes.bar}>
    <span className={classes.track} aria-hidden="true">
      <span
        className={classes.fill}
        style={{ width: `${value * 100}%`, background: qualityColor(value) }}
      />
    </span>
    <span className="tabular">{score(value)}</span>
  </span>
);
