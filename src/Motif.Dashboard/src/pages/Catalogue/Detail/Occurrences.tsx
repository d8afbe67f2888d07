import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useOccurrences } from '../../../api/pattern';
import { useMarkWrong, useUnmarkWrong, type Place as WrongPlace } from '../../../api/wrong';
import { Answer } from '../../../states/Answer';
import { Done } from '../../../states/Done';
import { Empty } from '../../../states/Empty';
import { ProblemNotice } from '../../../states/ProblemNotice';
import classes from './Occurrences.module.css';
import { MarkedWrong } from './MarkedWrong';
import { Place } from './Place';
import type { SectionProps } from './section';

const first = 25;
const most = 1000;

/** The places where the pattern stands, the first one open, each with its source and what was seen there. */
export function Occurrences({ pattern: { pattern_id: id } }: SectionProps) {
  const [limit, setLimit] = useState(first);
  const [wrong, setWrong] = useState<WrongPlace | null>(null);
  const occurrences = useOccurrences(id, limit);
  const mark = useMarkWrong(id);
  const unmark = useUnmarkWrong(id);
  const error = mark.error ?? unmark.error;
  return (
    <Stack gap="md">
      {wrong !== null && (
        <Done
          isUndoing={unmark.isPending}
          undo={() => unmark.mutate(wrong, { onSuccess: () => setWrong(null) })}
        >
          {wrong.qualified_name} is marked as wrong. It no longer counts, and its rule is believed a
          little less here.
        </Done>
      )}
      {error !== null && <ProblemNotice error={error} />}
      <Answer query={occurrences}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="It stands nowhere now">
              The source it was found in is gone, or its places were marked as wrong.
            </Empty>
          ) : (
            <>
              <ol className={classes.list}>
                {items.map((occurrence, index) => (
                  <Place
                    key={`${occurrence.repository}/${occurrence.file}:${occurrence.start_line}:${occurrence.qualified_name}:${occurrence.rule}`}
                    occurrence={occurrence}
                    isOpenAtFirst={index === 0}
                    isBusy={mark.isPending}
                    onWrong={(reason) => {
                      const { repository, file, qualified_name } = occurrence;
                      const place = { repository, file, qualified_name };
                      mark.mutate({ place, reason }, { onSuccess: () => setWrong(place) });
                    }}
                  />
                ))}
              </ol>
              {items.length === limit && limit < most && (
                <Button
                  variant="default"
                  onClick={() => setLimit(most)}
                  style={{ alignSelf: 'center' }}
                >
                  Show up to {most}
                </Button>
              )}
            </>
          )
        }
      </Answer>
      <MarkedWrong patternId={id} />
    </Stack>
  );
}
