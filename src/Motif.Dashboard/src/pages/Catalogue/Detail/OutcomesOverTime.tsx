import { Stack, Text, Title } from '@mantine/core';
import { useOutcomes } from '../../../api/outcomes';
import { Chart } from '../../../charts/Chart';
import { fromFirstOutcome, outcomesOption, outcomesTable } from '../../../charts/outcomes';
import { usePalette } from '../../../charts/palette';
import { count, percent, plural } from '../../../format/numbers';
import { Answer } from '../../../states/Answer';
import { Loading } from '../../../states/Loading';

/** Whether it works, and whether that changes: the share of outcomes that worked, with how sure that is. */
export function OutcomesOverTime({ patternId, days }: { patternId: string; days: number }) {
  const outcomes = useOutcomes(patternId, days);
  const palette = usePalette();
  return (
    <Stack gap="xs">
      <Title order={3} fz="md">
        Does it work, and is that changing?
      </Title>
      <Answer query={outcomes} loading={<Loading rows={1} height={200} />}>
        {({ items, total }) => {
          const all = total.successes + total.failures;
          if (all === 0 || total.rate == null)
            return (
              <Text size="sm" c="dimmed">
                No outcome was reported in these {count(days)} days. “It worked” and “It failed”
                above report one.
              </Text>
            );
          const sentence = `${percent(total.rate)} of ${plural(all, 'outcome')} worked in ${count(days)} days; with 95 % certainty the true rate lies between ${percent(total.low ?? 0)} and ${percent(total.high ?? 1)}.`;
          return (
            <>
              <Text size="sm">{sentence}</Text>
              {/* One point shows no change; the sentence has said it. */}
              {items.filter(({ rate }) => rate != null).length > 1 && (
                <Chart
                  label={sentence}
                  option={outcomesOption(fromFirstOutcome(items), palette)}
                  table={outcomesTable(items)}
                  height={200}
                />
              )}
            </>
          );
        }}
      </Answer>
    </Stack>
  );
}
