import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { overview, pattern } from '../../test/records';
import { open } from '../../test/render';
import { json, serve } from '../../test/server';
import { filterOf, sortOf, toggled, withFilter } from './filter';

const first = pattern({ pattern_id: '1', name: 'First' });
const second = pattern({ pattern_id: '2', name: 'Second' });

const facets = {
  total: 287,
  facets: [
    {
      facet: 'kind',
      values: [
        { value: 'code', patterns: 201, selected: false },
        { value: 'success', patterns: 86, selected: false },
      ],
      more: false,
    },
    { facet: 'language', values: [{ value: 'python', patterns: 9, selected: false }], more: false },
    {
      facet: 'tag',
      values: Array.from({ length: 9 }, (_, i) => ({
        value: `tag-${i}`,
        patterns: 9 - i,
        selected: i === 8,
      })),
      more: true,
    },
  ],
};

function serveList(
  pages: Record<string, unknown> = { '': { items: [first, second], next_cursor: null } },
) {
  return serve({
    'GET /api/v1/overview': () => json(overview()),
    'GET /api/v1/patterns/facets': () => json(facets),
    'GET /api/v1/patterns': (request) =>
      json(pages[new URL(request.url).searchParams.get('cursor') ?? '']),
  });
}

const lists = (asked: readonly Request[]) =>
  asked
    .map((request) => new URL(request.url))
    .filter(({ pathname }) => pathname === '/api/v1/patterns');

