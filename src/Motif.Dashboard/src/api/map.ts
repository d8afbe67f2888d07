import { useQuery } from '@tanstack/react-query';
import { answer, api } from './client';
import { noAnswer, problemOf } from './problem';
import { session } from './session';

/** How to read the columns of the map, and what is written on it. */
export const useMapSheet = () =>
  useQuery({
    queryKey: ['discovery', 'map'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/discovery/map/sheet', { signal })),
  });

/** The columns as bytes; read without the typed client, which knows JSON alone. */
export const useMapColumns = (version: string) =>
  useQuery({
    queryKey: ['discovery', 'map', version],
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<ArrayBuffer> => {
      const headers = new Headers();
      const key = session.key();
      if (key !== null) headers.set('Authorization', `Bearer ${key}`);
      const response = await fetch('/api/v1/discovery/map', { headers, signal }).catch(
        (cause: unknown) => {
          if (signal.aborted) throw cause;
          throw noAnswer(cause);
        },
      );
      if (!response.ok) throw problemOf(response, await response.json().catch(() => null));
      return response.arrayBuffer();
    },
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

/** Points inside a polygon that pass the filter, as the server counts them. */
export const useMapSelection = (version: string, polygon: Polygon | null, filter: MapFilter) =>
  useQuery({
    queryKey: ['discovery', 'map', version, 'selection', polygon, filter],
    enabled: polygon !== null,
    queryFn: ({ signal }) =>
      answer(
        api.POST('/api/v1/discovery/map/select', {
          body: {
            polygon: (polygon ?? []).map(([x, y]) => ({ x, y })),
            cluster_ids: filter.cluster === null ? [] : [filter.cluster],
            min_ratio: filter.minRatio,
            max_ratio: filter.maxRatio,
          },
          signal,
        }),
      ),
  });
