import { Button, Stack } from '@mantine/core';
import { Link, useRouteError } from 'react-router';
import { ProblemNotice } from '../states/ProblemNotice';
import { PageHeader } from '../frame/PageHeader';

/** Shown in place of a page that threw while it was drawn or loaded. */
export function PageFailure() {
  const thrown = useRouteError();
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  return (
    <>
      <PageHeader title="Something went wrong" />
      <ProblemNotice error={error} onRetry={() => window.location.reload()} />
    </>
  );
}

/** Shown for an address that no page has. */
export function NoSuchPage() {
  return (
    <Stack align="flex-start">
      <PageHeader title="No such page" note="The address leads nowhere in this dashboard." />
      <Button component={Link} to="/">
        Go to the overview
      </Button>
    </Stack>
  );
}
