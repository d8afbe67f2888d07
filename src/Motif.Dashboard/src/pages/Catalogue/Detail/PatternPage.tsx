import { Anchor, Breadcrumbs, Grid, Skeleton, Stack } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { usePattern } from '../../../api/pattern';
import { Panel } from '../../../frame/Panel';
import { Answer } from '../../../states/Answer';
import { PatternHeader } from './PatternHeader';
import { QualityBreakdown } from './QualityBreakdown';
import { SuccessInterval } from './SuccessInterval';
import { Sections } from './Sections';
import { UsageNumbers } from './UsageNumbers';

/** One pattern: what it is, what it did, where it stands and how it came about. */
export function PatternPage() {
  const { id = '' } = useParams();
  const query = usePattern(id);
  return (
    <Stack gap="md">
      <Breadcrumbs component="nav" aria-label="Breadcrumb">
        <Anchor component={Link} to="/catalogue" size="sm">
          Catalogue
        </Anchor>
        <span aria-current="page">{query.data?.pattern.name ?? '…'}</span>
      </Breadcrumbs>
      <Answer query={query} loading={<Shape />}>
        {({ pattern, etag }) => (
          <>
            <PatternHeader pattern={pattern} etag={etag} />
            <Grid gap="lg">
              <Grid.Col span={{ base: 12, md: 5 }}>
                <Panel title="Quality" note="How good it is, measured">
                  <QualityBreakdown quality={pattern.quality} />
                </Panel>
              </Grid.Col>
              <Grid.Col span={{ base: 12, sm: 6, md: 4 }}>
                <Panel title="Success" note="Did it work where it was used?">
                  <SuccessInterval success={pattern.success} />
                </Panel>
              </Grid.Col>
              <Grid.Col span={{ base: 12, sm: 6, md: 3 }}>
                <Panel title="Use" note="How often it was taken">
                  <UsageNumbers pattern={pattern} />
                </Panel>
              </Grid.Col>
            </Grid>
            <Sections pattern={pattern} etag={etag} />
          </>
        )}
      </Answer>
    </Stack>
  );
}

const Shape = () => (
  <Stack gap="lg" role="status" aria-label="Loading">
    <Skeleton height={36} width="50%" />
    <Skeleton height={18} width="70%" />
    <Skeleton height={220} radius="lg" />
    <Skeleton height={320} radius="lg" />
  </Stack>
);
