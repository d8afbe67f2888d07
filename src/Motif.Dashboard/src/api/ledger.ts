import { answer, api } from './client';
import { useChange } from './pattern';

/** Who the ledger names where a person clicked. */
const actor = 'dashboard';

/** The match by which a pattern was found, where it was. */
interface Occasion {
  readonly matchId?: string | undefined;
}

interface Report extends Occasion {
  readonly outcome: 'success' | 'failure';
  /** The use it belongs to; null records one with it. */
  readonly useId: string | null;
  /** What it was used for; the empty text leaves it to the match. */
  readonly intent: string;
}

const ofMatch = ({ matchId }: Occasion) => (matchId === undefined ? {} : { match_id: matchId });

/** Records that somebody uses the pattern now. */
export const useRecordUse = (patternId: string) =>
  useChange((occasion: Occasion) =>
    answer(
      api.POST('/api/v1/patterns/{id}/uses', {
        params: { path: { id: patternId } },
        body: { actor, ...ofMatch(occasion) },
      }),
    ),
  );

/** Reports how using it ended. A success with its intent makes the pattern be found by that intent. */
export const useReportOutcome = (patternId: string) =>
  useChange(({ outcome, useId, intent, ...occasion }: Report) =>
    answer(
      api.POST('/api/v1/patterns/{id}/outcomes', {
        params: { path: { id: patternId } },
        body: {
          outcome,
          ...(useId === null ? { actor } : { use_id: useId }),
          ...(intent === '' ? {} : { intent }),
          ...ofMatch(occasion),
        },
      }),
    ),
  );
