import { useQuery } from '@tanstack/react-query';
import { answer, api } from './client';

/** How using a pattern ended, week by week. */
export const useOutcomes = (id: string, days: number) =>
  useQuery({
    queryKey: ['pattern', id, 'outcomes', days],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/patterns/{id}/outcomes/series', {
          params: { path: { id }, query: { days, step: days > 45 ? 'week' : 'day' } },
          signal,
        }),
      ),
    placeholderData: (before) => before,
  });
