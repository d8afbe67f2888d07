import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { familyUse } from '../../test/records';
import { open } from '../../test/render';
import { json, serve } from '../../test/server';

const base = '/api/v1/content';
const personas = { items: [{ persona_id: 'ada', audience_group: null, settings: {}, version: 1 }] };
const statistics = {
  persona_id: 'ada',
  audience_group: null,
  posts: 7,
  uses_in_window: 4,
  open_reservations: 1,
  expired_reservations: 0,
  late_posts: 0,
  breaches: 1,
  diversity_score: null,
  fatigue_rate: 0.5,
  diversity_by_day: [
    { day: '2026-01-10', uses: 4, families: 2, effective_families: 1.75, score: null },
  ],
  families: [
    familyUse({
      uses_in_window: 3,
      freshness: 0,
      fresh_at: '2026-01-12T08:00:00Z',
      used_at: [new Date().toISOString()],
    }),
    familyUse({
      family_id: 'f2',
      template: 'hot take: {x}',
      rate: null,
      rate_low: null,
      rate_high: null,
    }),
  ],
};
const capCost = {
  days: 28,
  decisions: 25,
  slots: 50,
  held_back: 20,
  given_up: 1,
  per_slot: { value: 0.004, low: 0.001, high: 0.007 },
  without: 0.061,
  with: 0.051,
  refusal: null,
};
const settings = {
  enabled: true,
  threshold: 3,
  window_days: 7,
  cache_ttl_seconds: 300,
  batch_size: 100,
  caps: [],
  mode: 'guard',
  reservation_minutes: 15,
  grace_minutes: 60,
  maturity_hours: 24,
  counts_reshares: false,
  half_life_days: 60,
  exploration: 0.02,
  holdout: 0,
  serves_degraded: true,
  families: {},
  pinned: {},
};
const selected = {
  slot: 0,
  variant_id: 'tea wins',
  family_id: 'f2',
  probability: 0.62,
  post_id: null,
  relaxed: [],
  shares_cost: null,
  cap_cost: { value: 0, deviation: 0, without: null },
};
const decision = {
  decision_id: 'monday',
  at: '2026-01-10T08:00:00Z',
  mode: 'guard',
  holdout: false,
  selected: [selected],
  eligible: 1,
  excluded: 1,
  reason: null,
};
const belief = {
  variant_id: 'tea wins',
  family_id: 'f2',
  rate: 0.05,
  low: 0.03,
  high: 0.08,
  satiation: 1,
  impressions: 0,
  successes: 0,
  prior_only: true,
  family_uses: 0,
  family_cap: 3,
  excluded: null,
};
const explanation = {
  decision: {
    ...decision,
    persona_id: 'ada',
    policy: 'guard',
    policy_version: 'shd-ts-1',
    eligible: [[{ variant_id: 'tea wins', probability: 0.62 }]],
    excluded: [
      { variant_id: 'old', reason: 'retired', allowed_at: null, detail: 'the variant is retired' },
    ],
    draws: 64,
    pending_exposures: 2,
  },
  mean_rate: 0.05,
  hypotheses: [
    {
      cell: { kind: 'power', strength: 0, half_life: 2, free: 0, rise: 0, prior: 0.2 },
      weight: 0.4,
    },
  ],
  variants: [belief, { ...belief, variant_id: 'old', excluded: 'retired' }],
};

const replies = {
  [`GET ${base}/personas`]: () => json(personas),
  [`GET ${base}/personas/ada`]: () => json(statistics),
  [`GET ${base}/personas/ada/cap-cost`]: () => json(capCost),
  [`GET ${base}/personas/ada/posts`]: () => json({ items: [] }),
  [`GET ${base}/personas/ada/decisions`]: () => json({ items: [decision] }),
  [`GET ${base}/personas/ada/decisions/monday`]: () => json(explanation),
  [`GET ${base}/settings`]: () => json(settings),
};

