import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from './client';
import { useFollowed } from './followed';
import type { paths } from './schema';
import type { CodeScan, ScanEvent } from './types';

type StartScan = paths['/api/v1/code/scans']['post']['requestBody']['content']['application/json'];

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

const subjects = ['scans', 'patterns', 'overview', 'code', 'source'];

const hasEnded = ({ scan }: ScanEvent) => scan.state !== 'running';

/** The latest event of a running scan; at its end everything that it may have changed is asked for again. */
export const useScanEvents = ({ scan_id: id, state }: CodeScan): ScanEvent | null =>
  useFollowed(`/api/v1/code/scans/${id}/events`, state === 'running', hasEnded, subjects);
