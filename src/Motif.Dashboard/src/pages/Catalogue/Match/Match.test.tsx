import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { match, overview, pattern } from '../../../test/records';
import { open } from '../../../test/render';
import { json, serve } from '../../../test/server';
import { withWish, wishOf } from './wish';

const serveMatch = (answer = match()) =>
  serve({
    'GET /api/v1/overview': () => json(overview()),
    'GET /api/v1/patterns': () => json({ items: [pattern({ name: 'First' })], next_cursor: null }),
    'POST /api/v1/patterns/match': () => json(answer),
  });

describe('the match box', () => {
  it('asks for an intent and keeps it in the address', async () => {
    const asked = serveMatch();
    const router = open('/catalogue');
    await userEvent.type(
      await screen.findByLabelText('What do you want to achieve?'),
      'survive an outage',
    );
    await userEvent.type(screen.getByLabelText('Where?'), 'ASP.NET');
    await userEvent.click(screen.getByRole('button', { name: 'Find what worked' }));
    expect(await screen.findByRole('link', { name: 'Circuit breaker' })).toBeVisible();
    expect(router.state.location.search).toBe('?intent=survive+an+outage&context=ASP.NET');
    const sent: unknown = await asked.find(({ method }) => method === 'POST')?.json();
    expect(sent).toMatchObject({
      intent: 'survive an outage',
      context: 'ASP.NET',
      explain: true,
    });
  });

  it('shows how sure it is, what stands behind that, and what to do', async () => {
    serveMatch();
    open('/catalogue?intent=survive');
    const region = await screen.findByRole('region', { name: 'Matches' });
    expect(within(region).getByText('71 % sure')).toBeVisible();
    expect(within(region).getByText(/first estimates/)).toBeVisible();
    const near = within(region).getByText('Count failures');
    expect(within(near).getByText('near to what is required')).toBeVisible();
    expect(within(region).getByText('Open after five')).toHaveTextContent(/^Open after five$/);
  });

  it('gives code to reuse with a match', async () => {
    const answer = match();
    serveMatch({
      ...answer,
      matched_patterns: answer.matched_patterns.map((found) => ({
        ...found,
        kind: 'code' as const,
        exemplar: {
          language: 'python',
          repository: 'shop',
          path: 'net/client.py',
          line: 12,
          qualified_name: 'Client.fetch',
          places: 7,
          source: 'def fetch(self):',
          lines_left_out: 4,
        },
      })),
    });
    open('/catalogue?intent=survive');
    const region = await screen.findByRole('region', { name: 'Matches' });
    expect(within(region).getByText('shop/net/client.py:12')).toBeVisible();
    expect(within(region).getByText(/python, 7 places/)).toBeVisible();
    expect(within(region).getByText(/def fetch\(self\):/)).toBeVisible();
  });

  it('explains a place by signals and terms', async () => {
    serveMatch();
    open('/catalogue?intent=survive');
    await userEvent.click(await screen.findByRole('button', { name: 'Why here?' }));
    expect(await screen.findByRole('cell', { name: 'Words in common (BM25)' })).toBeVisible();
    expect(screen.getByText('“dependenc…” in its past intents: 4.2')).toBeVisible();
    expect(screen.getByText(/quality not measured/)).toBeVisible();
    expect(screen.getByText(/names it, 60 %, from the nearest meaning, 0\.70/)).toBeVisible();
  });

  it('says how far away the best is when nothing fits', async () => {
    serveMatch(
      match({
        matched_patterns: [],
        total_matches: 0,
        below_threshold_count: 3,
        best_below: 0.08,
      }),
    );
    open('/catalogue?intent=survive');
    expect(await screen.findByRole('heading', { name: 'Nothing fits' })).toBeVisible();
    expect(screen.getByText(/3 patterns have something .* the best only 8 % sure/)).toBeVisible();
  });

  it('asks among what the filters leave', async () => {
    const asked = serveMatch();
    open(
      '/catalogue?intent=survive&kind=success&tag=net&min_quality_score=0.6&min_success_rate=0.75',
    );
    expect(await screen.findByRole('link', { name: 'Circuit breaker' })).toBeVisible();
    const sent = asked.find(({ method }) => method === 'POST');
    expect(await sent?.json()).toMatchObject({
      filters: {
        kinds: ['success'],
        tags: ['net'],
        min_quality_score: 0.6,
        min_success_rate: 0.75,
      },
    });
    expect(screen.getByRole('group', { name: 'Only' })).toBeVisible();
  });

  it('shows the code of a result to take along', async () => {
    const [first] = match().matched_patterns;
    if (first === undefined) throw new Error('the match has no result');
    const id = first.pattern_id;
    const body = {
      implementation: 'def f():\n    pass',
      language: 'python',
      file_path: 'a.py',
      line_range: [41, 42],
      occurrence_count: 3,
    };
    serve({
      'POST /api/v1/patterns/match': () =>
        json(match({ matched_patterns: [{ ...first, kind: 'code' }] })),
      [`GET /api/v1/patterns/${id}`]: () => json(pattern({ body })),
    });
    open('/catalogue?intent=survive');
    await userEvent.click(await screen.findByRole('button', { name: 'Show the code' }));
    expect(await screen.findByRole('region', { name: 'Exemplar' })).toHaveTextContent('def f():');
    expect(screen.getByText('It stands in 3 places.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Copy: a.py:41' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Copy the code' })).toBeVisible();
  });

  it('lets one say of a result whether it worked, for the match that found it', async () => {
    const { match_id, matched_patterns } = match();
    const id = matched_patterns[0]?.pattern_id ?? '';
    const asked = serve({
      'POST /api/v1/patterns/match': () => json(match()),
      [`POST /api/v1/patterns/${id}/outcomes`]: () =>
        json({ use_id: 'u', outcome: 'success', is_new: true }, 201),
    });
    open('/catalogue?intent=survive');
    await userEvent.click(await screen.findByRole('button', { name: 'It worked' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Report “it worked”' }));
    expect(await screen.findByText(/Reported: it worked/)).toBeVisible();
    const outcome = asked.find(({ url }) => url.endsWith('/outcomes'));
    expect(await outcome?.json()).toMatchObject({ outcome: 'success', match_id });
  });

  it('leads back to the list', async () => {
    serveMatch();
    const router = open('/catalogue?intent=survive&kind=code');
    await userEvent.click(await screen.findByRole('button', { name: 'Back to the list' }));
    expect(await screen.findByRole('link', { name: 'First' })).toBeVisible();
    await waitFor(() => expect(router.state.location.search).toBe('?kind=code'));
  });
});

describe('a wish in the address', () => {
  it('comes back as it went in', () => {
    const wish = { intent: 'make it fast', context: 'SQL' };
    expect(wishOf(withWish(new URLSearchParams('tag=a'), wish))).toEqual({
      ...wish,
      filters: { tags: ['a'] },
    });
  });

  it('has no context without an intent', () => {
    expect(withWish(new URLSearchParams(), { intent: ' ', context: 'x' }).toString()).toBe('');
  });
});