describe('the content page', () => {
  it('leads to first posts where there are none', async () => {
    serve({
      [`GET ${base}/personas`]: () => json({ items: [] }),
      'GET /api/v1/system': () =>
        json({ database: { system: 'sqlite', location: '/srv/motif.db' }, settings: {} }),
    });
    open('/content');
    expect(
      await screen.findByText('motif content import posts.csv --database /srv/motif.db'),
    ).toBeVisible();
  });

  it('says what is fatigued, until when, and how sure a rate is', async () => {
    serve(replies);
    open('/content');
    const row = (await screen.findByText('fatigued')).closest('tr');
    expect(row).not.toBeNull();
    const cells = within(row as HTMLElement);
    expect(cells.getByText(/3 of 3 in 7 days, fresh again/)).toBeVisible();
    expect(
      cells.getByRole('img', {
        name: '5.0\u00a0%, in 95 of 100 cases between 4.0\u00a0% and 6.0\u00a0%',
      }),
    ).toBeVisible();
    expect(
      screen.getByRole('heading', { name: 'Which templates is the audience tired of?' }),
    ).toBeVisible();
    expect(screen.getByText('not enough posts to tell')).toBeVisible();
  });

  it('says what the cap cost, and how varied the posts were', async () => {
    serve(replies);
    open('/content');
    expect(
      await screen.findByText(
        '0.40 points of rate a post, between 0.10 points and 0.70 points in 95 of 100 cases.',
      ),
    ).toBeVisible();
    expect(
      screen.getByText(/in 20 slots: 6.1 % expected without the cap, 5.1 % with it/),
    ).toBeVisible();
    expect(
      screen.getByRole('img', { name: /now as varied as 1.8 templates used equally often/ }),
    ).toBeInTheDocument();
  });

  it.each([
    [{ per_slot: null, refusal: '3 decisions; 20 are needed' }, /Too early to tell: 3 decisions/],
    [{ per_slot: { value: 0.001, low: -0.002, high: 0.004 } }, /Not more than chance would/],
    [{ per_slot: { value: -0.003, low: -0.004, high: -0.002 } }, /Nothing: it gains 0.30 points/],
  ])('does not claim a cost that nobody knows', async (changes, verdict) => {
    serve({
      ...replies,
      [`GET ${base}/personas/ada/cap-cost`]: () => json({ ...capCost, ...changes }),
    });
    open('/content');
    expect(await screen.findByText(verdict)).toBeVisible();
  });

  it('asks about a text and names the cap that is full', async () => {
    const asked = serve({
      ...replies,
      [`POST ${base}/check`]: () =>
        json({
          persona_id: 'ada',
          status: 'ok',
          fatigued: true,
          biting_cap: 'family',
          fresh_at: '2026-01-12T08:00:00Z',
          caps: [],
        }),
    });
    open('/content');
    await userEvent.type(await screen.findByLabelText('Text of a post'), 'Hot take');
    await userEvent.click(screen.getByRole('button', { name: 'Check' }));
    expect(await screen.findByText(/Not yet: the cap on the family is full until/)).toBeVisible();
    const post = asked.find(({ method }) => method === 'POST');
    expect(await post?.json()).toEqual({ persona_id: 'ada', content: 'Hot take' });
  });

  it('explains a decision and draws it again', async () => {
    serve({
      ...replies,
      [`POST ${base}/personas/ada/decisions/monday/replay`]: () => json({ same: true }),
    });
    open('/content?view=decisions');
    expect(await screen.findByText('chosen for slot 1, with 62 %')).toBeVisible();
    expect(screen.getByText('the variant is retired')).toBeVisible();
    expect(screen.getByText('not at all: repetition costs nothing')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Draw again' }));
    expect(await screen.findByText(/every number came out the same/)).toBeVisible();
  });

  it('previews a threshold before it is saved, and tells what the server refuses', async () => {
    const asked = serve({
      ...replies,
      [`PUT ${base}/settings`]: () =>
        json({ title: 'Invalid request', errors: { window_days: ['must be at most 3650'] } }, 400),
    });
    open('/content?view=settings');
    const threshold = await screen.findByLabelText('Uses that fatigue');
    expect(await screen.findByText('0 of 2 templates')).toBeVisible();
    await userEvent.clear(threshold);
    await userEvent.type(threshold, '1');
    expect(await screen.findByText('1 of 2 templates')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect((await screen.findAllByText(/must be at most 3650/)).length).toBeGreaterThan(0);
    await waitFor(() => expect(asked.some(({ method }) => method === 'PUT')).toBe(true));
  });

  it('shows which setting the environment holds, and does not offer to change it', async () => {
    const asked = serve({
      ...replies,
      [`GET ${base}/settings`]: () =>
        json({ ...settings, pinned: { threshold: 'PATTERN_FATIGUE_THRESHOLD' } }),
      [`PUT ${base}/settings`]: () => json(settings),
    });
    open('/content?view=settings');
    expect(await screen.findByLabelText('Uses that fatigue')).toBeDisabled();
    expect(screen.getByText('set by PATTERN_FATIGUE_THRESHOLD')).toBeVisible();
    const window = screen.getByLabelText('Window, days');
    await userEvent.clear(window);
    await userEvent.type(window, '9');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(asked.some(({ method }) => method === 'PUT')).toBe(true));
    const sent: unknown = await asked.find(({ method }) => method === 'PUT')?.json();
    expect(sent).toMatchObject({ window_days: 9, threshold: 3 });
    expect(sent).not.toHaveProperty('pinned');
  });

  it('compares the hold-out, and says when the split is wrong', async () => {
    const arm = {
      decisions: 60,
      posts: 50,
      impressions: 5000,
      successes: 300,
      rate: { value: 0.06, low: 0.05, high: 0.07 },
    };
    serve({
      ...replies,
      [`GET ${base}/personas/ada/holdout`]: () =>
        json({
          share: 0.1,
          treated: arm,
          held: { ...arm, rate: { value: 0.04, low: 0.03, high: 0.05 } },
          difference: { value: 0.02, low: 0.006, high: 0.034 },
          sample_ratio_p: 0.0001,
          sample_ratio_alarm: true,
          contaminated: 3,
        }),
    });
    open('/content?view=holdout');
    expect(await screen.findByText(/Choosing pays: 2.0 % more/)).toBeVisible();
    expect(screen.getByText('The split is not what the hash would make')).toBeVisible();
    expect(screen.getByText(/3 posts left out/)).toBeVisible();
  });
});
