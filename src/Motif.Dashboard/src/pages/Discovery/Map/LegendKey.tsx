import { Button, Group, Text } from '@mantine/core';
import { compact } from '../../../format/numbers';
import type { Legend } from './legend';
import classes from './Map.module.css';

interface LegendKeyProps {
  readonly legend: Legend;
  readonly off: ReadonlySet<number>;
  readonly onChange: (off: ReadonlySet<number>) => void;
}

/** What the colours stand for; each can be switched off and on. */
export const LegendKey = ({ legend: { entries }, off, onChange }: LegendKeyProps) => (
  <div role="group" aria-label="Legend">
    <Group gap="xs" mt="sm" mb={6}>
      <Text size="sm" c="dimmed">
        Colours; press one to hide or show its items
      </Text>
      <Button
        size="compact-xs"
        variant="default"
        disabled={off.size === 0}
        onClick={() => onChange(new Set())}
      >
        Show all
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        disabled={off.size === entries.length}
        onClick={() => onChange(new Set(entries.keys()))}
      >
        Hide all
      </Button>
    </Group>
    <ul className={classes.legend}>
      {entries.map(({ title, colour, count }, place) => (
        <li key={place}>
          <button
            type="button"
            className={classes.entry}
            aria-pressed={!off.has(place)}
            title={title}
            onClick={() => onChange(toggled(off, place))}
          >
            <span className={classes.swatch} style={{ background: colour }} aria-hidden="true" />
            <span className={classes.title}>{title}</span>
            <span className="tabular">{compact(count)}</span>
          </button>
        </li>
      ))}
    </ul>
  </div>
);

function toggled(off: ReadonlySet<number>, place: number): ReadonlySet<number> {
  const next = new Set(off);
  if (!next.delete(place)) next.add(place);
  return next;
}
