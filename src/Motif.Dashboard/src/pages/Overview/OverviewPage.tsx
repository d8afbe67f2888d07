import { Code, SimpleGrid, Skeleton, Stack, Text } from '@mantine/core';
import { useOverview } from '../../api/catalogue';
import type { Overview, UsageDay } from '../../api/types';
import { Chart } from '../../charts/Chart';
import { usePalette } from '../../charts/palette';
import { fromFirst, usageLabel, usageOption, usageTable } from '../../charts/usage';
import { plural } from '../../format/numbers';
import { PageHeader } from '../../frame/PageHeader';
import { Panel } from '../../frame/Panel';
import { FirstSteps } from '../../patterns/FirstSteps';
import { Answer } from '../../states/Answer';
import { Activity } from './Activity';
import { CapabilityCards } from './CapabilityCards';
import { QualityBands } from './QualityBands';
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
        {(data) =>
          data.counts.patterns === 0 ? (
            <FirstSteps title="The catalogue is empty" />
          ) : (
            <Content overview={data} />
          )
        }
      </Answer>
    </>
  );
}

const Content = ({ overview }: { overview: Overview }) => {
  const { counts, recent, usage } = overview;
  return (
    <Stack gap="lg">
      <Tiles overview={overview} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <CapabilityCards groups={counts.groups} />
        <Panel title="How good are they?" note="Patterns by their measured quality, 0 to 1">
          <QualityBands counts={counts} />
        </Panel>
        <TopPatterns by="quality" title="Which are best?" />
        {counts.uses > 0 && <TopPatterns by="uses" title="Which are used most?" />}
        <Panel title="What happened lately?">
          <Activity versions={recent} />
        </Panel>
      </SimpleGrid>
      <Panel
        title="Are they used?"
        note={`Shown and used, day by day, in the last ${plural(usage.days.length, 'day')}`}
      >
        <Usage days={usage.days} />
      </Panel>
      <ReliabilityPanel />
    </Stack>
  );
};

function Usage({ days }: { days: readonly UsageDay[] }) {
  const palette = usePalette();
  if (days.every(({ uses, exposures }) => uses === 0 && exposures === 0))
    return (
      <Text size="sm" c="dimmed">
        Nothing was shown or used in this time. Open a pattern and choose “I use this”, or let
        agents record it: <Code>motif patterns use ID</Code>.
      </Text>
    );
  return (
    <Chart
      label={usageLabel(days)}
      option={usageOption(fromFirst(days), palette)}
      table={usageTable(days)}
      height={220}
    />
  );
}

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
