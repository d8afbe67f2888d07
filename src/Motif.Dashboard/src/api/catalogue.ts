import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from './client';
import type { paths } from './schema';

/** Filters, order and place of a list, as the API names them. */
export type PatternFilter = NonNullable<paths['/api/v1/patterns']['get']['parameters']['query']>;

/** What narrows a list, without its order and place. */
export type Narrowing = Omit<PatternFilter, 'sort' | 'limit' | 'cursor'>;

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

/** What the list can be narrowed by, with how many patterns each choice has, and how many pass as it is. */
export const useFacets = (narrowing: Narrowing) =>
  useQuery({
    queryKey: ['patterns', 'facets', narrowing],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/patterns/facets', { params: { query: narrowing }, signal })),
    placeholderData: keepPreviousData,
  });
