import { Stack } from '@mantine/core';
import { useState } from 'react';
import type { Pattern } from '../../../api/types';
import { useMarkWrong, useUnmarkWrong } from '../../../api/wrong';
import { Done } from '../../../states/Done';
import { ProblemNotice } from '../../../states/ProblemNotice';
import { WrongButton } from './WrongButton';

/** Marks every place of a pattern of code as wrong, with the way back. */
export function WrongEverywhere({ pattern }: { pattern: Pattern }) {
  const mark = useMarkWrong(pattern.pattern_id);
  const unmark = useUnmarkWrong(pattern.pattern_id);
  const [isMarked, setMarked] = useState(false);
  const error = mark.error ?? unmark.error;
  return (
    <Stack gap="xs" align="flex-start">
      <WrongButton
        what={pattern.name}
        meaning="None of its places is what the rule says. Later scans remember that. A single wrong place is marked under “Places”."
        size="sm"
        isBusy={mark.isPending}
        onWrong={(reason) =>
          mark.mutate({ place: null, reason }, { onSuccess: () => setMarked(true) })
        }
      />
      {isMarked && (
        <Done
          isUndoing={unmark.isPending}
          undo={() => unmark.mutate(null, { onSuccess: () => setMarked(false) })}
        >
          All its places are marked as wrong.
        </Done>
      )}
      {error !== null && <ProblemNotice error={error} />}
    </Stack>
  );
}
