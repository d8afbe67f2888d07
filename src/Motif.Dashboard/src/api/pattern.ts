import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, exchange } from './client';
import type { paths } from './schema';
import type { Pattern, Relationship, RelationshipType } from './types';

type Patch = paths['/api/v1/patterns/{id}']['patch']['requestBody']['content']['application/json'];

const at = (id: string) => ({ path: { id } });

/** A pattern with the ETag that a change of it must name. */
export interface TaggedPattern {
  readonly pattern: Pattern;
  readonly etag: string;
}

/** Null asks for none. */
export const usePattern = (id: string | null) =>
  useQuery({
    queryKey: ['pattern', id],
    enabled: id !== null,
    queryFn: async ({ signal }): Promise<TaggedPattern> => {
      const { data, response } = await exchange(
        api.GET('/api/v1/patterns/{id}', { params: at(id ?? ''), signal }),
      );
      return { pattern: data, etag: response.headers.get('ETag') ?? '' };
    },
  });

export const useHistory = (id: string) =>
  useQuery({
    queryKey: ['pattern', id, 'history'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/patterns/{id}/history', { params: at(id), signal })),
  });

export const useGraph = (id: string, depth: number, type: readonly RelationshipType[]) =>
  useQuery({
    queryKey: ['pattern', id, 'graph', depth, type],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/patterns/{id}/graph', {
          params: { ...at(id), query: { depth, type: [...type] } },
          signal,
        }),
      ),
    placeholderData: (before) => before,
  });

export const useUsage = (id: string, days: number) =>
  useQuery({
    queryKey: ['pattern', id, 'usage', days],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/patterns/{id}/usage', { params: { ...at(id), query: { days } }, signal }),
      ),
    placeholderData: (before) => before,
  });

export const useUses = (id: string, limit: number) =>
  useQuery({
    queryKey: ['pattern', id, 'uses', limit],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/patterns/{id}/uses', { params: { ...at(id), query: { limit } }, signal }),
      ),
  });

export const useOccurrences = (id: string, limit: number) =>
  useQuery({
    queryKey: ['pattern', id, 'occurrences', limit],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/patterns/{id}/occurrences', {
          params: { ...at(id), query: { limit } },
          signal,
        }),
      ),
    placeholderData: (before) => before,
  });

/** Changes a pattern that still stands as it was read; the server refuses anything else. */
export const usePatch = (id: string) =>
  useChange(({ etag, patch }: { etag: string; patch: Patch }) =>
    answer(
      api.PATCH('/api/v1/patterns/{id}', {
        params: { ...at(id), header: { 'If-Match': etag } },
        body: patch,
      }),
    ),
  );

/** Makes the content of an earlier version current again. */
export const useRestore = (id: string) =>
  useChange(({ etag, version }: { etag: string; version: number }) =>
    answer(
      api.POST('/api/v1/patterns/{id}/restore', {
        params: { ...at(id), header: { 'If-Match': etag } },
        body: { version },
      }),
    ),
  );

type Draft = paths['/api/v1/patterns']['post']['requestBody']['content']['application/json'];
type Edge =
  paths['/api/v1/patterns/{id}/relationships']['post']['requestBody']['content']['application/json'];

/** Adds a pattern; a near copy is refused unless it is wanted. */
export const useCreate = () =>
  useChange(({ draft, isCopyWanted }: { draft: Draft; isCopyWanted: boolean }) =>
    answer(
      api.POST('/api/v1/patterns', {
        params: { query: isCopyWanted ? { allow_duplicate: true } : {} },
        body: draft,
      }),
    ),
  );

export const useRelate = () =>
  useChange(({ sourceId, edge }: { sourceId: string; edge: Edge }) =>
    answer(api.POST('/api/v1/patterns/{id}/relationships', { params: at(sourceId), body: edge })),
  );

/** Takes a relation away; it is named by its source, its type and what it leads to. */
export const useUnrelate = () =>
  useChange(({ source_id, type, target_id, external }: EdgeName) =>
    answer(
      api.DELETE('/api/v1/patterns/{id}/relationships', {
        params: {
          ...at(source_id),
          query: {
            type,
            ...(target_id === null ? {} : { target_id }),
            ...(external === null ? {} : { external }),
          },
        },
      }),
    ),
  );

export type EdgeName = Pick<Relationship, 'source_id' | 'type' | 'target_id' | 'external'>;

/** What was read of the pattern, of the list and of the overview is old after a change, and after a refusal too. */
export function useChange<Change, Result>(change: (change: Change) => Promise<Result>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      Promise.all(
        ['pattern', 'patterns', 'overview', 'code'].map((subject) =>
          queries.invalidateQueries({ queryKey: [subject] }),
        ),
      ),
  });
}
