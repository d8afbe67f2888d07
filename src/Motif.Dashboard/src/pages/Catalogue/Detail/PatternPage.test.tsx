import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Pattern, PatternVersion } from '../../../api/types';
import { pattern } from '../../../test/records';
import { open } from '../../../test/render';
import { json, serve } from '../../../test/server';
import { exemplarOf } from './exemplar';

const id = pattern().pattern_id;
const path = `/api/v1/patterns/${id}`;
const etag = '"3-9f2c41aa"';

const tagged = (changes: Partial<Pattern> = {}) => json(pattern(changes), 200, { ETag: etag });

const version = (number: number, changes: Partial<PatternVersion['snapshot']>): PatternVersion => ({
  pattern_id: id,
  version: number,
  event: number === 1 ? 'created' : 'edited',
  at: '2026-01-03T03:04:05Z',
  actor: 'scan',
  note: null,
  parent_ids: [],
  snapshot: {
    pattern_type: 'function_pattern',
    name: 'Retry',
    description: '',
    tags: [],
    status: 'active',
    body: {},
    ...changes,
  },
});

describe('a pattern', () => {
  it('shows its measures and says what was not measured', async () => {
    serve({ [`GET ${path}`]: () => tagged() });
    open(`/catalogue/${id}`);
    const quality = await screen.findByRole('region', { name: 'Quality' });
    expect(within(quality).getByText('0.82')).toBeVisible();
    expect(within(quality).getByText(/65 % of what counts was measured/)).toBeVisible();
    expect(within(quality).getByRole('row', { name: 'Coverage not measured' })).toBeVisible();
  });

  it('says what success is expected, and how surely', async () => {
    serve({
      [`GET ${path}`]: () =>
        tagged({
          success: {
            successes: 8,
            failures: 2,
            prior_mean: 0.5,
            weighed_successes: 8,
            weighed_failures: 2,
            rate: 0.8,
            mean: 0.67,
            ci90: [0.48, 0.83],
          },
        }),
    });
    open(`/catalogue/${id}`);
    expect(await screen.findByText('8 of 10 outcomes worked')).toBeVisible();
    expect(
      screen.getByRole('img', {
        name: /Expected success 67\s%, with 90\s% probability between 48\s% and 83\s%/,
      }),
    ).toBeVisible();
  });

  it('shows its exemplar with the line numbers of its file', async () => {
    const body = {
      implementation: 'def f():\n    pass\n',
      language: 'python',
      repository: 'shop',
      file_path: 'a.py',
      line_range: [41, 42],
      qualified_name: 'f',
      rule: 'retry',
    };
    serve({ [`GET ${path}`]: () => tagged({ body }) });
    open(`/catalogue/${id}`);
    expect(await screen.findByText('For example f, shop, a.py:41')).toBeVisible();
    const block = screen.getByRole('region', { name: 'Exemplar' });
    expect(block).toHaveTextContent('41 42');
    expect(await within(block).findByText('def')).toHaveClass('hljs-keyword');
  });

  it('compares a version with the one before', async () => {
    serve({
      [`GET ${path}`]: () => tagged(),
      [`GET ${path}/history`]: () =>
        json({ items: [version(2, { name: 'Retry with Pause' }), version(1, {})] }),
    });
    open(`/catalogue/${id}?section=versions`);
    const differences = await screen.findByRole('group', { name: 'Differences' });
    expect(differences).toHaveTextContent('−name: Retry');
    expect(differences).toHaveTextContent('+name: Retry with Pause');
  });

  it('makes an earlier version current again only while nobody changed it', async () => {
    const asked = serve({
      [`GET ${path}`]: () => tagged(),
      [`GET ${path}/history`]: () => json({ items: [version(2, { name: 'New' }), version(1, {})] }),
      [`POST ${path}/restore`]: () =>
        json({ title: 'Stale version', detail: 'stands at version 4' }, 412),
    });
    open(`/catalogue/${id}?section=versions`);
    await userEvent.click(await screen.findByRole('button', { name: /v1/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Make version 1 current again' }));
    expect(await screen.findByText('stands at version 4')).toBeVisible();
    const restore = asked.find((request) => request.method === 'POST');
    expect(restore?.headers.get('If-Match')).toBe(etag);
    expect(await restore?.json()).toEqual({ version: 1 });
  });

  it('changes its status with the ETag that was read', async () => {
    const asked = serve({
      [`GET ${path}`]: () => tagged(),
      [`PATCH ${path}`]: () => tagged({ status: 'deprecated' }),
    });
    open(`/catalogue/${id}`);
    await userEvent.click(await screen.findByRole('button', { name: 'Change' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Deprecate' }));
    await waitFor(() => expect(asked.some((request) => request.method === 'PATCH')).toBe(true));
    const patch = asked.find((request) => request.method === 'PATCH');
    expect(patch?.headers.get('If-Match')).toBe(etag);
    expect(await patch?.json()).toEqual({ status: 'deprecated' });
  });

  it('is used and judged, the outcome after a second word', async () => {
    const asked = serve({
      [`GET ${path}`]: () => tagged(),
      [`POST ${path}/uses`]: () => json({ use_id: 'u1' }, 201),
      [`POST ${path}/outcomes`]: () =>
        json({ use_id: 'u1', outcome: 'failure', is_new: true }, 201),
    });
    open(`/catalogue/${id}`);
    await userEvent.click(await screen.findByRole('button', { name: 'I use this' }));
    expect(await screen.findByText(/Recorded that you use it/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'It failed' }));
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
    await userEvent.type(await screen.findByLabelText('What was it for?'), 'checkout');
    await userEvent.click(screen.getByRole('button', { name: 'Report “it failed”' }));
    expect(await screen.findByText(/Reported: it failed/)).toBeVisible();
    const outcome = asked.find(({ url }) => url.endsWith('/outcomes'));
    expect(await outcome?.json()).toEqual({
      outcome: 'failure',
      use_id: 'u1',
      intent: 'checkout',
    });
  });

  it('takes a change of its status back on demand', async () => {
    let current = { version: 3, status: 'active' as const } as Partial<Pattern>;
    const asked = serve({
      [`GET ${path}`]: () => json(pattern(current), 200, { ETag: `"${current.version}"` }),
      [`PATCH ${path}`]: () => {
        current = { version: 4, status: 'archived' };
        return json(pattern(current));
      },
      [`POST ${path}/restore`]: () => {
        current = { version: 5, status: 'active' };
        return json(pattern(current));
      },
    });
    open(`/catalogue/${id}`);
    await userEvent.click(await screen.findByRole('button', { name: 'Change' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Archive' }));
    expect(await screen.findByText('The status is archived now.')).toBeVisible();
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Undone.')).toBeVisible();
    const restore = asked.find(({ url }) => url.endsWith('/restore'));
    expect(restore?.headers.get('If-Match')).toBe('"4"');
    expect(await restore?.json()).toEqual({ version: 3 });
  });

  it('is edited: only what changed is sent, with its why', async () => {
    const asked = serve({
      [`GET ${path}`]: () => tagged(),
      [`PATCH ${path}`]: () => tagged({ name: 'Retry' }),
    });
    open(`/catalogue/${id}`);
    await userEvent.click(await screen.findByRole('button', { name: 'Change' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Edit the words' }));
    const save = await screen.findByRole('button', { name: 'Save as version 4' });
    expect(save).toBeDisabled();
    const name = screen.getByLabelText(/Name/);
    await userEvent.clear(name);
    await userEvent.type(name, 'Retry');
    await userEvent.type(screen.getByLabelText(/Why/), 'shorter');
    await userEvent.click(save);
    expect(await screen.findByText('The change is saved as a new version.')).toBeVisible();
    const patch = asked.find(({ method }) => method === 'PATCH');
    expect(await patch?.json()).toEqual({ name: 'Retry', note: 'shorter' });
  });

  it('is related to something outside, and a stated relation is taken away with a way back', async () => {
    const edge = {
      source_id: id,
      type: 'uses',
      target_id: null,
      external: 'asyncio.sleep',
      confidence: 1,
      evidence: null,
    };
    const self = {
      pattern_id: id,
      name: 'Self',
      pattern_type: 'function_pattern',
      quality: 0.8,
      uses: 0,
      depth: 0,
    };
    const outside = { ...self, pattern_id: null, name: 'asyncio.sleep', depth: 1 };
    const asked = serve({
      [`GET ${path}`]: () => tagged(),
      [`GET ${path}/graph`]: () =>
        json({ nodes: [self, outside], edges: [edge], cycles: [], truncated: false }),
      [`POST ${path}/relationships`]: () => json(edge, 201),
      [`DELETE ${path}/relationships`]: () => new Response(null, { status: 204 }),
    });
    open(`/catalogue/${id}?section=relations`);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Take away: uses asyncio.sleep' }),
    );
    expect(await screen.findByText('The relation is taken away.')).toBeVisible();
    const removed = new URL(asked.find(({ method }) => method === 'DELETE')?.url ?? '');
    expect(Object.fromEntries(removed.searchParams)).toEqual({
      type: 'uses',
      external: 'asyncio.sleep',
    });
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(screen.queryByText('The relation is taken away.')).toBeNull());
    await userEvent.click(screen.getByRole('button', { name: 'Add a relation' }));
    await userEvent.click(screen.getByText('Something outside'));
    await userEvent.type(screen.getByLabelText('Its name'), 'random.random');
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(await screen.findByText('The relation is added.')).toBeVisible();
    const posts = asked.filter(({ method }) => method === 'POST');
    expect(await posts.at(-1)?.json()).toEqual({ type: 'uses', external: 'random.random' });
  });

  it('that is not there is said to be not there', async () => {
    serve({
      [`GET ${path}`]: () =>
        json({ title: 'Not found', detail: `no pattern has the id ${id}` }, 404),
    });
    open(`/catalogue/${id}`);
    expect(await screen.findByText(`no pattern has the id ${id}`)).toBeVisible();
  });
});

describe('the exemplar', () => {
  it('is taken out of the body and the rest stays', () => {
    const body = { implementation: 'x', language: 'csharp', line_range: [7, 9], complexity: 3 };
    const { exemplar, rest } = exemplarOf(body);
    expect(exemplar).toMatchObject({ source: 'x', language: 'csharp', firstLine: 7 });
    expect(rest).toEqual({ complexity: 3 });
  });

  it('is none where the body has none', () => {
    expect(exemplarOf({ steps: ['a'] })).toEqual({ exemplar: null, rest: { steps: ['a'] } });
    expect(exemplarOf(null)).toEqual({ exemplar: null, rest: {} });
  });
});
