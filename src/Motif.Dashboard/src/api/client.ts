import createClient, { type Middleware } from 'openapi-fetch';
import { noAnswer, problemOf } from './problem';
import type { paths } from './schema';
import { session } from './session';

/** Adds the tab's API key and notices when the server wants one. */
const authorization: Middleware = {
  onRequest({ request }) {
    const key = session.key();
    if (key !== null) request.headers.set('Authorization', `Bearer ${key}`);
    return request;
  },
  onResponse({ response }) {
    if (response.status === 401) session.refuse();
  },
};

/** The HTTP API with its paths, parameters and answers typed by the OpenAPI document. */
export const api = createClient<paths>({
  baseUrl: window.location.origin,
  // Looked up at every call, so that a test can put another fetch in its place.
  fetch: (request) => globalThis.fetch(request),
  querySerializer: { array: { style: 'form', explode: true } },
});
api.use(authorization);

/** The answer with its response, for callers that need a header such as the ETag. */
export async function exchange<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<{ data: T; response: Response }> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw noAnswer(cause);
  });
  if (!response.ok) throw problemOf(response, error);
  return { data: data as T, response };
}

/** The body of a successful answer; anything else is thrown as a ProblemError. */
export async function answer<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  return (await exchange(call)).data;
}
