import { Button, Stack } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { PageHeader } from '../../frame/PageHeader';
import { PlusIcon } from '../../frame/icons';
import { MatchBox } from './Match/MatchBox';
import { MatchResults } from './Match/MatchResults';
import { wishOf } from './Match/wish';
import { PatternList } from './PatternList';

/** The list of patterns; what it shows stands in the address, so that it can be linked and gone back to. */
export function CataloguePage() {
  const [address] = useSearchParams();
  const wish = wishOf(address);
  return (
    <>
      <PageHeader
        title="Catalogue"
        note="Search it above, narrow it at the side, or say what you want to achieve."
        aside={
          <Button component={Link} to="/catalogue/new" variant="default" leftSection={<PlusIcon />}>
            Add a pattern
          </Button>
        }
      />
      <Stack gap="lg">
        <MatchBox />
        {wish.intent === '' ? <PatternList address={address} /> : <MatchResults wish={wish} />}
      </Stack>
    </>
  );
}
