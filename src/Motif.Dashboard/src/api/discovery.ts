import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from './client';
import { useFollowed } from './followed';
import type { DiscoveryRun, StartRun } from './types';

const shownMembers = 200;

export const useFindings = () =>
  useQuery({
    queryKey: ['discovery', 'findings'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/discovery/findings', { signal })),
  });

/** Asks for none where the id is empty. */
export const useFinding = (finding: string) =>
  useQuery({
    queryKey: ['discovery', 'findings', finding],
    enabled: finding !== '',
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/discovery/findings/{finding_id}', {
          params: { path: { finding_id: finding } },
          signal,
        }),
      ),
  });

export type Period = 'month' | 'quarter' | 'year';

/** What the trait of a finding did in each period of the calendar. */
export const useEffectOverTime = (finding: string, period: Period) =>
  useQuery({
    queryKey: ['discovery', 'findings', finding, 'over time', period],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/discovery/findings/{finding_id}/over-time', {
          params: { path: { finding_id: finding }, query: { period } },
          signal,
        }),
      ),
  });

/** Macros first, then mesos, then micros, each after its siblings by size. */
export const useClusters = () =>
  useQuery({
    queryKey: ['discovery', 'clusters'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/discovery/clusters', { signal })),
  });

export const useMembers = (cluster: string) =>
  useQuery({
    queryKey: ['discovery', 'clusters', cluster, 'members'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/discovery/clusters/{cluster_id}/members', {
          params: { path: { cluster_id: cluster }, query: { limit: shownMembers } },
          signal,
        }),
      ),
  });

export const useItem = (item: string) =>
  useQuery({
    queryKey: ['discovery', 'items', item],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/items/{item_id}', { params: { path: { item_id: item } }, signal })),
  });

/** Whether there is anything to discover in. */
export const useHasItems = () =>
  useQuery({
    queryKey: ['discovery', 'items', 'any'],
    queryFn: async ({ signal }) => {
      const page = await answer(
        api.GET('/api/v1/items', { params: { query: { limit: 1 } }, signal }),
      );
      return page.items.length > 0;
    },
  });

/** Newest first. */
export const useRuns = () =>
  useQuery({
    queryKey: ['discovery', 'runs'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/discovery/runs', { signal })),
  });

export function useStartRun() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (run: StartRun) => answer(api.POST('/api/v1/discovery/runs', { body: run })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['discovery', 'runs'] }),
  });
}

export function useCancelRun() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (run: string) =>
      answer(api.DELETE('/api/v1/discovery/runs/{run_id}', { params: { path: { run_id: run } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['discovery', 'runs'] }),
  });
}

const subjects = ['discovery', 'patterns', 'overview'];

const hasEnded = ({ state }: DiscoveryRun) => state !== 'running';

/** A run as it stands, live while it goes on; at its end everything that it may have changed is asked for again. */
export function useRun(listed: DiscoveryRun): DiscoveryRun {
  const isRunning = listed.state === 'running';
  const path = `/api/v1/discovery/runs/${listed.run_id}/events`;
  const latest = useFollowed(path, isRunning, hasEnded, subjects);
  return isRunning && latest !== null ? latest : listed;
}

/** Where a title belongs, and what it lets expect; two questions that are asked together. */
export const useAskAboutTitle = () =>
  useMutation({
    mutationFn: async (text: string) => {
      const [match, forecast] = await Promise.all([
        answer(api.POST('/api/v1/discovery/match', { body: { text } })),
        answer(api.POST('/api/v1/discovery/predict', { body: { text } })),
      ]);
      return { match, forecast };
    },
  });

export const useRecommend = () =>
  useMutation({
    mutationFn: (concept: string) =>
      answer(api.POST('/api/v1/discovery/recommend', { body: { concept } })),
  });

export const useWhyNot = () =>
  useMutation({
    mutationFn: (feature: string) =>
      answer(api.POST('/api/v1/discovery/why-not', { body: { feature } })),
  });
