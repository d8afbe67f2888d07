import { describe, expect, it } from 'vitest';
import { json, serve } from '../test/server';
import { serverEvents, type ServerEvent } from './events';

const stream = (...chunks: string[]): Response =>
  new Response(
    new ReadableStream({
      start(controller) {
        const encoder = new TextEncoder();
        for (const chunk of chunks) controller.enqueue(encoder.encode(chunk));
        controller.close();
      },
    }),
    { headers: { 'Content-Type': 'text/event-stream' } },
  );

async function read(...chunks: string[]): Promise<ServerEvent[]> {
  serve({ 'GET /events': () => stream(...chunks) });
  const events: ServerEvent[] = [];
  for await (const event of serverEvents('/events', new AbortController().signal))
    events.push(event);
  return events;
}

describe('server-sent events', () => {
  it('are read one by one', async () => {
    expect(
      await read('event: progress\ndata: {"files":1}\n\nevent: finished\ndata: {}\n\n'),
    ).toEqual([
      { event: 'progress', data: '{"files":1}' },
      { event: 'finished', data: '{}' },
    ]);
  });

  it('may be cut anywhere by the network', async () => {
    expect(await read('event: pro', 'gress\nda', 'ta: 1\n', '\ndata: 2\n\n')).toEqual([
      { event: 'progress', data: '1' },
      { event: 'message', data: '2' },
    ]);
  });

  it('may have several lines of data and either line end', async () => {
    expect(await read('data: a\r\ndata: b\r\n\r\n')).toEqual([{ event: 'message', data: 'a\nb' }]);
  });

  it('leave out comments and what the server did not finish', async () => {
    expect(await read(': keep-alive\n\n', 'data: whole\n\ndata: half')).toEqual([
      { event: 'message', data: 'whole' },
    ]);
  });

  it('throw the problem of a refused stream', async () => {
    serve({ 'GET /events': () => json({ title: 'Not found' }, 404) });
    const events = serverEvents('/events', new AbortController().signal);
    await expect(events.next()).rejects.toMatchObject({ status: 404, title: 'Not found' });
  });
});
