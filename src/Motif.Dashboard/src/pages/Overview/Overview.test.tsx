import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { light } from '../../charts/palette';
import { overview, pattern, reliability } from '../../test/records';
import { open } from '../../test/render';
import { json, serve } from '../../test/server';
import { kindRows } from './groups';
import { qualityOption } from './quality';

const page = (items = [pattern()]) => json({ items, next_cursor: null });

describe('the overview', () => {
  it('shows the counts, the leading patterns and the kinds', async () => {
    serve({
      'GET /api/v1/matching/confidence': () => json(reliability()),
      'GET /api/v1/overview': () => json(overview()),
      'GET /api/v1/patterns': () => page(),
    });
    open('/');
    expect(await screen.findByText('3 unmeasured')).toBeVisible();
    const kinds = screen.getByRole('region', { name: 'Kinds' });
    expect(within(kinds).getByRole('link', { name: 'Code' })).toHaveAttribute(
      'href',
      '/catalogue?kind=code',
    );
    expect(within(kinds).getByText('4 active · 1 archived')).toBeVisible();
    const best = await screen.findByRole('region', { name: 'Best quality' });
    expect(
      await within(best).findByRole('link', { name: 'Async Request with Retry' }),
    ).toBeVisible();
  });

  it('does not call an unmeasured pattern good nor an unused one used', async () => {
    const bare = pattern({
      quality: { score: null, completeness: 0, components: {}, profile: null },
      usage: { uses: 0, exposures: 2, last_used_at: null },
    });
    serve({
      'GET /api/v1/matching/confidence': () => json(reliability()),
      'GET /api/v1/overview': () => json(overview()),
      'GET /api/v1/patterns': () => page([bare]),
    });
    open('/');
    expect(await screen.findByText(/No use was recorded yet/)).toBeVisible();
    expect(await screen.findByText(/No active pattern has a measured quality yet/)).toBeVisible();
  });

  it('says that nothing was used instead of drawing nothing', async () => {
    const idle = { day: '2026-01-03', uses: 0, exposures: 0, successes: 0, failures: 0 };
    const usage = { days: [idle], actors: [], last7_days: 0, previous7_days: 0 };
    serve({
      'GET /api/v1/matching/confidence': () => json(reliability()),
      'GET /api/v1/overview': () => json(overview({ usage })),
      'GET /api/v1/patterns': () => page(),
    });
    open('/');
    expect(await screen.findByText(/Nothing was used or shown in these 1 days/)).toBeVisible();
  });

  it('tells an empty catalogue what to do', async () => {
    const counts = { ...overview().counts, patterns: 0 };
    serve({ 'GET /api/v1/overview': () => json(overview({ counts })) });
    open('/');
    expect(await screen.findByText('motif code scan .')).toBeVisible();
  });

  it('shows a failure with its request id and tries again on demand', async () => {
    let isDown = true;
    serve({
      'GET /api/v1/matching/confidence': () => json(reliability()),
      'GET /api/v1/overview': () =>
        isDown
          ? json({ title: 'Database locked', detail: 'try later', request_id: 'abc' }, 503)
          : json(overview()),
      'GET /api/v1/patterns': () => page(),
    });
    open('/');
    expect(await screen.findByText('Database locked')).toBeVisible();
    expect(screen.getByText('abc')).toBeVisible();
    isDown = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('3 unmeasured')).toBeVisible();
  });

  it('offers the numbers behind a chart', async () => {
    serve({
      'GET /api/v1/matching/confidence': () => json(reliability()),
      'GET /api/v1/overview': () => json(overview()),
      'GET /api/v1/patterns': () => page(),
    });
    open('/');
    const quality = await screen.findByRole('region', { name: 'Quality' });
    await userEvent.click(within(quality).getByRole('button', { name: 'Show as table' }));
    expect(within(quality).getByRole('row', { name: '0.7–0.8 2' })).toBeVisible();
    expect(within(quality).getByRole('row', { name: 'unmeasured 3' })).toBeVisible();
  });
});

describe('the kinds', () => {
  it('are summed over types, largest first, statuses in the order of life', () => {
    const rows = kindRows([
      { kind: 'success', pattern_type: 'a', status: 'archived', patterns: 1 },
      { kind: 'code', pattern_type: 'a', status: 'archived', patterns: 2 },
      { kind: 'code', pattern_type: 'b', status: 'draft', patterns: 1 },
      { kind: 'code', pattern_type: 'c', status: 'archived', patterns: 3 },
    ]);
    expect(rows.map(({ kind, patterns }) => [kind, patterns])).toEqual([
      ['code', 6],
      ['success', 1],
    ]);
    expect(rows[0]?.types).toEqual([
      { type: 'c', patterns: 3 },
      { type: 'a', patterns: 2 },
      { type: 'b', patterns: 1 },
    ]);
    expect(rows[0]?.statuses).toEqual([
      { status: 'draft', patterns: 1 },
      { status: 'archived', patterns: 5 },
    ]);
  });
});

describe('the quality histogram', () => {
  it('keeps the unmeasured behind a gap, in no colour of the scale', () => {
    const option = qualityOption(overview().counts, light);
    const bars = option.series[0]?.data ?? [];
    expect(option.xAxis.data.slice(-2)).toEqual(['', 'unmeasured']);
    expect(bars.at(-2)).toBeNull();
    expect(bars.at(-1)).toMatchObject({ value: 3, itemStyle: { color: light.muted } });
  });

  it('says how many outcomes confidences still need', async () => {
    serve({
      'GET /api/v1/matching/confidence': () => json(reliability()),
      'GET /api/v1/overview': () => json(overview()),
      'GET /api/v1/patterns': () => page(),
    });
    open('/');
    const panel = await screen.findByRole('region', { name: 'Confidence' });
    expect(await within(panel).findByText(/50 more to the next stage/)).toBeVisible();
    expect(within(panel).getByText(/No outcome has named its match yet/)).toBeVisible();
    expect(within(panel).queryByRole('img')).toBeNull();
  });

  it('draws promised against delivered once outcomes judge it', async () => {
    const { diagram } = reliability();
    const bins = diagram.bins.map((bin, index) =>
      index === 7 ? { ...bin, count: 60, mean_confidence: 0.74, useful: 0.7 } : bin,
    );
    serve({
      'GET /api/v1/matching/confidence': () =>
        json(
          reliability({
            basis: 'platt',
            labels_used: 60,
            labels_to_next: 940,
            diagram: { bins, count: 60, expected_calibration_error: 0.04 },
          }),
        ),
      'GET /api/v1/overview': () => json(overview()),
      'GET /api/v1/patterns': () => page(),
    });
    open('/');
    const panel = await screen.findByRole('region', { name: 'Confidence' });
    expect(await within(panel).findByText(/stage 1, Platt scaling on 60 judged/)).toBeVisible();
    await userEvent.click(within(panel).getByRole('button', { name: 'Show as table' }));
    expect(within(panel).getByRole('cell', { name: '0.70' })).toBeVisible();
    expect(within(panel).getAllByRole('cell', { name: '–' })).toHaveLength(18);
  });
});
