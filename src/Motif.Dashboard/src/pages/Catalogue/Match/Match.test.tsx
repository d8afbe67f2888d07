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
    await userEvent.type(await screen.findByLabelText('Intent'), 'survive an outage');
    await userEvent.type(screen.getByLabelText('Context'), 'ASP.NET');
    await userEvent.click(screen.getByRole('button', { name: 'Match' }));
    expect(await screen.findByRole('link', { name: 'Circuit breaker' })).toBeVisible();
    expect(router.state.location.search).toBe('?intent=survive+an+outage&context=ASP.NET');
    const sent: unknown = await asked.find(({ method }) => method === 'POST')?.json();
    expect(sent).toMatchObject({
      intent: 'survive an outage',
      context: 'ASP.NET',
      explain: true,
    });
  });

  it('shows how sure it is, at which stage, and what to do', async () => {
    serveMatch();
    open('/catalogue?intent=survive');
    const region = await screen.findByRole('region', { name: 'Matches' });
    expect(within(region).getByLabelText('Confidence 71 %')).toBeVisible();
    expect(within(region).getByText(/first estimates/)).toBeVisible();
    expect(within(region).getByText('Count failures')).toBeVisible();
  });

  it('explains a place by signals and terms', async () => {
    serveMatch();
    open('/catalogue?intent=survive');
    await userEvent.click(await screen.findByRole('button', { name: 'Why here?' }));
    expect(await screen.findByRole('cell', { name: 'Words (BM25)' })).toBeVisible();
    expect(screen.getByText('dependenc in past intents +4.2')).toBeVisible();
    expect(screen.getByText(/quality not measured/)).toBeVisible();
    expect(screen.getByText(/names it to 60 %, the best meaning is 0\.70/)).toBeVisible();
  });

  it('says what to do when nothing fits', async () => {
    serveMatch(match({ matched_patterns: [], total_matches: 0 }));
    open('/catalogue?intent=survive');
    expect(await screen.findByRole('heading', { name: 'Nothing fits' })).toBeVisible();
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
    expect(wishOf(withWish(new URLSearchParams('kind=code'), wish))).toEqual(wish);
  });

  it('has no context without an intent', () => {
    expect(withWish(new URLSearchParams(), { intent: ' ', context: 'x' }).toString()).toBe('');
  });
});
