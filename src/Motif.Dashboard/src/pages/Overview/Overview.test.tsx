import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { overview, pattern, reliability } from '../../test/records';
import { open } from '../../test/render';
import { json, serve } from '../../test/server';
import { kindRows } from './groups';
import { activities } from './activities';
import { bandCounts } from './QualityBands';

const page = (items = [pattern()]) => json({ items, next_cursor: null });

describe('the overview', () => {
  it('shows the counts, the leading patterns and the kinds', async () => {
    serve({
      'GET /api/v1/matching/confidence': () => json(reliability()),
      'GET /api/v1/overview': () => json(overview()),
      'GET /api/v1/patterns': () => page(),
    });
    open('/');
    expect(await screen.findByText('of 4 measured, 3 not measured')).toBeVisible();
    const code = screen.getByRole('region', { name: 'Code' });
    expect(within(code).getByRole('link', { name: 'Open code' })).toHaveAttribute('href', '/code');
    expect(within(code).getByText('patterns: 4 active, 1 archived')).toBeVisible();
    const best = await screen.findByRole('region', { name: 'Which are best?' });
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
    expect(await screen.findByText(/Nothing was shown or used in this time/)).toBeVisible();
  });

  it('tells an empty catalogue what to do', async () => {
    const counts = { ...overview().counts, patterns: 0 };
    serve({
      'GET /api/v1/overview': () => json(overview({ counts })),
      'GET /api/v1/system': () =>
        json({
          database: { system: 'sqlite 3.53', location: '/var/lib/my motif/motif.db' },
          settings: {},
        }),
    });
    open('/');
    expect(
      await screen.findByText("motif code scan FOLDER --database '/var/lib/my motif/motif.db'"),
    ).toBeVisible();
    expect(screen.getByText(/\/api\/v1\/patterns\/import$/)).toBeVisible();
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
    expect(await screen.findByText('of 4 measured, 3 not measured')).toBeVisible();
  });

  it('has a card for what the server holds and none for what it does not', async () => {
    serve({
      'GET /api/v1/matching/confidence': () => json(reliability()),
      'GET /api/v1/overview': () => json(overview()),
      'GET /api/v1/patterns': () => page(),
    });
    open('/');
    const practices = await screen.findByRole('region', { name: 'Practices' });
    expect(within(practices).getByRole('link', { name: 'Open practices' })).toHaveAttribute(
      'href',
      '/catalogue?kind=success',
    );
    expect(screen.queryByRole('region', { name: 'Decisions' })).toBeNull();
  });

  it('leads from a band of quality to its patterns', async () => {
    serve({
      'GET /api/v1/matching/confidence': () => json(reliability()),
      'GET /api/v1/overview': () => json(overview()),
      'GET /api/v1/patterns': () => page(),
    });
    open('/');
    const quality = await screen.findByRole('region', { name: 'How good are they?' });
    expect(within(quality).getByRole('link', { name: 'Excellent' })).toHaveAttribute(
      'href',
      '/catalogue?quality=excellent',
    );
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

describe('the bands of quality', () => {
  it('hold every pattern once, the unmeasured apart', () => {
    expect(bandCounts(overview().counts).map(({ name, patterns }) => [name, patterns])).toEqual([
      ['excellent', 1],
      ['good', 2],
      ['fair', 1],
      ['poor', 0],
      ['unmeasured', 3],
    ]);
  });
});

describe('what happened lately', () => {
  const version = (pattern_id: string, at: string, actor = 'code scan') => ({
    pattern_id,
    version: 1,
    event: 'created' as const,
    at,
    actor,
    note: null,
    parent_ids: [],
    snapshot: pattern() as never,
  });

  it('tells a scan once, whatever it made', () => {
    const happened = activities([
      version('a', '2026-01-03T03:04:05Z'),
      version('b', '2026-01-03T03:04:05Z'),
      version('c', '2026-01-03T03:04:04Z', 'anna'),
      version('d', '2026-01-02T03:04:04Z', 'anna'),
    ]);
    expect(happened.map(({ versions }) => versions.length)).toEqual([2, 1, 1]);
  });
});

describe('the trust in confidences', () => {
  it('says how many outcomes confidences still need', async () => {
    serve({
      'GET /api/v1/matching/confidence': () => json(reliability()),
      'GET /api/v1/overview': () => json(overview()),
      'GET /api/v1/patterns': () => page(),
    });
    open('/');
    const panel = await screen.findByRole('region', { name: 'Can the confidences be trusted?' });
    expect(await within(panel).findByText(/After 50 more judged results/)).toBeVisible();
    expect(within(panel).getByText(/It is not measured yet/)).toBeVisible();
    expect(within(panel).queryByRole('img')).toBeNull();
  });

  it('draws what was shown against what worked once outcomes judge it', async () => {
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
    const panel = await screen.findByRole('region', { name: 'Can the confidences be trusted?' });
    expect(await within(panel).findByText(/Platt scaling\), 60 judged/)).toBeVisible();
    await userEvent.click(within(panel).getByRole('button', { name: 'Show as table' }));
    expect(within(panel).getByRole('cell', { name: '0.70' })).toBeVisible();
    expect(within(panel).getAllByRole('cell', { name: '–' })).toHaveLength(18);
  });
});
