import { Group, SegmentedControl, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { CodePatterns } from '../../api/code';
import { Chart } from '../../charts/Chart';
import { usePalette } from '../../charts/palette';
import { plural } from '../../format/numbers';
import { patternPath } from '../../patterns/PatternLink';
import { Panel } from '../../frame/Panel';
import { mapTable, measures, scatterOption, treemapOption } from './map';

const pictures = [
  { value: 'scatter', label: 'Scatter' },
  { value: 'treemap', label: 'Treemap' },
];

const measureNames = [
  { value: 'uses', label: 'Recorded uses' },
  { value: 'places', label: 'Places in code' },
];

/** Quality against use: what is good and unused should be known better, what is used and poor should be made better. */
export function QualityMap({ patterns, isCut }: CodePatterns) {
  const [picture, setPicture] = useState('scatter');
  // Before anybody recorded a use, the places where a pattern stands tell more.
  const [named, setNamed] = useState<string>(() =>
    patterns.some((pattern) => pattern.usage.uses > 0) ? 'uses' : 'places',
  );
  const palette = usePalette();
  const navigate = useNavigate();
  const option = useMemo(() => {
    const measure = named === 'uses' ? measures.uses : measures.places;
    return picture === 'scatter'
      ? scatterOption(patterns, measure, palette)
      : treemapOption(patterns, measure, palette);
  }, [picture, named, patterns, palette]);
  const unmeasured = patterns.filter((pattern) => pattern.quality.score === null).length;
  const shown = `${plural(patterns.length, 'pattern')} by quality and use`;
  return (
    <Panel
      title="Quality against use"
      note={
        picture === 'scatter'
          ? 'Right is better, up is more.'
          : 'Colour is quality, area is how much.'
      }
      aside={
        <Group gap="sm">
          <SegmentedControl
            aria-label="Measure"
            size="xs"
            data={measureNames}
            value={named}
            onChange={setNamed}
          />
          <SegmentedControl
            aria-label="Picture"
            size="xs"
            data={pictures}
            value={picture}
            onChange={setPicture}
          />
        </Group>
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
