import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { DiscoveryRun } from '../../api/types';
import { finding } from '../../test/records';
import { open } from '../../test/render';
import { json, serve } from '../../test/server';

const base = '/api/v1/discovery';
const item = (id: string, text: string) => ({
  item_id: id,
  text,
  channel: 'garden one',
  published_at: '2025-05-04T08:00:00Z',
  views: 12_300,
  performance_ratio: null,
  attributes: {},
  space: null,
});
const clusters = [
  { id: 'a', level: 'macro', parent: null, name: 'gardens', size: 300 },
  { id: 'b', level: 'meso', parent: 'a', name: 'tomatoes', size: 200 },
  { id: 'c', level: 'micro', parent: 'b', name: 'tomatoes in pots', size: 30 },
].map(({ id, level, parent, name, size }) => ({
  cluster_id: id,
  level,
  parent_id: parent,
  name,
  size,
  distinct: size,
  terms: ['soil', 'sun'],
  medoids: ['video-1'],
  cohesion: 0.4,
  review: null,
  extracted_name: null,
}));
const run = (changes: Partial<DiscoveryRun> = {}): DiscoveryRun => ({
  run_id: 'r1',
  state: 'finished',
  request: { test_mode: false },
  started_at: '2026-01-10T08:00:00Z',
  as_of: '2026-01-10T08:00:00Z',
  finished_at: '2026-01-10T08:00:09Z',
  attempt: 1,
  progress: null,
  error: null,
  report: null,
  ...changes,
});
const replies = {
  [`GET ${base}/findings`]: () =>
    json({
      items: [
        finding(),
        finding({ finding_id: 'f2', feature: 'mark:question', state: 'refuted', scope: 'gardens' }),
      ],
    }),
  [`GET ${base}/findings/f1`]: () => json(finding({ finding_id: 'f1' })),
  [`GET ${base}/clusters`]: () => json({ items: clusters }),
  [`GET ${base}/clusters/b/members`]: () =>
    json({
      items: [{ item_id: 'video-2', macro_id: 'a', meso_id: 'b', micro_id: 'c', strength: 0.7 }],
      next_cursor: null,
    }),
  [`GET ${base}/runs`]: () => json({ items: [run()] }),
  'GET /api/v1/items': () => json({ items: [item('video-1', 'x')], next_cursor: null }),
  'GET /api/v1/items/video-1': () => json(item('video-1', 'How to prune roses')),
  'GET /api/v1/items/video-2': () => json(item('video-2', 'How to stake tomatoes')),
};

