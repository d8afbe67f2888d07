import { Button, Group, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import type { MapAttribute } from '../../../api/types';
import { words } from '../../../format/numbers';
import type { Wish } from './address';

const secondsOfDay = 86_400;

interface WishFieldsProps {
  readonly attributes: readonly MapAttribute[];
  readonly wishes: readonly Wish[];
  readonly onChange: (wishes: readonly Wish[]) => void;
}

/** Filters by attributes: one row each, by what kind of value it has. */
export function WishFields({ attributes, wishes, onChange }: WishFieldsProps) {
  const unused = attributes.filter(({ name }) => wishes.every((wish) => wish.name !== name));
  return (
    <Group align="flex-end" gap="md" mt="sm">
      {wishes.map((wish) => {
        const attribute = attributes.find(({ name }) => name === wish.name);
        return attribute === undefined ? null : (
          <WishField
            key={wish.name}
            attribute={attribute}
            wish={wish}
            onChange={(changed) =>
              onChange(wishes.flatMap((other) => (other !== wish ? [other] : (changed ?? []))))
            }
          />
        );
      })}
      {unused.length > 0 && (
        <Select
          label="Add a filter"
          placeholder="an attribute"
          searchable
          w={180}
          value={null}
          data={unused.map(({ name }) => ({ value: name, label: words(name) }))}
          onChange={(name) => {
            if (name !== null) onChange([...wishes, { name, values: [], min: null, below: null }]);
          }}
        />
      )}
    </Group>
  );
}

interface WishFieldProps {
  readonly attribute: MapAttribute;
  readonly wish: Wish;
  /** Null takes the filter away. */
  readonly onChange: (wish: Wish | null) => void;
}

const WishField = ({ attribute, wish, onChange }: WishFieldProps) => {
  const name = words(attribute.name);
  return (
    <Group align="flex-end" gap={6}>
      {attribute.kind === 'number' ? (
        <>
          <NumberInput
            label={`${name} from`}
            w={130}
            hideControls
            value={wish.min ?? ''}
            onChange={(min) => onChange({ ...wish, min: typeof min === 'number' ? min : null })}
          />
          <NumberInput
            label={`${name} below`}
            w={130}
            hideControls
            value={wish.below ?? ''}
            onChange={(below) =>
              onChange({ ...wish, below: typeof below === 'number' ? below : null })
            }
          />
        </>
      ) : attribute.kind === 'date' ? (
        <>
          <TextInput
            type="date"
            label={`${name} from`}
            value={dayOf(wish.min)}
            onChange={(event) => onChange({ ...wish, min: secondsOf(event.currentTarget.value) })}
          />
          <TextInput
            type="date"
            label={`${name} to`}
            value={dayOf(wish.below === null ? null : wish.below - secondsOfDay)}
            onChange={(event) => {
              const last = secondsOf(event.currentTarget.value);
              onChange({ ...wish, below: last === null ? null : last + secondsOfDay });
            }}
          />
        </>
      ) : (
        <MultiSelect
          label={name}
          placeholder={wish.values.length === 0 ? 'any' : ''}
          searchable
          miw={180}
          value={[...wish.values]}
          data={attribute.values}
          onChange={(values) => onChange({ ...wish, values })}
        />
      )}
      <Button
        variant="default"
        px="xs"
        aria-label={`Remove the filter by ${name}`}
        onClick={() => onChange(null)}
      >
        ×
      </Button>
    </Group>
  );
};

const dayOf = (seconds: number | null): string =>
  seconds === null ? '' : new Date(1000 * seconds).toISOString().slice(0, 10);

const secondsOf = (day: string): number | null => {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? null : at / 1000;
};
