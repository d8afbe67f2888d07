import { expect, it } from 'vitest';
import { diversityLabel, diversityOption, diversityTable } from './diversity';
import { light } from './palette';

const days = [
  { day: '2026-01-09', uses: 0, families: 0, effective_families: null, score: null },
  { day: '2026-01-10', uses: 5, families: 3, effective_families: 2.87, score: 0.957 },
];

it('a window without a post is a gap, not a diversity of nothing', () => {
  const { series } = diversityOption(days, light);
  expect(series.map(({ data }) => data)).toEqual([
    [null, 2.87],
    [null, 3],
  ]);
});

it('the tooltip says what a number means', () => {
  const { tooltip } = diversityOption(days, light);
  expect(tooltip.formatter([{ dataIndex: 0 }])).toBe('9 Jan<br>nothing posted in the window');
  expect(tooltip.formatter([{ dataIndex: 1 }])).toBe(
    '10 Jan: 5 posts of 3 templates<br>as varied as <b>2.9</b> used equally often<br>0.95 of what is possible',
  );
});

it('gives the numbers as a table and the last one as a sentence', () => {
  expect(diversityTable(days).rows).toEqual([
    ['9 Jan', 0, 0, '–', '–'],
    ['10 Jan', 5, 3, '2.9', '0.95'],
  ]);
  expect(diversityLabel(days)).toBe(
    'Diversity over 2 days; now as varied as 2.9 templates used equally often',
  );
  expect(diversityLabel(days.slice(0, 1))).toBe(
    'Diversity over 1 days; nothing is posted in the window now',
  );
});
