import { Stack } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useFacets, usePatterns } from '../../api/catalogue';
import { FirstSteps } from '../../patterns/FirstSteps';
import { Answer } from '../../states/Answer';
import { Loading } from '../../states/Loading';
import { Facets } from './Facets';
import { filterOf, isNarrowed, narrowingOf } from './filter';
import { ListBar } from './ListBar';
import { NothingFound } from './Nothing';
import { Pager } from './Pager';
import classes from './PatternList.module.css';
import { PatternTable } from './PatternTable';

/** The patterns that pass, beside what they can be narrowed by. */
export function PatternList({ address }: { address: URLSearchParams }) {
  const facets = useFacets(narrowingOf(address));
  const patterns = usePatterns(filterOf(address));
  const top = useTopOfNewPage(address.get('cursor'));
  const isEmpty = patterns.data?.items.length === 0 && !patterns.isPlaceholderData;
  if (isEmpty && !isNarrowed(address) && !address.has('cursor'))
    return <FirstSteps title="The catalogue is empty" />;
  return (
    <div className={classes.columns}>
      {facets.data === undefined ? <span /> : <Facets counted={facets.data} />}
      <Stack gap="sm" ref={top} tabIndex={-1} className={classes.list ?? ''}>
        <ListBar total={facets.data?.total} />
        <Answer query={patterns} loading={<Loading rows={10} height={44} />}>
          {({ items, next_cursor }) =>
            items.length > 0 ? (
              <>
                <PatternTable patterns={items} isStale={patterns.isPlaceholderData} />
                <Pager nextCursor={next_cursor} shown={items.length} total={facets.data?.total} />
              </>
            ) : (
              <NothingFound />
            )
          }
        </Answer>
      </Stack>
    </div>
  );
}

/** Another page of the list begins at its top, for the eye and for the keyboard. */
function useTopOfNewPage(cursor: string | null) {
  const top = useRef<HTMLDivElement>(null);
  const before = useRef(cursor);
  useEffect(() => {
    if (before.current === cursor) return;
    before.current = cursor;
    window.scrollTo(0, 0);
    top.current?.focus({ preventScroll: true });
  }, [cursor]);
  return top;
}
