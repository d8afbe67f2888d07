import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useFacets } from '../../../api/catalogue';
import { useDuplicates, type DuplicateFilter } from '../../../api/duplicates';
import { count, plural } from '../../../format/numbers';
import { Panel } from '../../../frame/Panel';
import { Answer } from '../../../states/Answer';
import { Empty } from '../../../states/Empty';
import { DuplicateRow } from './DuplicateRow';
import classes from './Duplicates.module.css';

const leastLines = [5, 10, 20, 50].map((lines) => ({
  value: String(lines),
  label: `${lines} lines or more`,
}));

/** Code that stands in several places, the most lines that could go first. */
export function Duplicates() {
  const [filter, setFilter] = useState<DuplicateFilter>({});
  const duplicates = useDuplicates(filter);
  return (
    <Panel
      title="What was copied?"
      note="Functions that say the same in several places, those with the most lines to save first"
      aside={<Choice filter={filter} onChange={setFilter} />}
    >
      <Answer query={duplicates}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          const { total = 0, total_redundant_lines: redundant = 0 } = pages[0] ?? {};
          return items.length === 0 ? (
            <Empty title="Nothing was copied">
              No code stands twice here, by what was chosen. Choose fewer lines, or another
              repository.
            </Empty>
          ) : (
            <Stack gap="md">
              <Text role="status" className="tabular">
                {plural(total, 'group')} of copies; with one of each there would be{' '}
                {plural(redundant, 'line')} less
              </Text>
              <ol className={classes.list}>
                {items.map((duplicate) => (
                  <DuplicateRow key={duplicate.duplicate_id} duplicate={duplicate} />
                ))}
              </ol>
              {duplicates.hasNextPage && (
                <Button
                  variant="default"
                  style={{ alignSelf: 'center' }}
                  loading={duplicates.isFetchingNextPage}
                  onClick={() => void duplicates.fetchNextPage()}
                >
                  Show more of {count(total)}
                </Button>
              )}
            </Stack>
          );
        }}
      </Answer>
    </Panel>
  );
}

interface ChoiceProps {
  readonly filter: DuplicateFilter;
  readonly onChange: (filter: DuplicateFilter) => void;
}

function Choice({ filter, onChange }: ChoiceProps) {
  const facets = useFacets({ kind: 'code' });
  const valuesOf = (name: string) =>
    facets.data?.facets.find(({ facet }) => facet === name)?.values.map(({ value }) => value) ?? [];
  const set = (name: keyof DuplicateFilter, value: string | null) => {
    const others = Object.fromEntries(Object.entries(filter).filter(([other]) => other !== name));
    const chosen = name === 'min_lines' ? Number(value) : value;
    onChange(value === null ? others : { ...others, [name]: chosen });
  };
  const one = (name: 'language' | 'repository', label: string) =>
    valuesOf(name).length > 1 && (
      <Select
        aria-label={label}
        placeholder={`Any ${label.toLowerCase()}`}
        size="xs"
        w={160}
        data={valuesOf(name)}
        value={filter[name] ?? null}
        onChange={(value) => set(name, value)}
        clearable
      />
    );
  return (
    <Group gap="xs">
      {one('repository', 'Repository')}
      {one('language', 'Language')}
      <Select
        aria-label="Length"
        placeholder="Any length"
        size="xs"
        w={160}
        data={leastLines}
        value={filter.min_lines === undefined ? null : String(filter.min_lines)}
        onChange={(value) => set('min_lines', value)}
        clearable
      />
    </Group>
  );
}
