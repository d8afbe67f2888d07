import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from './client';
import type { paths } from './schema';

/** Filters, order and place of a list, as the API names them. */
export type PatternFilter = NonNullable<paths['/api/v1/patterns']['get']['parameters']['query']>;

export const useOverview = () =>
  useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/overview', { signal })),
  });

/** A page of the list; while another page loads, the one before stays. */
export const usePatterns = (filter: PatternFilter) =>
  useQuery({
    queryKey: ['patterns', filter],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/patterns', { params: { query: filter }, signal })),
    placeholderData: keepPreviousData,
  });
