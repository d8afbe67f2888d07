import { noAnswer, problemOf } from './problem';
import { session } from './session';

/** One event of a text/event-stream. */
export interface ServerEvent {
  readonly event: string;
  readonly data: string;
}

function parse(block: string): ServerEvent | null {
  let event = 'message';
  const data: string[] = [];
  for (const line of block.split(/\r\n|\n|\r/)) {
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') event = value;
    else if (field === 'data') data.push(value);
  }
  return data.length === 0 ? null : { event, data: data.join('\n') };
}

/**
 * The events of a stream until the server closes it or the signal aborts. EventSource cannot send the API key,
 * so the stream is read with fetch (HTML Living Standard, 9.2.6: events end with a blank line).
 */
export async function* serverEvents(
  path: string,
  signal: AbortSignal,
): AsyncGenerator<ServerEvent> {
  const response = await open(path, signal);
  if (!response.ok || response.body === null)
    throw problemOf(response, await response.json().catch(() => null));
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let pending = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    pending += value;
    const blocks = pending.split(/\r\n\r\n|\n\n|\r\r/);
    pending = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = parse(block);
      if (event !== null) yield event;
    }
  }
}

async function open(path: string, signal: AbortSignal): Promise<Response> {
  const headers = new Headers({ Accept: 'text/event-stream' });
  const key = session.key();
  if (key !== null) headers.set('Authorization', `Bearer ${key}`);
  try {
    return await fetch(path, { headers, signal });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw noAnswer(cause);
  }
}
