import { Anchor, Grid, SimpleGrid, Skeleton, Stack, Text } from '@mantine/core';
import { useOverview } from '../../api/catalogue';
import type { Overview, UsageDay } from '../../api/types';
import { Chart } from '../../charts/Chart';
import { usePalette } from '../../charts/palette';
import { usageLabel, usageOption, usageTable } from '../../charts/usage';
import { PageHeader } from '../../frame/PageHeader';
import { Panel } from '../../frame/Panel';
import { Answer } from '../../states/Answer';
import { Empty } from '../../states/Empty';
import { Activity } from './Activity';
import { kindRows, mostTypes } from './groups';
import { KindTable } from './KindTable';
import { qualityLabel, qualityOption, qualityTable } from './quality';
import { ReliabilityPanel } from './ReliabilityPanel';
import { Tiles } from './Tiles';
import { TopPatterns } from './TopPatterns';

/** What is in the catalogue, what happened lately, what is used and what is good. */
export function OverviewPage() {
  const overview = useOverview();
  return (
    <>
      <PageHeader title="Overview" note="What the catalogue holds and how it is used." />
      <Answer query={overview} loading={<Shape />}>
        {(data) => (data.counts.patterns === 0 ? <NothingYet /> : <Content overview={data} />)}
      </Answer>
    </>
  );
}

/** The chart fills the row beside the list of kinds. */
const chartHeight = (groups: Overview['counts']['groups']): number => {
  const rows = kindRows(groups);
  const lines = rows.reduce((sum, { types }) => sum + Math.min(mostTypes, types.length), 0);
  return Math.max(220, 84 * rows.length + 24 * lines - 40);
};

function Content({ overview }: { overview: Overview }) {
  const palette = usePalette();
  const { counts, recent } = overview;
  const { days } = overview.usage;
  return (
    <Stack gap="lg">
      <Tiles overview={overview} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Panel title="Kinds" note="Patterns by kind and status">
            <KindTable groups={counts.groups} />
          </Panel>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Panel title="Quality" note="Patterns by score, 0 worst to 1 best">
            <Chart
              label={qualityLabel(counts)}
              option={qualityOption(counts, palette)}
              table={qualityTable(counts)}
              height={chartHeight(counts.groups)}
            />
          </Panel>
        </Grid.Col>
        <Grid.Col span={12}>
          <Panel title="Usage" note={`Uses and exposures of the last ${days.length} days`}>
            <Usage days={days} />
          </Panel>
        </Grid.Col>
        <Grid.Col span={12}>
          <ReliabilityPanel />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6, lg: 4 }}>
          <TopPatterns by="quality" title="Best quality" />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6, lg: 4 }}>
          <TopPatterns by="uses" title="Most used" />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Panel title="Recent activity">
            <Activity versions={recent} />
          </Panel>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

function Usage({ days }: { days: readonly UsageDay[] }) {
  const palette = usePalette();
  if (days.every(({ uses, exposures }) => uses === 0 && exposures === 0))
    return (
      <Text size="sm" c="dimmed">
        Nothing was used or shown in these {days.length} days. Agents and tools record uses over the{' '}
        <Anchor href="/openapi">API</Anchor>.
      </Text>
    );
  return (
    <Chart
      label={usageLabel(days)}
      option={usageOption(days, palette)}
      table={usageTable(days)}
      height={220}
    />
  );
}

const NothingYet = () => (
  <Panel title="The catalogue is empty">
    <Empty title="Scan something first" command="motif code scan .">
      Run this in a folder with source files. The patterns found there appear here with their
      quality, their relations and their use.
    </Empty>
  </Panel>
);

const Shape = () => (
  <Stack gap="lg" role="status" aria-label="Loading">
    <SimpleGrid cols={{ base: 2, md: 4 }}>
      {['patterns', 'uses', 'quality', 'relations'].map((tile) => (
        <Skeleton key={tile} height={92} radius="lg" />
      ))}
    </SimpleGrid>
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <Skeleton height={280} radius="lg" />
      <Skeleton height={280} radius="lg" />
    </SimpleGrid>
    <Skeleton height={280} radius="lg" />
  </Stack>
);
