import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { CatalogueCounts } from '../../api/types';
import { count, percent } from '../../format/numbers';
import { bandOf, bands, type Band } from '../../patterns/bands';
import { qualityColor } from '../../patterns/QualityMeter';
import classes from './QualityBands.module.css';

type Distribution = Pick<CatalogueCounts, 'quality_histogram' | 'unmeasured'>;

/** Patterns by band. The histogram's bins end where the bands do. */
export function bandCounts({ quality_histogram, unmeasured }: Distribution) {
  const width = 1 / quality_histogram.length;
  const counts = new Map<Band['name'], number>([['unmeasured', unmeasured]]);
  quality_histogram.forEach((patterns, bin) => {
    const band = bandOf((bin + 0.5) * width);
    counts.set(band, (counts.get(band) ?? 0) + patterns);
  });
  return bands.map((band) => ({ ...band, patterns: counts.get(band.name) ?? 0 }));
}

/** How many patterns are how good; each band leads to its patterns. */
export function QualityBands({ counts }: { counts: Distribution }) {
  const rows = bandCounts(counts);
  const all = rows.reduce((sum, { patterns }) => sum + patterns, 0);
  return (
    <ul className={classes.list}>
      {rows.map(({ name, title, range, from, patterns }) => (
        <li key={name} className={classes.row}>
          <span>
            <Anchor component={Link} to={`/catalogue?quality=${name}`} fw={600}>
              {title}
            </Anchor>
            <Text size="sm" c="dimmed">
              {range}
            </Text>
          </span>
          <span className={classes.track} aria-hidden="true">
            <span
              className={classes.fill}
              style={{
                width: `${(100 * patterns) / Math.max(1, all)}%`,
                background: from === null ? 'var(--mantine-color-gray-5)' : qualityColor(from),
              }}
            />
          </span>
          <span className={classes.number}>
            {count(patterns)}
            <Text size="sm" c="dimmed" span>
              {percent(patterns / Math.max(1, all))}
            </Text>
          </span>
        </li>
      ))}
    </ul>
  );
}
