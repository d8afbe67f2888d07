import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { open } from '../../test/render';
import { json, serve } from '../../test/server';

const base = '/api/v1/decisions';
const settings = {
  enabled: true,
  shadow_mode: false,
  kill_switch: false,
  learn_while_disabled: false,
  rules: [],
};
const config = { settings, overrides: { enabled: true }, version: 3 };
const waiting = {
  execution_id: 'e1',
  text: 'Which bay is mine?',
  reply: 'Your bay is on the left.',
  pattern_name: 'Bay',
  confidence: 0.62,
  risk: 'r0',
  reasons: ['possible'],
  blockers: ['trials 5/20'],
  missing: [],
  approvers: [],
  at: '2026-01-12T08:00:00Z',
  version: 1,
};
const served = {
  [`GET ${base}/config`]: () => json(config),
  [`GET ${base}/stats`]: () => json({ enabled: true, shadow_mode: false, states: {}, labels: 240 }),
  [`GET ${base}/queue/pending`]: () => json({ items: [waiting] }),
  [`GET ${base}/executions`]: () => json({ items: [] }),
};

describe('the decisions page', () => {
  it('approves by key what waits, with the version that was read', async () => {
    const asked = serve({ ...served, [`POST ${base}/queue/e1/approve`]: () => json(waiting) });
    open('/decisions');
    await screen.findByText('Your bay is on the left.');
    await userEvent.keyboard('a');
    await waitFor(() => expect(asked.some(({ url }) => url.endsWith('/approve'))).toBe(true));
    const request = asked.find(({ url }) => url.endsWith('/approve'));
    expect(await request?.json()).toEqual({ version: 1 });
  });

  it('leaves keys alone once they are switched off', async () => {
    const asked = serve({ ...served, [`POST ${base}/queue/e1/approve`]: () => json(waiting) });
    open('/decisions');
    await userEvent.click(await screen.findByRole('switch', { name: /Keys/ }));
    await userEvent.keyboard('a');
    expect(asked.some(({ url }) => url.endsWith('/approve'))).toBe(false);
  });

  it('rejects with a reason', async () => {
    const asked = serve({ ...served, [`POST ${base}/queue/e1/reject`]: () => json(waiting) });
    open('/decisions');
    await userEvent.click(await screen.findByRole('button', { name: 'Reject' }));
    await userEvent.click(screen.getByRole('button', { name: 'Reject' }));
    await waitFor(() => expect(asked.some(({ url }) => url.endsWith('/reject'))).toBe(true));
    const request = asked.find(({ url }) => url.endsWith('/reject'));
    expect(await request?.json()).toEqual({ version: 1, reason: 'wrong' });
  });

  it('stops all sending and keeps what else was set', async () => {
    const asked = serve({ ...served, [`PUT ${base}/config`]: () => json(config) });
    open('/decisions');
    await userEvent.click(await screen.findByRole('button', { name: 'Stop all sending' }));
    await waitFor(() => expect(asked.some(({ method }) => method === 'PUT')).toBe(true));
    const request = asked.find(({ method }) => method === 'PUT');
    expect(await request?.json()).toEqual({ enabled: true, kill_switch: true });
  });

  it('explains what would happen with a message', async () => {
    serve({
      ...served,
      [`POST ${base}/test`]: () =>
        json({
          ...waiting,
          action: 'suggest',
          novel_words: ['penguin'],
          requests: [],
          stripped: [],
          candidates: [{ pattern_id: 'p', name: 'Bay', score: 1.2 }],
        }),
    });
    open('/decisions?view=test');
    await userEvent.type(await screen.findByLabelText('Message'), 'which bay');
    await userEvent.click(screen.getByRole('button', { name: 'Try' }));
    await screen.findByText('penguin');
    screen.getByText('trials 5/20');
  });

  it('says whether the chain of the audit holds', async () => {
    serve({
      ...served,
      [`GET ${base}/audit`]: () =>
        json({
          items: [
            {
              number: 1,
              event: { at: '2026-01-12T08:00:00Z', actor: 'root', event: 'config_changed' },
              hash: 'x',
            },
          ],
        }),
      [`GET ${base}/audit/verify`]: () =>
        json({ is_whole: false, entries: 1, broken_at: 1, hash: 'x' }),
    });
    open('/decisions?view=audit');
    await screen.findByText('config changed');
    await userEvent.click(screen.getByRole('button', { name: 'Verify the chain' }));
    await screen.findByText('entry 1 was changed');
  });

  const bay = {
    pattern_id: 'p1',
    name: 'Bay',
    description: '',
    status: 'active',
    version: 3,
    confidence: 0.9999,
    reply: { template: 'Ask at the desk.', risk: 'r1', auto: false, translations: {} },
    evidence: { mode: 'suggest', trials: 4, successes: 4, modifications: 0, failures: 0 },
  };
  const version = (number: number, template: string) => ({
    pattern_id: 'p1',
    version: number,
    event: 'updated',
    actor: 'ada',
    at: '2026-01-12T08:00:00Z',
    note: null,
    parent_ids: [],
    snapshot: { body: { template, risk: 'r0' } },
  });

  it('brings back the words of an earlier version and leaves how far they may go', async () => {
    const asked = serve({
      ...served,
      [`GET ${base}/patterns`]: () => json({ items: [bay] }),
      'GET /api/v1/patterns/p1/history': () =>
        json({ items: [version(3, 'Ask at the desk.'), version(1, 'Your bay is {{bay}}.')] }),
      [`PUT ${base}/patterns/p1`]: () => json(bay),
    });
    open('/decisions?view=patterns');
    await userEvent.click(await screen.findByRole('button', { name: 'Versions' }));
    await screen.findByText('These words stand');
    await userEvent.click(
      screen.getByRole('button', { name: 'Bring back the words of version 1' }),
    );
    await waitFor(() => expect(asked.some(({ method }) => method === 'PUT')).toBe(true));
    const request = asked.find(({ method }) => method === 'PUT');
    expect(request?.headers.get('If-Match')).toBe('"3"');
    expect(await request?.json()).toEqual({
      reply: { ...bay.reply, template: 'Your bay is {{bay}}.' },
      note: 'back to the words of version 1',
    });
  });

  it('shows what a candidate of an import answered and takes it up by the name it was given', async () => {
    const record = {
      import_id: 'spring',
      started_at: '2026-01-12T08:00:00Z',
      actor: 'ada',
      read: 80,
      conversations: 40,
      pairs: 40,
      known_pairs: 0,
      refused_count: 1,
      refused: [{ line: 41, reason: 'role and text, or turns, are needed' }],
      is_complete: true,
      candidates: [
        {
          candidate_id: 'c1',
          template: 'Your bay is number {{value_1}}.',
          support: 40,
          conversations: 40,
          examples: ['which bay is mine'],
          state: 'staged',
          pattern_id: null,
          replay: { right: 12.25, wrong: 1.5 },
        },
      ],
    };
    const asked = serve({
      ...served,
      [`GET ${base}/import`]: () => json({ items: [record] }),
      [`POST ${base}/import/spring/candidates/c1`]: () => json(record),
    });
    open('/decisions?view=imports');
    await screen.findByText(/right 12 times, wrong 2/);
    screen.getByText('which bay is mine');
    screen.getByText(/Line 41/);
    await userEvent.type(screen.getByLabelText('Name'), 'Bay');
    await userEvent.click(screen.getByRole('button', { name: 'Take it up' }));
    await waitFor(() => expect(asked.some(({ method }) => method === 'POST')).toBe(true));
    const request = asked.find(({ method }) => method === 'POST');
    expect(await request?.json()).toEqual({ approve: true, name: 'Bay', allow_similar: false });
  });

  it('shows what a pattern was learned from, and asks the server before it may answer by itself', async () => {
    const asked = serve({
      ...served,
      [`GET ${base}/patterns`]: () => json({ items: [bay] }),
      [`GET ${base}/patterns/p1/examples`]: () =>
        json({
          items: [
            {
              lesson_id: 'l1',
              text: 'where is my bay',
              weight: 1,
              at: '2026-01-12T08:00:00Z',
              actor: 'ada',
            },
          ],
        }),
      [`PUT ${base}/patterns/p1`]: () =>
        json({ title: 'Not allowed', detail: 'live_labels 12/200' }, 409),
    });
    open('/decisions?view=patterns');
    await userEvent.click(await screen.findByRole('button', { name: 'Examples' }));
    await screen.findByText(/where is my bay/);
    await userEvent.click(screen.getByRole('switch', { name: 'May answer by itself' }));
    await screen.findByText(/live_labels 12\/200/);
    const request = asked.find(({ method }) => method === 'PUT');
    expect(await request?.json()).toEqual({ reply: { ...bay.reply, auto: true } });
  });

  it('says which of several approvals were refused, and why', async () => {
    serve({
      ...served,
      [`POST ${base}/queue/approve`]: () =>
        json({
          items: [
            { execution_id: 'e1', state: null, refusal: 'not_allowed', detail: 'superseded by m2' },
          ],
        }),
    });
    open('/decisions');
    await userEvent.click(await screen.findByRole('checkbox', { name: /Choose the reply/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Approve 1 reply' }));
    await screen.findByText(/1 reply was not approved: superseded by m2/);
  });

  it('never says that anything is certain', async () => {
    serve({ ...served, [`GET ${base}/patterns`]: () => json({ items: [bay] }) });
    open('/decisions?view=patterns');
    await screen.findByText(/over 99 %/);
    expect(screen.queryByText(/100 %/)).toBeNull();
  });

  it('says beside the rule what is wrong with it, and keeps what was written', async () => {
    const rules = [
      {
        name: 'blocklist',
        effect: 'never_automatic',
        phrases: ['refund'],
        whole_message: false,
        expressions: null,
      },
    ];
    const asked = serve({
      ...served,
      [`GET ${base}/config`]: () => json({ ...config, settings: { ...settings, rules } }),
      [`PUT ${base}/config`]: () =>
        json({ title: 'Wrong', errors: { 'rules[0].expressions': ['matches everything'] } }, 400),
    });
    open('/decisions?view=settings');
    const expressions = await screen.findByLabelText('Regular expressions, one a line');
    await userEvent.type(expressions, '.*');
    await userEvent.click(screen.getByRole('button', { name: 'Save the rules' }));
    await screen.findAllByText('matches everything');
    expect(expressions).toHaveValue('.*');
    expect(expressions).toHaveAttribute('aria-invalid', 'true');
    const request = asked.find(({ method }) => method === 'PUT');
    expect(await request?.json()).toEqual({
      enabled: true,
      rules: [{ ...rules[0], expressions: ['.*'] }],
    });
  });
});
