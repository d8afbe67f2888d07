import { Button, Group, Pill, Select, Text } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { plural } from '../../format/numbers';
import { cleared, filterNames, isNarrowed, sortOf, sorts, toggled, withFilter } from './filter';
import { filterWords, valueWords } from './words';

/** How many there are, in which order, and by what they were narrowed. */
export function ListBar({ total }: { total: number | undefined }) {
  const [address, setAddress] = useSearchParams();
  const orders = sorts.filter(([value]) => value !== 'relevance' || address.has('search'));
  return (
    <>
      <Group justify="space-between" gap="sm">
        <Text fw={600} role="status" className="tabular">
          {total === undefined ? '…' : plural(total, 'pattern')}
        </Text>
        <Select
          aria-label="Order"
          size="xs"
          w={150}
          data={orders.map(([value, label]) => ({ value, label }))}
          value={sortOf(address)}
          onChange={(value) =>
            setAddress(withFilter(address, 'sort', value === null ? [] : [value]))
          }
          allowDeselect={false}
        />
      </Group>
      {isNarrowed(address) && (
        <Group gap={6} role="group" aria-label="Chosen filters">
          {filterNames.flatMap((name) =>
            address.getAll(name).map((value) => (
              <Pill
                key={`${name} ${value}`}
                size="md"
                withRemoveButton
                onRemove={() => setAddress(toggled(address, name, value))}
                removeButtonProps={{
                  'aria-label': `Take away: ${filterWords[name]} ${valueWords(name, value)}`,
                  'aria-hidden': false,
                  tabIndex: 0,
                }}
              >
                {filterWords[name]}: {valueWords(name, value)}
              </Pill>
            )),
          )}
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            onClick={() => setAddress(cleared(address))}
          >
            Clear
          </Button>
        </Group>
      )}
    </>
  );
}
