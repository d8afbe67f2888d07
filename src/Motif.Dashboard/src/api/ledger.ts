import { answer, api } from './client';
import { useChange } from './pattern';

/** Who the ledger names where a person clicked. */
const actor = 'dashboard';

/** What a use or an outcome belongs to: a match, where the pattern was found by one, and what it was for. */
export interface Occasion {
  readonly matchId?: string | undefined;
  readonly context?: string;
}

const ofOccasion = ({ matchId, context = '' }: Occasion) => ({
  ...(matchId === undefined ? {} : { match_id: matchId }),
  ...(context === '' ? {} : { context }),
});

/** Records that somebody uses the pattern now. */
export const useRecordUse = (patternId: string) =>
  useChange((occasion: Occasion) =>
    answer(
      api.POST('/api/v1/patterns/{id}/uses', {
        params: { path: { id: patternId } },
        body: { actor, ...ofOccasion(occasion) },
      }),
    ),
  );

/** Reports how using it ended; of a use where one is known, otherwise a use is recorded with it. */
export const useReportOutcome = (patternId: string) =>
  useChange(
    ({
      outcome,
      useId,
      ...occasion
    }: Occasion & { outcome: 'success' | 'failure'; useId: string | null }) =>
      answer(
        api.POST('/api/v1/patterns/{id}/outcomes', {
          params: { path: { id: patternId } },
          body: {
            outcome,
            ...(useId === null ? { actor } : { use_id: useId }),
            ...ofOccasion(occasion),
          },
        }),
      ),
  );
