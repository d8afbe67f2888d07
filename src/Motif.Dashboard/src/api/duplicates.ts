import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer, api } from './client';
import type { paths } from './schema';

type Query = NonNullable<paths['/api/v1/code/duplicates']['get']['parameters']['query']>;

/** Which duplicates are listed. */
export type DuplicateFilter = Pick<Query, 'repository' | 'language' | 'min_lines'>;

const pageSize = 20;

export const useDuplicates = (filter: DuplicateFilter) =>
  useInfiniteQuery({
    queryKey: ['code', 'duplicates', filter],
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/v1/code/duplicates', {
          params: {
            query: {
              ...filter,
              limit: pageSize,
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    getNextPageParam: ({ next_cursor }) => next_cursor,
    placeholderData: keepPreviousData,
  });

/** Two copies of a group side by side; `left` and `right` count its copies from 0. */
export const useDuplicateSources = (id: string, left: number, right: number) =>
  useQuery({
    queryKey: ['code', 'duplicates', id, 'sources', left, right],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/code/duplicates/{id}/sources', {
          params: { path: { id }, query: { left, right, context: 0 } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
