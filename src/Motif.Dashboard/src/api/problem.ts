/** An answer of the server that is no success, as RFC 9457 problem details, or the lack of any answer. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    /** HTTP status; 0 when the server did not answer. */
    readonly status: number,
    readonly title: string,
    readonly detail: string | null,
    /** What an operator looks up in the log. */
    readonly requestId: string | null,
    /** Wrong fields by name with what is wrong. */
    readonly fields: Readonly<Record<string, readonly string[]>> = {},
  ) {
    super(detail ?? title);
  }

  /** A later try can succeed without anybody changing the request. */
  get isTransient(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

function fieldsOf(value: unknown): Record<string, readonly string[]> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([field, errors]) => [
      field,
      (Array.isArray(errors) ? errors : [errors]).map(String),
    ]),
  );
}

/** Reads what a failed response says; a proxy's HTML page yields the status line. */
export function problemOf(response: Response, body: unknown): ProblemError {
  const problem = isRecord(body) ? body : {};
  return new ProblemError(
    response.status,
    text(problem.title) ?? text(response.statusText) ?? `The server answered ${response.status}`,
    text(problem.detail),
    text(problem.request_id) ?? text(problem.trace_id) ?? response.headers.get('X-Request-Id'),
    fieldsOf(problem.errors),
  );
}

/** The failure of a fetch that got no response at all. */
export const noAnswer = (cause: unknown): ProblemError =>
  new ProblemError(
    0,
    'The server does not answer',
    `Is motif serve still running? (${cause instanceof Error ? cause.message : String(cause)})`,
    null,
  );
