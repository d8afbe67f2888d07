import { useQuery } from '@tanstack/react-query';
import { answer, api } from './client';
import type { Pattern } from './types';

const pageSize = 500;

/** A picture of more says no more. */
const maxPages = 4;

/** Patterns of code, most used first, and whether there are more than were asked for. */
export interface CodePatterns {
  readonly patterns: readonly Pattern[];
  readonly isCut: boolean;
}

export const useCodePatterns = () =>
  useQuery({
    queryKey: ['code', 'patterns'],
    queryFn: async ({ signal }): Promise<CodePatterns> => {
      const patterns: Pattern[] = [];
      let cursor: string | null = null;
      for (let page = 0; page < maxPages; page++) {
        const { items, next_cursor }: { items: Pattern[]; next_cursor: string | null } =
          await answer(
            api.GET('/api/v1/patterns', {
              params: {
                query: {
                  kind: 'code',
                  status: ['active', 'draft'],
                  sort: 'uses',
                  limit: pageSize,
                  ...(cursor === null ? {} : { cursor }),
                },
              },
              signal,
            }),
          );
        patterns.push(...items);
        cursor = next_cursor;
        if (cursor === null) break;
      }
      return { patterns, isCut: cursor !== null };
    },
  });
