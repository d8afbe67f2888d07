import { SegmentedControl, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { CodePatterns } from '../../api/code';
import { Chart } from '../../charts/Chart';
import { usePalette } from '../../charts/palette';
import { plural } from '../../format/numbers';
import { patternPath } from '../../patterns/PatternLink';
import { Panel } from '../../shell/Panel';
import { mapTable, scatterOption, treemapOption } from './map';

const pictures = [
  { value: 'scatter', label: 'Scatter' },
  { value: 'treemap', label: 'Treemap' },
];

/** Quality against use: what is good and unused should be known better, what is used and poor should be made better. */
export function QualityMap({ patterns, isCut }: CodePatterns) {
  const [picture, setPicture] = useState('scatter');
  const palette = usePalette();
  const navigate = useNavigate();
  const option = useMemo(
    () =>
      picture === 'scatter' ? scatterOption(patterns, palette) : treemapOption(patterns, palette),
    [picture, patterns, palette],
  );
  const unmeasured = patterns.filter((pattern) => pattern.quality.score === null).length;
  const shown = `${plural(patterns.length, 'pattern')} by quality and use`;
  return (
    <Panel
      title="Quality against use"
      note={
        picture === 'scatter'
          ? 'Right is better, up is used more.'
          : 'Area is use, colour is quality.'
      }
      aside={
        <SegmentedControl
          aria-label="Picture"
          size="xs"
          data={pictures}
          value={picture}
          onChange={setPicture}
        />
      }
    >
      <Chart
        label={shown}
        option={option}
        table={mapTable(patterns)}
        height={500}
        onSelect={({ data }) => {
          const { patternId } = data as { patternId?: string };
          if (patternId !== undefined) void navigate(patternPath(patternId));
        }}
      />
      <Text size="sm" c="dimmed">
        {isCut ? `The ${plural(patterns.length, 'most used pattern')}` : shown}.{' '}
        {unmeasured > 0 &&
          `${plural(unmeasured, 'unmeasured pattern')} ${picture === 'scatter' ? 'left out' : 'in grey'}. `}
        Click one to open it.
      </Text>
    </Panel>
  );
}
