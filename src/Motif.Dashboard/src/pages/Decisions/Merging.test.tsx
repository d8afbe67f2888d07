import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { open } from '../../test/render';
import { json, serve } from '../../test/server';

const base = '/api/v1/decisions';
const bay = {
  pattern_id: 'p1',
  name: 'Bay',
  description: '',
  status: 'active',
  version: 3,
  confidence: 0.55,
  learning: 'increments',
  reply: { template: 'Ask at the desk.', risk: 'r1', auto: false, translations: {} },
  evidence: { mode: 'suggest', trials: 4, successes: 4, modifications: 0, failures: 0 },
};
const parking = {
  ...bay,
  pattern_id: 'p2',
  name: 'Parking',
  reply: { ...bay.reply, template: 'Ask at the desk, please.' },
};
const served = {
  [`GET ${base}/config`]: () =>
    json({
      settings: { enabled: true, shadow_mode: false, kill_switch: false, rules: [] },
      overrides: { enabled: true },
      version: 3,
    }),
  [`GET ${base}/stats`]: () => json({ enabled: true, shadow_mode: false, states: {}, labels: 240 }),
};

describe('patterns that mean the same, and how their confidence moves', () => {
  it('merges a pattern into the one that is chosen, with the version that was read', async () => {
    const asked = serve({
      ...served,
      [`GET ${base}/patterns`]: () => json({ items: [bay, parking] }),
      [`POST ${base}/patterns/p1/merge`]: () => json(parking),
    });
    open('/decisions?view=patterns');
    await screen.findAllByText(/55 % by its steps/);
    for (const card of screen.getAllByRole('button', { name: 'Merge' }).slice(0, 1))
      await userEvent.click(card);
    await userEvent.click(screen.getByRole('combobox', { name: 'Merge Bay into' }));
    await userEvent.click(await screen.findByRole('option', { name: 'Parking' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Merge into Parking' }));
    await waitFor(() => expect(asked.some(({ url }) => url.endsWith('/merge'))).toBe(true));
    const request = asked.find(({ url }) => url.endsWith('/merge'));
    expect(request?.headers.get('If-Match')).toBe('"3"');
    expect(await request?.json()).toEqual({ into: 'p2' });
  });

  it('insists on a candidate that says nearly what a pattern says, once that was told', async () => {
    const record = {
      import_id: 'spring',
      started_at: '2026-01-12T08:00:00Z',
      actor: 'ada',
      conversations: 40,
      pairs: 40,
      refused_count: 0,
      refused: [],
      candidates: [
        {
          candidate_id: 'c1',
          template: 'Ask at the desk.',
          support: 40,
          conversations: 40,
          examples: [],
          state: 'staged',
          pattern_id: null,
          replay: null,
        },
      ],
    };
    const asked = serve({
      ...served,
      [`GET ${base}/import`]: () => json({ items: [record] }),
      [`POST ${base}/import/spring/candidates/c1`]: () =>
        json({ title: 'Duplicate', detail: 'the pattern Bay says nearly the same' }, 409),
    });
    open('/decisions?view=imports');
    await userEvent.click(await screen.findByRole('button', { name: 'Take it up' }));
    await screen.findByText(/the pattern Bay says nearly the same/);
    await userEvent.click(screen.getByRole('button', { name: 'Take it up all the same' }));
    await waitFor(() => expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(2));
    const [, second] = asked.filter(({ method }) => method === 'POST');
    expect(await second?.json()).toEqual({ approve: true, allow_similar: true });
  });

  it('chooses how confidences move, says what that means, and what is wrong with the floor', async () => {
    const asked = serve({
      ...served,
      [`PUT ${base}/config`]: () =>
        json({ title: 'Wrong', errors: { decay_floor: ['is outside its range'] } }, 400),
    });
    open('/decisions?view=settings');
    await userEvent.click(
      await screen.findByRole('combobox', { name: 'How the confidence of a pattern moves' }),
    );
    await userEvent.click(await screen.findByRole('option', { name: 'Increments' }));
    await screen.findByText(/−.01 a day/);
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findAllByText('is outside its range');
    const request = asked.find(({ method }) => method === 'PUT');
    expect(await request?.json()).toEqual({ enabled: true, learning: 'increments' });
  });
});
