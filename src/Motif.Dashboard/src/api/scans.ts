import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answer, api } from './client';
import { serverEvents } from './events';
import type { paths } from './schema';
import type { CodeScan, ScanEvent } from './types';

type StartScan = paths['/api/v1/code/scans']['post']['requestBody']['content']['application/json'];

/** How long a cut stream is left alone before it is opened again. */
const reconnectMilliseconds = 2000;

export const useScans = () =>
  useQuery({
    queryKey: ['scans'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/code/scans', { signal })),
  });

/** What every scan found and changed, oldest first. */
export const useScanTrend = () =>
  useQuery({
    queryKey: ['scans', 'trend'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/code/scans/trend', { signal })),
  });

export function useStartScan() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (scan: StartScan) => answer(api.POST('/api/v1/code/scans', { body: scan })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['scans'] }),
  });
}

export function useCancelScan() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      answer(api.DELETE('/api/v1/code/scans/{id}', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['scans'] }),
  });
}

/** The latest event of a running scan; at its end everything that it may have changed is asked for again. */
export function useScanEvents(scan: CodeScan): ScanEvent | null {
  const [latest, setLatest] = useState<ScanEvent | null>(null);
  const queries = useQueryClient();
  const { scan_id: id } = scan;
  const isRunning = scan.state === 'running';
  useEffect(() => {
    if (!isRunning) return;
    const stop = new AbortController();
    void follow(id, setLatest, stop.signal).then((ended) => {
      if (ended) void refresh(queries);
    });
    return () => stop.abort();
  }, [id, isRunning, queries]);
  return latest;
}

const refresh = (queries: QueryClient) =>
  Promise.all(
    ['scans', 'patterns', 'overview', 'code', 'source'].map((subject) =>
      queries.invalidateQueries({ queryKey: [subject] }),
    ),
  );

/** Reads events until the scan has ended (true) or the reader has gone (false); a cut stream is opened again. */
async function follow(
  id: string,
  onEvent: (event: ScanEvent) => void,
  signal: AbortSignal,
): Promise<boolean> {
  while (!signal.aborted) {
    try {
      for await (const { data } of serverEvents(`/api/v1/code/scans/${id}/events`, signal)) {
        const event = JSON.parse(data) as ScanEvent;
        onEvent(event);
        if (event.scan.state !== 'running') return true;
      }
    } catch {
      // The list tells what became of a scan whose stream is gone; the next attempt follows.
    }
    await new Promise((resolve) => setTimeout(resolve, reconnectMilliseconds));
  }
  return false;
}