describe('the catalogue', () => {
  it('asks the server what the address says', async () => {
    const asked = serveList();
    open(
      '/catalogue?search=retry&kind=code&status=active&status=draft&min_quality_score=0.5&sort=uses',
    );
    expect(await screen.findByRole('link', { name: 'First' })).toBeVisible();
    const { searchParams } = lists(asked)[0] ?? new URL('about:blank');
    expect(searchParams.get('search')).toBe('retry');
    expect(searchParams.getAll('status')).toEqual(['active', 'draft']);
    expect(searchParams.get('min_quality_score')).toBe('0.5');
    expect(searchParams.get('sort')).toBe('uses');
  });

  it('is searched from anywhere with a slash', async () => {
    const asked = serveList();
    const router = open('/');
    await screen.findByRole('heading', { name: 'Overview' });
    await userEvent.keyboard('/');
    expect(screen.getByRole('searchbox')).toHaveFocus();
    await userEvent.keyboard('circuit breaker{Enter}');
    await waitFor(() => expect(router.state.location.search).toBe('?search=circuit+breaker'));
    await waitFor(() =>
      expect(lists(asked).some((url) => url.searchParams.get('search') === 'circuit breaker')).toBe(
        true,
      ),
    );
  });

  it('is walked with arrow keys', async () => {
    serveList();
    open('/catalogue');
    const link = await screen.findByRole('link', { name: 'First' });
    await userEvent.click(screen.getByRole('searchbox'));
    await userEvent.keyboard('{ArrowDown}');
    expect(link).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByRole('link', { name: 'Second' })).toHaveFocus();
    await userEvent.keyboard('{Home}');
    expect(link).toHaveFocus();
  });

  it('pages forward and back', async () => {
    serveList({
      '': { items: [first], next_cursor: 'c2' },
      c2: { items: [second], next_cursor: null },
    });
    const router = open('/catalogue');
    await userEvent.click(await screen.findByRole('link', { name: 'Next' }));
    expect(await screen.findByRole('link', { name: 'Second' })).toBeVisible();
    expect(screen.getByText('26 to 26 of 287')).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent('287 patterns');
    expect(router.state.location.search).toBe('?cursor=c2');
    await userEvent.click(screen.getByRole('link', { name: 'Previous' }));
    expect(await screen.findByRole('link', { name: 'First' })).toBeVisible();
  });

  it('begins at its top after “Next”', async () => {
    serveList({
      '': { items: [first], next_cursor: 'c2' },
      c2: { items: [second], next_cursor: null },
    });
    const scroll = vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined);
    open('/catalogue');
    await userEvent.click(await screen.findByRole('link', { name: 'Next' }));
    expect(await screen.findByRole('link', { name: 'Second' })).toBeVisible();
    expect(scroll).toHaveBeenCalledWith(0, 0);
    expect(document.activeElement).toContainElement(screen.getByRole('link', { name: 'Second' }));
  });

  it('is narrowed by what it counts, and widened again', async () => {
    serveList();
    const router = open('/catalogue?cursor=c9&sort=name');
    await userEvent.click(await screen.findByRole('checkbox', { name: /Practices/ }));
    await waitFor(() => expect(router.state.location.search).toBe('?sort=name&kind=success'));
    await userEvent.click(screen.getByRole('button', { name: 'Take away: Kind Practices' }));
    await waitFor(() => expect(router.state.location.search).toBe('?sort=name'));
  });

  it('offers only what there is a choice of, and what was chosen at once', async () => {
    serveList();
    open('/catalogue?tag=tag-8');
    const tags = await screen.findByRole('group', { name: 'Tag' });
    expect(screen.queryByRole('group', { name: 'Language' })).toBeNull();
    expect(within(tags).getByRole('checkbox', { name: /tag-8/ })).toBeChecked();
    expect(within(tags).queryByRole('checkbox', { name: /tag-7/ })).toBeNull();
    await userEvent.click(within(tags).getByRole('button', { name: 'Show 1 more' }));
    expect(within(tags).getByRole('checkbox', { name: /tag-7/ })).toBeVisible();
    expect(within(tags).getByText(/There are more/)).toBeVisible();
  });

  it('follows what is typed after a pause, without an entry of the history for each letter', async () => {
    const asked = serveList();
    const router = open('/catalogue?kind=code');
    await screen.findByRole('link', { name: 'First' });
    await userEvent.type(screen.getByRole('searchbox'), 'retry a');
    await waitFor(() => expect(router.state.location.search).toBe('?kind=code&search=retry+a'));
    const searched = () => lists(asked).flatMap((url) => url.searchParams.get('search') ?? []);
    await waitFor(() => expect(searched().at(-1)).toBe('retry a'));
    expect(searched().length).toBeLessThan('retry a'.length);
    expect(screen.getByRole('searchbox')).toHaveValue('retry a');
    expect(screen.getByRole('searchbox')).toHaveFocus();
  });

  it('offers the first page where the way back is unknown', async () => {
    serveList({ c2: { items: [second], next_cursor: null } });
    open('/catalogue?cursor=c2');
    expect(await screen.findByRole('link', { name: 'First page' })).toBeVisible();
  });

  it('tells filtered to nothing from nothing there', async () => {
    serveList({ '': { items: [], next_cursor: null } });
    open('/catalogue?search=zzz');
    expect(await screen.findByText('No pattern passes these filters')).toBeVisible();
    open('/catalogue');
    expect(await screen.findByRole('region', { name: 'The catalogue is empty' })).toBeVisible();
  });

  it('passes on what the server says of a wrong filter', async () => {
    serve({
      'GET /api/v1/overview': () => json(overview()),
      'GET /api/v1/patterns': () =>
        json({ title: 'Invalid request', errors: { min_quality_score: ['must be 0 to 1'] } }, 422),
    });
    open('/catalogue?min_quality_score=7');
    expect(await screen.findByText('must be 0 to 1', { exact: false })).toBeVisible();
  });
});

describe('the filter', () => {
  it('leads back to the first page when it changes', () => {
    const address = withFilter(new URLSearchParams('search=a&cursor=c9'), 'status', [
      'active',
      'draft',
    ]);
    expect(address.toString()).toBe('search=a&status=active&status=draft');
  });

  it('keeps one value where the server takes one, and adds where it takes several', () => {
    const one = toggled(new URLSearchParams('kind=code&tag=a'), 'kind', 'success');
    expect(toggled(one, 'tag', 'b').toString()).toBe('kind=success&tag=a&tag=b');
  });

  it('orders a search by relevance unless another order was chosen', () => {
    expect(sortOf(new URLSearchParams('search=a'))).toBe('relevance');
    expect(sortOf(new URLSearchParams('search=a&sort=name'))).toBe('name');
    expect(sortOf(new URLSearchParams('sort=relevance'))).toBe('updated');
  });

  it('leaves out what the address does not name', () => {
    expect(filterOf(new URLSearchParams())).toEqual({ limit: 25 });
  });
});
