import { describe, expect, it, vi } from 'vitest';
import { json, serve } from '../test/server';
import { answer, api } from './client';
import { ProblemError } from './problem';
import { session } from './session';

const ask = () => answer(api.GET('/api/v1/overview'));

describe('the API client', () => {
  it('sends the key of this tab', async () => {
    session.use('motif_secret');
    const asked = serve({ 'GET /api/v1/overview': () => json({}) });
    await ask();
    expect(asked[0]?.headers.get('Authorization')).toBe('Bearer motif_secret');
  });

  it('sends no key when there is none', async () => {
    const asked = serve({ 'GET /api/v1/overview': () => json({}) });
    await ask();
    expect(asked[0]?.headers.has('Authorization')).toBe(false);
  });

  it('asks for a key after a 401', async () => {
    serve({ 'GET /api/v1/overview': () => json({ title: 'Unauthorized' }, 401) });
    await expect(ask()).rejects.toMatchObject({ status: 401 });
    expect(session.isRefused()).toBe(true);
    session.use('another');
    expect(session.isRefused()).toBe(false);
  });

  it('throws what the problem details say', async () => {
    serve({
      'GET /api/v1/overview': () =>
        json(
          {
            title: 'Invalid request',
            detail: 'limit: 0',
            errors: { limit: ['must be 1 to 500'] },
            request_id: 'r1',
          },
          422,
        ),
    });
    const problem = await ask().catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(ProblemError);
    expect(problem).toMatchObject({
      status: 422,
      title: 'Invalid request',
      detail: 'limit: 0',
      requestId: 'r1',
      fields: { limit: ['must be 1 to 500'] },
      isTransient: false,
    });
  });

  it('says so when a proxy answers with a page instead of problem details', async () => {
    serve({
      'GET /api/v1/overview': () =>
        new Response('<h1>Bad gateway</h1>', { status: 502, statusText: 'Bad Gateway' }),
    });
    await expect(ask()).rejects.toMatchObject({
      status: 502,
      title: 'Bad Gateway',
      isTransient: true,
    });
  });

  it('says so when nobody answers', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(ask()).rejects.toMatchObject({ status: 0, title: 'The server does not answer' });
  });
});
