import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { usePatterns } from '../api/catalogue';
import { usePattern } from '../api/pattern';
import type { PatternKind } from '../api/types';

/** Found ones offered at a time. */
const offered = 20;

interface PatternPickerProps {
  readonly label: string;
  /** The label is heard and not seen. */
  readonly isLabelHidden?: boolean;
  readonly chosen: string | null;
  readonly onChoose: (patternId: string) => void;
  readonly kind?: PatternKind;
}

/** Finds a pattern by its words on the server, so that every one can be chosen. */
export function PatternPicker({
  label,
  isLabelHidden = false,
  chosen,
  onChoose,
  kind,
}: PatternPickerProps) {
  const current = usePattern(chosen);
  const name = current.data?.pattern.name ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const [search] = useDebouncedValue(typed ?? '', 200);
  const found = usePatterns({
    limit: offered,
    ...(kind === undefined ? {} : { kind }),
    ...(search.trim() === '' ? { sort: 'quality' } : { search: search.trim() }),
  });
  const options = new Map((found.data?.items ?? []).map((p) => [p.pattern_id, p.name] as const));
  if (chosen !== null) options.set(chosen, name);
  return (
    <Select
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      miw={260}
      searchable
      data={[...options].map(([value, text]) => ({ value, label: text }))}
      value={chosen}
      searchValue={typed ?? name}
      onSearchChange={setTyped}
      onDropdownOpen={() => setTyped('')}
      onDropdownClose={() => setTyped(null)}
      filter={({ options: all }) => all}
      nothingFoundMessage="No pattern has these words"
      onChange={(value) => {
        if (value !== null && value !== chosen) onChoose(value);
      }}
      maxDropdownHeight={320}
    />
  );
}
