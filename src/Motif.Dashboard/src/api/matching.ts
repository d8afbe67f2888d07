import { useQuery } from '@tanstack/react-query';
import { answer, api } from './client';
import type { MatchFilters } from './types';

/** What somebody wants to achieve, in words. */
export interface Wish {
  readonly intent: string;
  readonly context: string;
  /** What is considered at all; nothing named leaves it open. */
  readonly filters: MatchFilters;
}

/** Results shown; the rest is counted. */
const limit = 10;

/**
 * Patterns for an intent, with the arithmetic behind them. A delivered match is an exposure in the ledger, so that it is
 * asked once and not again by itself.
 */
export const useMatch = ({ intent, context, filters }: Wish) =>
  useQuery({
    queryKey: ['match', intent, context, filters],
    queryFn: ({ signal }) =>
      answer(
        api.POST('/api/v1/patterns/match', {
          body: {
            intent,
            ...(context === '' ? {} : { context }),
            ...(Object.keys(filters).length === 0 ? {} : { filters }),
            limit,
            explain: true,
            actor: 'dashboard',
          },
          signal,
        }),
      ),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

/** How far confidences held, by outcomes. */
export const useReliability = () =>
  useQuery({
    queryKey: ['reliability'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/matching/confidence', { signal })),
  });
