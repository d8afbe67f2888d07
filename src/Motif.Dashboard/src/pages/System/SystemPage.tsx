import { Anchor, Grid, Group, Skeleton, Stack } from '@mantine/core';
import { useSystem } from '../../api/system';
import { PageHeader } from '../../frame/PageHeader';
import { Answer } from '../../states/Answer';
import { Database } from './Database';
import { Health } from './Health';
import { Server } from './Server';
import { Settings } from './Settings';
import { Vectors } from './Vectors';

/** What runs here, whether it is well, and how it is set. */
export function SystemPage() {
  const system = useSystem();
  return (
    <>
      <PageHeader
        title="System"
        note="What runs here, whether it is well, and how it is set."
        aside={
          <Group component="nav" gap="md" aria-label="Interfaces">
            <Anchor href="/openapi">API</Anchor>
            <Anchor href="/metrics">Metrics</Anchor>
          </Group>
        }
      />
      <Stack gap="lg">
        <Health />
        <Answer query={system} loading={<Skeleton height={320} radius="lg" />}>
          {(status) => (
            <Grid gap="lg">
              <Grid.Col span={{ base: 12, md: 6 }}>
                <Server status={status} />
              </Grid.Col>
              <Grid.Col span={{ base: 12, md: 6 }}>
                <Database database={status.database} />
              </Grid.Col>
              <Grid.Col span={12}>
                <Vectors vectors={status.vectors} />
              </Grid.Col>
              <Grid.Col span={12}>
                <Settings settings={status.settings} />
              </Grid.Col>
            </Grid>
          )}
        </Answer>
      </Stack>
    </>
  );
}