describe('the page Discovery', () => {
  it('lists findings with their state, and filters them by the address', async () => {
    serve(replies);
    const router = open('/discovery');
    const table = await screen.findByRole('table');
    expect(within(table).getByText('“how to”')).toBeVisible();
    expect(within(table).getByText('has a question mark')).toBeVisible();
    await router.navigate('/discovery?state=refuted');
    await waitFor(() => expect(screen.queryByText('“how to”')).toBeNull());
    expect(screen.getByText('has a question mark')).toBeVisible();
  });

  it('shows what speaks for a finding and against it, with the titles of its evidence', async () => {
    serve(replies);
    open('/discovery/findings/f1');
    expect(await screen.findByText('How to prune roses')).toBeVisible();
    expect(await screen.findByText('How to stake tomatoes')).toBeVisible();
    expect(screen.getByText(/nobody changed the trait alone/)).toBeVisible();
    expect(screen.getByText(/1\.31× \(1\.05× – 1\.63×\)/)).toBeVisible();
    expect(screen.getByText('1.10× to 1.76×')).toBeVisible();
  });

  it('shows the tree and the members of the chosen neighbourhood', async () => {
    serve(replies);
    open('/discovery?view=neighbourhoods&cluster=b');
    expect(await screen.findByRole('link', { name: 'tomatoes' })).toHaveAttribute(
      'aria-current',
      'true',
    );
    expect(await screen.findByText('How to stake tomatoes')).toBeVisible();
    expect(screen.getByText('70 %')).toBeVisible();
  });

  it('changes a neighbourhood by hand, tells who did, says why not and takes it back', async () => {
    const edit = {
      edit_id: 'e1',
      number: 1,
      kind: 'rename',
      level: 'meso',
      cluster_id: 'b',
      cluster_name: 'tomatoes',
      name: 'Love apples',
      other_id: null,
      other_name: null,
      item_id: null,
      actor: 'ada',
      at: '2026-01-10T08:00:00Z',
      undone_at: null,
      undone_by: null,
    };
    const asked = serve({
      ...replies,
      [`GET ${base}/clusters`]: () =>
        json({ items: [...clusters, { ...clusters[1], cluster_id: 'd', name: 'roses' }] }),
      [`GET ${base}/edits`]: () => json({ items: [edit] }),
      [`POST ${base}/clusters/b/rename`]: () => json(edit),
      [`POST ${base}/clusters/b/pin`]: () =>
        json({ title: 'Not allowed', detail: 'a run goes on' }, 409),
      [`POST ${base}/edits/e1/undo`]: () => json(edit),
    });
    open('/discovery?view=neighbourhoods&cluster=b');
    const name = await screen.findByLabelText('Name');
    await userEvent.clear(name);
    await userEvent.type(name, 'Love apples');
    await userEvent.click(screen.getByRole('button', { name: 'Rename' }));
    expect(await screen.findByText('“tomatoes” is called “Love apples”')).toBeVisible();
    await userEvent.click(await screen.findByRole('button', { name: 'Keep it as it is' }));
    expect(await screen.findByText(/a run goes on/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /^Undo: “tomatoes”/ }));
    await waitFor(() => expect(asked.some(({ url }) => url.endsWith('/edits/e1/undo'))).toBe(true));
    const sent: unknown = await asked.find(({ url }) => url.endsWith('/rename'))?.json();
    expect(sent).toEqual({ name: 'Love apples' });
    expect(screen.getByRole('button', { name: 'Merge' })).toBeDisabled();
  });

  it('puts an item into another neighbourhood, and tells why it stays where it is', async () => {
    const asked = serve({
      ...replies,
      [`GET ${base}/clusters`]: () =>
        json({ items: [...clusters, { ...clusters[1], cluster_id: 'd', name: 'roses' }] }),
      [`POST ${base}/clusters/d/items`]: () =>
        json({ title: 'Not allowed', detail: 'a run goes on' }, 409),
    });
    open('/discovery?view=neighbourhoods&cluster=b');
    const move = await screen.findByRole('button', { name: /^Move / });
    const item = (move.getAttribute('aria-label') ?? '').replace('Move ', '');
    await userEvent.click(move);
    const there = screen.getByRole('button', { name: 'Move it there' });
    expect(there).toBeDisabled();
    await userEvent.type(screen.getByRole('combobox', { name: `Move ${item} to` }), 'roses');
    await userEvent.click(await screen.findByRole('option', { name: 'roses' }));
    await userEvent.click(there);
    expect(await screen.findByText(/a run goes on/)).toBeVisible();
    const sent: unknown = await asked.find(({ url }) => url.endsWith('/d/items'))?.json();
    expect(sent).toEqual({ item_id: item });
  });

  it('says what to do where there are no items, and links to a run where there are', async () => {
    serve({
      ...replies,
      [`GET ${base}/findings`]: () => json({ items: [] }),
      [`GET ${base}/runs`]: () => json({ items: [] }),
      'GET /api/v1/items': () => json({ items: [], next_cursor: null }),
      'GET /api/v1/system': () => json({ database: { system: 'SQLite', location: 'motif.db' } }),
    });
    open('/discovery');
    expect(await screen.findByText(/items import videos\.jsonl/)).toBeVisible();
  });

  it('says that a finished run found nothing instead of asking for a run', async () => {
    serve({ ...replies, [`GET ${base}/findings`]: () => json({ items: [] }) });
    open('/discovery');
    expect(await screen.findByText('No trait goes with performance beyond chance')).toBeVisible();
  });

  it('says how fresh its data is, how long runs take and which failed', async () => {
    serve({
      ...replies,
      [`GET ${base}/runs`]: () =>
        json({ items: [run({ run_id: 'r2', state: 'failed', error: 'no memory' }), run()] }),
    });
    open('/discovery?view=runs');
    const panel = await screen.findByRole('region', { name: 'Do the runs hold up?' });
    expect(within(panel).getByText('9.0 s in the median, 9.0 s at most')).toBeVisible();
    expect(within(panel).getByText(/1 of 2, the last/)).toBeVisible();
  });

  it('starts a run in the shape that was ordered, and tells who refuses', async () => {
    const asked = serve({
      ...replies,
      [`POST ${base}/runs`]: () =>
        json({ title: 'Not allowed', detail: 'run r1 is under way' }, 409),
    });
    open('/discovery?view=runs');
    await userEvent.type(await screen.findByLabelText('Mesos'), '12');
    await userEvent.click(screen.getByLabelText('Only try: write nothing'));
    await userEvent.click(screen.getByRole('button', { name: 'Run' }));
    expect(await screen.findByText(/run r1 is under way/)).toBeVisible();
    const sent: unknown = await asked.find(({ method }) => method === 'POST')?.json();
    expect(sent).toEqual({ hierarchy: { meso_clusters: 12 }, test_mode: true });
  });

  it('follows a run that goes on, and cancels it', async () => {
    const running = run({
      state: 'running',
      finished_at: null,
      progress: { step: 'embedding', done: 5, total: 20, elapsed_seconds: 4, left_seconds: 31.4 },
    });
    const asked = serve({
      ...replies,
      [`GET ${base}/runs`]: () => json({ items: [running] }),
      [`GET ${base}/runs/r1/events`]: () =>
        new Response(`event: running\ndata: ${JSON.stringify(running)}\n\n`, {
          headers: { 'Content-Type': 'text/event-stream' },
        }),
      [`DELETE ${base}/runs/r1`]: () => json(run({ state: 'cancelled' })),
    });
    open('/discovery?view=runs');
    expect(await screen.findByText('embedding 5 of 20')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(asked.some(({ method }) => method === 'DELETE')).toBe(true));
  });

  it('says what a title lets expect and where it belongs', async () => {
    const matched = {
      finding_id: 'f1',
      feature: 'phrase:how to',
      cluster_id: null,
      scope: 'everything',
      multiplier: 1.35,
      ci95: { low: 1.2, high: 1.5 },
      joint_multiplier: 1.3,
    };
    serve({
      ...replies,
      [`POST ${base}/match`]: () =>
        json({
          macro: { cluster_id: 'a', name: 'gardens' },
          meso: { cluster_id: 'b', name: 'tomatoes' },
          micro: { cluster_id: 'c', name: 'tomatoes in pots' },
          similarity: 0.61,
          strength: 0.5,
          findings: [matched],
          reason: null,
        }),
      [`POST ${base}/predict`]: () =>
        json({
          multiplier: 1.28,
          ci95: { low: 1.15, high: 1.42 },
          findings: [matched],
          calibration_slope: 0.9,
          out_of_sample_r2: 0.03,
        }),
    });
    open('/discovery?view=ask');
    await userEvent.type(await screen.findByLabelText('A title'), 'How to grow tomatoes');
    await userEvent.click(screen.getByRole('button', { name: 'Look' }));
    expect(await screen.findByText(/1\.28× the channel’s usual/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'tomatoes' })).toBeVisible();
    expect(screen.getByText(/3 % of their differences/)).toBeVisible();
  });
});
