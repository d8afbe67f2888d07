import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { usePatterns } from '../../api/catalogue';
import { usePattern } from '../../api/pattern';
import type { Pattern } from '../../api/types';
import { RelationGraph } from '../../relations/RelationGraph';
import { Panel } from '../../frame/Panel';
import { mostKnown } from './map';

/** Matches offered at a time. */
const offered = 20;

/** The graph around a pattern of code that is chosen by name; it begins with the one known best. */
export function Relations({ patterns }: { patterns: readonly Pattern[] }) {
  const [address, setAddress] = useSearchParams();
  const chosen = address.get('pattern') ?? mostKnown(patterns)?.pattern_id;
  if (chosen === undefined) return null;
  return (
    <Panel
      title="What hangs together"
      aside={
        <PatternPicker
          key={chosen}
          chosen={chosen}
          onChoose={(id) => setAddress({ view: 'relations', pattern: id })}
        />
      }
    >
      <RelationGraph patternId={chosen} height={560} />
    </Panel>
  );
}

interface PatternPickerProps {
  readonly chosen: string;
  readonly onChoose: (patternId: string) => void;
}

/** Searches on the server, so that every pattern can be chosen, not only those at hand. */
function PatternPicker({ chosen, onChoose }: PatternPickerProps) {
  const current = usePattern(chosen);
  const name = current.data?.pattern.name ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const [search] = useDebouncedValue(typed ?? '', 200);
  const found = usePatterns({
    kind: 'code',
    sort: 'quality',
    limit: offered,
    ...(search.trim() === '' ? {} : { q: search.trim() }),
  });
  const options = new Map([
    [chosen, name],
    ...(found.data?.items ?? []).map((pattern) => [pattern.pattern_id, pattern.name] as const),
  ]);
  return (
    <Select
      aria-label="Pattern in the middle"
      w={340}
      searchable
      data={[...options].map(([value, label]) => ({ value, label }))}
      value={chosen}
      searchValue={typed ?? name}
      onSearchChange={setTyped}
      onDropdownOpen={() => setTyped('')}
      onDropdownClose={() => setTyped(null)}
      filter={({ options: all }) => all}
      nothingFoundMessage="No pattern of code has these words"
      onChange={(value) => {
        if (value !== null && value !== chosen) onChoose(value);
      }}
      maxDropdownHeight={320}
    />
  );
}
