import { Text } from '@mantine/core';
import type { DiversityDay } from '../../../api/types';
import { Chart } from '../../../charts/Chart';
import { diversityLabel, diversityOption, diversityTable } from '../../../charts/diversity';
import { usePalette } from '../../../charts/palette';
import { Panel } from '../../../frame/Panel';

/** How varied the window was that ended with each day. */
export function DiversityChart({ days }: { days: readonly DiversityDay[] }) {
  const palette = usePalette();
  return (
    <Panel
      title="Do the posts stay varied?"
      note="Of the window that ends with each day: its different templates, and how many would be as varied were all used equally often. The wider the gap, the more one template prevails."
    >
      {days.every(({ uses }) => uses === 0) ? (
        <Text c="dimmed">Nothing was posted in the last four weeks.</Text>
      ) : (
        <Chart
          label={diversityLabel(days)}
          option={diversityOption(days, palette)}
          table={diversityTable(days)}
          height={220}
        />
      )}
    </Panel>
  );
}
