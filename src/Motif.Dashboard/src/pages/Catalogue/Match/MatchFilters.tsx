import { Group, MultiSelect, Select, TagsInput } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { useFacets } from '../../../api/catalogue';
import { percent, title } from '../../../format/numbers';
import { bands } from '../../../patterns/bands';
import { capabilities } from '../../../patterns/capabilities';
import { withFilter, type FilterName } from '../filter';

const leastQualities = bands
  .filter(({ from }) => from !== null && from > 0)
  .map(({ from, title: name }) => ({
    value: String(from),
    label: name === 'Excellent' ? name : `${name} or better`,
  }));

const leastSuccesses = [0.5, 0.75, 0.9].map((rate) => ({
  value: String(rate),
  label: `${percent(rate)} of the time`,
}));

/** Among which patterns a match is sought. */
export function MatchFilters() {
  const [address, setAddress] = useSearchParams();
  const kind = address.get('kind');
  const facets = useFacets(kind === null ? {} : { kind: kind as never });
  const values = (name: string) =>
    facets.data?.facets.find(({ facet }) => facet === name)?.values.map(({ value }) => value) ?? [];
  const change = (name: FilterName, chosen: readonly string[]) =>
    setAddress(withFilter(address, name, chosen));
  const one = (name: FilterName, data: { value: string; label: string }[], label: string) => (
    <Select
      label={label}
      placeholder="Any"
      size="xs"
      data={data}
      value={address.get(name)}
      onChange={(value) => change(name, value === null ? [] : [value])}
      clearable
      w={150}
    />
  );
  return (
    <Group component="fieldset" align="flex-end" gap="sm" m={0} p={0} bd="none" aria-label="Only">
      {one(
        'kind',
        capabilities.map((c) => ({ value: c.kind, label: c.name })),
        'Kind',
      )}
      <MultiSelect
        label="Type"
        placeholder={address.has('pattern_type') ? '' : 'Any'}
        size="xs"
        data={[...new Set([...values('pattern_type'), ...address.getAll('pattern_type')])].map(
          (value) => ({ value, label: title(value) }),
        )}
        value={address.getAll('pattern_type')}
        onChange={(chosen) => change('pattern_type', chosen)}
        searchable
        clearable
        w={210}
      />
      <MultiSelect
        label="Language"
        placeholder={address.has('language') ? '' : 'Any'}
        size="xs"
        data={[...new Set([...values('language'), ...address.getAll('language')])]}
        value={address.getAll('language')}
        onChange={(chosen) => change('language', chosen)}
        clearable
        w={150}
      />
      <TagsInput
        label="Tags, any of them"
        placeholder={address.has('tag') ? '' : 'Any'}
        size="xs"
        data={values('tag')}
        value={address.getAll('tag')}
        onChange={(chosen) => change('tag', chosen)}
        clearable
        w={190}
      />
      {one('min_quality_score', leastQualities, 'Quality')}
      {one('min_success_rate', leastSuccesses, 'Worked')}
    </Group>
  );
}
