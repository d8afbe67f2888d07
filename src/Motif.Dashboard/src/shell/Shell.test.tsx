import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { session } from '../api/session';
import { pages } from '../pages';
import { overview, pattern } from '../test/records';
import { open } from '../test/render';
import { json, serve } from '../test/server';

describe('the shell', () => {
  it('leads to every page and says where one is', async () => {
    serve({});
    open('/system');
    for (const { name, path } of pages)
      expect(await screen.findByRole('link', { name })).toHaveAttribute('href', path);
    expect(screen.getByRole('link', { name: 'System' })).toHaveAttribute('aria-current', 'page');
    expect(screen.getByRole('link', { name: 'Overview' })).not.toHaveAttribute('aria-current');
  });

  it('begins with a link over the navigation', async () => {
    serve({});
    open('/system');
    await screen.findByRole('heading', { name: 'System', level: 1 });
    await userEvent.tab();
    expect(screen.getByRole('link', { name: 'Skip to content' })).toHaveFocus();
  });

  it('puts the focus into the page that was navigated to', async () => {
    serve({});
    open('/');
    await userEvent.click(await screen.findByRole('link', { name: 'System' }));
    await screen.findByRole('heading', { name: 'System', level: 1 });
    // The focus moves in an effect after the page is drawn.
    await waitFor(() => expect(screen.getByRole('main')).toHaveFocus());
    expect(document.title).toBe('System · Motif');
  });

  it('asks for a key when the server wants one, and goes on with it', async () => {
    const asked = serve({
      'GET /api/v1/overview': (request) =>
        request.headers.get('Authorization') === 'Bearer motif_right'
          ? json(overview())
          : json({ title: 'Unauthorized', detail: 'no API key was sent' }, 401),
      'GET /api/v1/patterns': () => json({ items: [pattern()], next_cursor: null }),
    });
    open('/');
    await userEvent.type(
      await screen.findByLabelText(/API key/, { selector: 'input' }),
      'motif_right',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    expect(await screen.findByText('of 4 measured, 3 not measured')).toBeVisible();
    expect(session.key()).toBe('motif_right');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked.length).toBeGreaterThan(1);
  });

  it('says so at an address without a page', async () => {
    serve({});
    open('/nowhere');
    expect(await screen.findByRole('heading', { name: 'No such page' })).toBeVisible();
  });
});
