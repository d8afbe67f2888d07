import { useQuery } from '@tanstack/react-query';
import { answer, api } from './client';
import type { Occurrence } from './types';

/** Lines shown before and after. */
const context = 3;

/** The source at an occurrence, as it stands now or as the catalogue kept it. */
export const useSource = (o: Occurrence, isWanted: boolean) =>
  useQuery({
    // Apart from the pattern: a place that was just marked as wrong has no source to be asked for again.
    queryKey: ['source', o.pattern_id, o.repository, o.file, o.start_line],
    enabled: isWanted,
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/patterns/{id}/occurrences/source', {
          params: {
            path: { id: o.pattern_id },
            query: { repository: o.repository, file: o.file, start_line: o.start_line, context },
          },
          signal,
        }),
      ),
  });
