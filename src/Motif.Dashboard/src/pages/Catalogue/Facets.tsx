import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { FacetCounts, PatternFacets } from '../../api/types';
import { count } from '../../format/numbers';
import { FilterIcon } from '../../frame/icons';
import classes from './Facets.module.css';
import { filterNames, toggled } from './filter';
import { filterWords, valueWords } from './words';

/** Values shown of a facet before one asks for more. */
const first = 7;

/** Without the tags that every pattern has: they narrow nothing. */
const narrowingOnly = (facet: FacetCounts, total: number): FacetCounts =>
  facet.facet === 'tag'
    ? { ...facet, values: facet.values.filter((v) => v.selected || v.patterns < total) }
    : facet;

/** A facet with one value only narrows nothing either, unless it is chosen. */
const isChoice = ({ values }: FacetCounts): boolean =>
  values.length > 1 || values.some(({ selected }) => selected);

/** What the list can be narrowed by. On a phone it opens on demand. */
export function Facets({ counted: { facets, total } }: { counted: PatternFacets }) {
  const [address] = useSearchParams();
  const [isOpen, setOpen] = useState(false);
  const chosen = filterNames.flatMap((name) =>
    name === 'search' ? [] : address.getAll(name),
  ).length;
  return (
    <div>
      <Button
        className={classes.toggle ?? ''}
        variant="default"
        fullWidth
        leftSection={<FilterIcon />}
        aria-expanded={isOpen}
        aria-controls="facets"
        onClick={() => setOpen(!isOpen)}
      >
        Filters{chosen > 0 && ` (${count(chosen)})`}
      </Button>
      <div
        id="facets"
        className={classes.facets}
        data-open={isOpen}
        role="group"
        aria-label="Filters"
      >
        {facets
          .map((facet) => narrowingOnly(facet, total))
          .filter(isChoice)
          .map((facet) => (
            <Facet key={facet.facet} facet={facet} />
          ))}
      </div>
    </div>
  );
}

function Facet({ facet: { facet: name, values, more } }: { facet: FacetCounts }) {
  const [address, setAddress] = useSearchParams();
  const [isWhole, setWhole] = useState(false);
  const chosen = new Set(address.getAll(name));
  const shown = values.filter(({ value }, index) => isWhole || index < first || chosen.has(value));
  return (
    <fieldset className={classes.facet}>
      <legend className={classes.title}>{filterWords[name]}</legend>
      {shown.map(({ value, patterns }) => (
        <Value
          key={value}
          words={valueWords(name, value)}
          patterns={patterns}
          isChosen={chosen.has(value)}
          onToggle={() => setAddress(toggled(address, name, value))}
        />
      ))}
      {shown.length < values.length && (
        <Button variant="subtle" color="gray" size="compact-xs" onClick={() => setWhole(true)}>
          Show {count(values.length - shown.length)} more
        </Button>
      )}
      {more && shown.length === values.length && (
        <Text size="xs" c="dimmed">
          There are more; search for their words.
        </Text>
      )}
    </fieldset>
  );
}

interface ValueProps {
  readonly words: string;
  readonly patterns: number;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

/** The tick is there at once; the address, which says what is chosen, follows a moment later. */
function Value({ words, patterns, isChosen, onToggle }: ValueProps) {
  const [tick, setTick] = useState({ isChosen, isTicked: isChosen });
  if (tick.isChosen !== isChosen) setTick({ isChosen, isTicked: isChosen });
  return (
    <label className={classes.value}>
      <input
        type="checkbox"
        checked={tick.isTicked}
        onChange={() => {
          setTick({ isChosen, isTicked: !tick.isTicked });
          onToggle();
        }}
      />
      <span className={classes.name}>{words}</span>
      <span className={classes.count}>{count(patterns)}</span>
    </label>
  );
}
