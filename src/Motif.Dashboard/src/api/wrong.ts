import { useQuery } from '@tanstack/react-query';
import { answer, api } from './client';
import { useChange } from './pattern';

/** A place of a pattern; without one, all its places are meant. */
export interface Place {
  readonly repository: string;
  readonly file: string;
  readonly qualified_name: string;
}

/** What was marked wrong of a pattern, and how far its rules are believed since. */
export const useWrong = (id: string) =>
  useQuery({
    queryKey: ['pattern', id, 'wrong'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/patterns/{id}/wrong', { params: { path: { id } }, signal })),
  });

/** Every place of the pattern. */
const everywhere = { repository: null, file: null, qualified_name: null };

export const useMarkWrong = (id: string) =>
  useChange(({ place, reason }: { place: Place | null; reason: string }) =>
    answer(
      api.POST('/api/v1/patterns/{id}/wrong', {
        params: { path: { id } },
        body: { ...(place ?? everywhere), reason: reason === '' ? null : reason },
      }),
    ),
  );

export const useUnmarkWrong = (id: string) =>
  useChange((place: Place | null) =>
    answer(
      api.DELETE('/api/v1/patterns/{id}/wrong', {
        params: { path: { id }, query: place === null ? {} : { ...place } },
      }),
    ),
  );
