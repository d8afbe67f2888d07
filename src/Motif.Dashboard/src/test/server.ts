import { vi } from 'vitest';

type Reply = (request: Request) => Response | Promise<Response>;

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': status < 400 ? 'application/json' : 'application/problem+json',
      ...headers,
    },
  });

/**
 * A server that answers by "METHOD /path" and keeps what it was asked; any other question is a 404 in its own words.
 */
export function serve(replies: Record<string, Reply>) {
  const asked: Request[] = [];
  vi.stubGlobal('fetch', (input: Request | string, init?: RequestInit) => {
    const request =
      input instanceof Request ? input : new Request(new URL(input, location.origin), init);
    asked.push(request);
    const { pathname } = new URL(request.url);
    const reply = replies[`${request.method} ${pathname}`];
    return Promise.resolve(
      reply?.(request) ??
        json({ title: 'Not found', detail: `there is nothing at ${pathname}` }, 404),
    );
  });
  return asked;
}
