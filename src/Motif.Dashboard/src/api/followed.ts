import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { serverEvents } from './events';

/** How long a cut stream is left alone before it is opened again. */
const reconnectMilliseconds = 2000;

/**
 * The latest event of something that runs on the server; at its end all queries of the subjects, which it may have
 * changed, are asked for again. `hasEnded` and `subjects` must be the same at every call.
 */
export function useFollowed<Event>(
  path: string,
  isRunning: boolean,
  hasEnded: (event: Event) => boolean,
  subjects: readonly string[],
): Event | null {
  const [latest, setLatest] = useState<Event | null>(null);
  const queries = useQueryClient();
  useEffect(() => {
    if (!isRunning) return;
    const stop = new AbortController();
    void follow(path, setLatest, hasEnded, stop.signal).then((ended) => {
      if (!ended) return;
      for (const subject of subjects) void queries.invalidateQueries({ queryKey: [subject] });
    });
    return () => stop.abort();
  }, [path, isRunning, hasEnded, subjects, queries]);
  return latest;
}

/** Reads events until the last (true) or the reader has gone (false); a cut stream is opened again. */
async function follow<Event>(
  path: string,
  onEvent: (event: Event) => void,
  hasEnded: (event: Event) => boolean,
  signal: AbortSignal,
): Promise<boolean> {
  while (!signal.aborted) {
    try {
      for await (const { data } of serverEvents(path, signal)) {
        const event = JSON.parse(data) as Event;
        onEvent(event);
        if (hasEnded(event)) return true;
      }
    } catch {
      // The list tells what became of it when its stream is gone; the next attempt follows.
    }
    await new Promise((resolve) => setTimeout(resolve, reconnectMilliseconds));
  }
  return false;
}
