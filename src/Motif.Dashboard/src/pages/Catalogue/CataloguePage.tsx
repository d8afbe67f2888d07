import { Stack } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { useOverview, usePatterns } from '../../api/catalogue';
import { PageHeader } from '../../frame/PageHeader';
import { FirstSteps } from '../../patterns/FirstSteps';
import { Answer } from '../../states/Answer';
import { Loading } from '../../states/Loading';
import { filterOf, isNarrowed } from './filter';
import { Filters } from './Filters';
import { MatchBox } from './Match/MatchBox';
import { MatchResults } from './Match/MatchResults';
import { wishOf } from './Match/wish';
import { NothingFound } from './Nothing';
import { Pager } from './Pager';
import { PatternTable } from './PatternTable';

/** The list of patterns; what it shows stands in the address, so that it can be linked and gone back to. */
export function CataloguePage() {
  const [address] = useSearchParams();
  const wish = wishOf(address);
  return (
    <>
      <PageHeader title="Catalogue" note="Every pattern with its measures." />
      <Stack gap="md">
        <MatchBox />
        {wish.intent === '' ? <PatternList address={address} /> : <MatchResults wish={wish} />}
      </Stack>
    </>
  );
}

function PatternList({ address }: { address: URLSearchParams }) {
  const overview = useOverview();
  const patterns = usePatterns(filterOf(address));
  return (
    <>
      <Filters counts={overview.data?.counts} />
      <Answer query={patterns} loading={<Loading rows={10} height={44} />}>
        {({ items, next_cursor }) =>
          items.length > 0 ? (
            <>
              <PatternTable patterns={items} isStale={patterns.isPlaceholderData} />
              <Pager nextCursor={next_cursor} shown={items.length} />
            </>
          ) : isNarrowed(address) ? (
            <NothingFound />
          ) : (
            <FirstSteps title="The catalogue is empty" />
          )
        }
      </Answer>
    </>
  );
}
