import { Select, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useScanTrend } from '../../../api/scans';
import type { ScanTrendPoint } from '../../../api/types';
import { Chart } from '../../../charts/Chart';
import { usePalette } from '../../../charts/palette';
import { Panel } from '../../../frame/Panel';
import { Answer } from '../../../states/Answer';
import { changedText, changesOption, qualityOption, trendTable } from './trend';

/** Whether the code gets better from scan to scan, and what changed; one repository at a time. */
export function ScanTrend() {
  const trend = useScanTrend();
  const [chosen, setChosen] = useState<string | null>(null);
  const repositories = [...new Set(trend.data?.items.map(({ repository }) => repository))];
  const repository = chosen ?? trend.data?.items.at(-1)?.repository;
  if (trend.data?.items.length === 0) return null;
  return (
    <Panel
      title="Is the code getting better?"
      note={repository === undefined ? undefined : `Scan by scan of ${repository}`}
      aside={
        repositories.length > 1 && (
          <Select
            aria-label="Repository"
            size="xs"
            data={repositories}
            value={repository ?? null}
            onChange={setChosen}
            allowDeselect={false}
          />
        )
      }
    >
      <Answer query={trend}>
        {({ items }) => <Trend points={items.filter((point) => point.repository === repository)} />}
      </Answer>
    </Panel>
  );
}

function Trend({ points }: { points: readonly ScanTrendPoint[] }) {
  const palette = usePalette();
  const [newest, before] = [points.at(-1), points.at(-2)];
  if (newest === undefined || before === undefined)
    return (
      <Text size="sm" c="dimmed">
        It was scanned once so far. From the second scan on you see here what is new, gone, better
        and worse.
      </Text>
    );
  return (
    <Stack gap="md">
      <Text>{changedText(before, newest)}</Text>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <div>
          <Title order={3} fz="sm">
            Mean quality
          </Title>
          <Chart
            label={`Mean quality of the last ${points.length} scans`}
            option={qualityOption(points, palette)}
            table={trendTable(points)}
            height={200}
          />
        </div>
        <div>
          <Title order={3} fz="sm">
            Patterns that changed
          </Title>
          <Chart
            label={`Patterns new, gone, better and worse in the last ${points.length} scans`}
            option={changesOption(points, palette)}
            table={trendTable(points)}
            height={200}
          />
        </div>
      </SimpleGrid>
    </Stack>
  );
}
