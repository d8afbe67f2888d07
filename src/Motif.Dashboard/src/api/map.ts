import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, api } from './client';
import { noAnswer, problemOf } from './problem';
import { session } from './session';
import type { MapAttributeFilter } from './types';

/** How to read the columns of the map, and what is written on it. */
export const useMapSheet = () =>
  useQuery({
    queryKey: ['discovery', 'map'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/discovery/map/sheet', { signal })),
  });

/** Bytes are read without the typed client, which knows JSON alone. */
async function bytes(address: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const headers = new Headers();
  const key = session.key();
  if (key !== null) headers.set('Authorization', `Bearer ${key}`);
  const response = await fetch(address, { headers, signal }).catch((cause: unknown) => {
    if (signal.aborted) throw cause;
    throw noAnswer(cause);
  });
  if (!response.ok) throw problemOf(response, await response.json().catch(() => null));
  return response.arrayBuffer();
}

export const useMapColumns = (version: string) =>
  useQuery({
    queryKey: ['discovery', 'map', version],
    staleTime: Infinity,
    queryFn: ({ signal }) => bytes('/api/v1/discovery/map', signal),
  });

/** By what points can be coloured and filtered. */
export const useMapAttributes = (version: string) =>
  useQuery({
    queryKey: ['discovery', 'map', version, 'attributes'],
    staleTime: Infinity,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/discovery/map/attributes', { signal })),
  });

/** The columns of attributes that are asked for, in their order; undefined while on their way. */
export const useMapAttributeColumns = (version: string, names: readonly string[]) =>
  useQueries({
    queries: names.map((name) => ({
      queryKey: ['discovery', 'map', version, 'attribute', name],
      staleTime: Infinity,
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        bytes(`/api/v1/discovery/map/attribute?name=${encodeURIComponent(name)}`, signal),
    })),
    combine: together,
  });

const together = (answers: readonly UseQueryResult<ArrayBuffer>[]) => ({
  bytes: answers.map(({ data }) => data),
  error: answers.find(({ error }) => error !== null)?.error ?? null,
  isPending: answers.some(({ isPending }) => isPending),
});

/** Where items lie; asked for the evidence of a finding. */
export const useMapPlaces = (version: string, ids: readonly string[]) =>
  useQuery({
    queryKey: ['discovery', 'map', version, 'places', ids],
    enabled: ids.length > 0,
    queryFn: ({ signal }) =>
      answer(api.POST('/api/v1/discovery/map/points', { body: { item_ids: [...ids] }, signal })),
  });

/** The item at a point; its text is asked for when it is looked at. */
export const useMapPoint = (point: number) =>
  useQuery({
    queryKey: ['discovery', 'map', 'point', point],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/discovery/map/points/{point}', { params: { path: { point } }, signal }),
      ),
  });

export interface MapFilter {
  readonly cluster: string | null;
  readonly minRatio: number | null;
  readonly maxRatio: number | null;
}

export type Polygon = readonly (readonly [number, number])[];

/** What the server is asked to let through, besides the polygon. */
export interface SelectionFilter {
  /** Mesos and macros; empty for all. */
  readonly clusters: readonly string[];
  readonly minRatio: number | null;
  readonly maxRatio: number | null;
  readonly attributes: readonly MapAttributeFilter[];
}

/** Points inside a polygon that pass the filter, as the server counts them. */
export const useMapSelection = (
  version: string,
  polygon: Polygon | null,
  filter: SelectionFilter,
) =>
  useQuery({
    queryKey: ['discovery', 'map', version, 'selection', polygon, filter],
    enabled: polygon !== null,
    queryFn: ({ signal }) =>
      answer(
        api.POST('/api/v1/discovery/map/select', {
          body: {
            polygon: (polygon ?? []).map(([x, y]) => ({ x, y })),
            cluster_ids: [...filter.clusters],
            min_ratio: filter.minRatio,
            max_ratio: filter.maxRatio,
            attributes: [...filter.attributes],
          },
          signal,
        }),
      ),
  });
