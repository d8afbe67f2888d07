import { Button, Group, MultiSelect, NumberInput, Select, TagsInput } from '@mantine/core';
import { useSearchParams } from 'react-router';
import type { CatalogueCounts } from '../../api/types';
import { count, title } from '../../format/numbers';
import { isNarrowed, narrowing, sorts, typesOf, withFilter } from './filter';

interface FiltersProps {
  /** What there is to choose from; undefined while it is being counted. */
  readonly counts: CatalogueCounts | undefined;
}

/** The filters of the list. Only what the catalogue holds is offered. */
export function Filters({ counts }: FiltersProps) {
  const [address, setAddress] = useSearchParams();
  const change = (name: (typeof narrowing)[number] | 'sort', values: readonly string[]) =>
    setAddress(withFilter(address, name, values));
  const kind = address.get('kind');
  const kinds = [...new Set(counts?.groups.map((group) => group.kind))].sort();
  const statuses = [...new Set(counts?.groups.map((group) => group.status))].sort();

  return (
    <Group component="fieldset" align="flex-end" gap="sm" m={0} p={0} bd="none">
      <Select
        label="Kind"
        placeholder="All kinds"
        data={options(kinds, kind === null ? [] : [kind])}
        value={kind}
        onChange={(value) => change('kind', value === null ? [] : [value])}
        clearable
        w={140}
      />
      <MultiSelect
        label="Type"
        placeholder={address.has('pattern_type') ? '' : 'All types'}
        data={typesOf(counts, kind).map(([type, patterns]) => ({
          value: type,
          label: `${title(type)} (${count(patterns)})`,
        }))}
        value={address.getAll('pattern_type')}
        onChange={(values) => change('pattern_type', values)}
        searchable
        clearable
        w={220}
      />
      <MultiSelect
        label="Status"
        placeholder={address.has('status') ? '' : 'All'}
        data={options(statuses, address.getAll('status'))}
        value={address.getAll('status')}
        onChange={(values) => change('status', values)}
        clearable
        w={190}
      />
      <TagsInput
        label="Tags"
        placeholder={address.has('tag') ? '' : 'Any; Enter adds one'}
        value={address.getAll('tag')}
        onChange={(values) => change('tag', values)}
        clearable
        w={190}
      />
      <NumberInput
        label="Least quality"
        placeholder="0 to 1"
        value={address.get('min_quality') ?? ''}
        onChange={(value) => change('min_quality', value === '' ? [] : [String(value)])}
        min={0}
        max={1}
        step={0.1}
        decimalScale={2}
        clampBehavior="strict"
        w={120}
      />
      <Select
        label="Order"
        data={sorts.map(([value, label]) => ({ value, label }))}
        value={address.get('sort') ?? 'updated'}
        onChange={(value) => change('sort', value === null ? [] : [value])}
        allowDeselect={false}
        w={150}
      />
      {isNarrowed(address) && (
        <Button
          variant="subtle"
          color="gray"
          onClick={() =>
            setAddress(narrowing.reduce((next, name) => withFilter(next, name, []), address))
          }
        >
          Clear
        </Button>
      )}
    </Group>
  );
}

/** What is there, and what was chosen even where the counts no longer have it. */
const options = (present: readonly string[], chosen: readonly string[]) =>
  [...new Set([...present, ...chosen])].map((value) => ({ value, label: title(value) }));
