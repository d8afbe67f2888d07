import { Stack, Text } from '@mantine/core';
import { useCapCost } from '../../../api/content';
import type { CapCostReport } from '../../../api/types';
import { Facts } from '../../../frame/Facts';
import { Panel } from '../../../frame/Panel';
import { plural } from '../../../format/numbers';
import { Answer } from '../../../states/Answer';
import { points, rate } from '../rates';

/** What the cap of families cost, of what the persona's own decisions logged. */
export function CapCost({ persona }: { persona: string }) {
  return (
    <Panel
      title="What does the cap cost?"
      note="What decisions of the last 28 days expected without the cap, less what they expected with it. What a rested audience is worth later is not counted."
    >
      <Answer query={useCapCost(persona)}>
        {(report) => (
          <Stack gap="sm">
            <Text fw={600}>{verdict(report)}</Text>
            <Facts facts={factsOf(report)} />
          </Stack>
        )}
      </Answer>
    </Panel>
  );
}

function verdict({ per_slot, refusal }: CapCostReport): string {
  if (per_slot === null) return `Too early to tell: ${refusal ?? 'nothing was decided'}.`;
  const between = `between ${points(per_slot.low)} and ${points(per_slot.high)} in 95 of 100 cases`;
  if (per_slot.low > 0) return `${points(per_slot.value)} of rate a post, ${between}.`;
  if (per_slot.high < 0) return `Nothing: it gains ${points(-per_slot.value)}, ${between}.`;
  return `Not more than chance would: ${points(per_slot.value)} of rate a post, ${between}.`;
}

const factsOf = (of: CapCostReport) =>
  [
    ['Looked at', `${plural(of.decisions, 'decision')} with ${plural(of.slots, 'slot')}`],
    [
      'Held back',
      `in ${plural(of.held_back, 'slot')}` +
        (of.without === null || of.with === null
          ? ''
          : `: ${rate(of.without)} expected without the cap, ${rate(of.with)} with it`),
    ],
    ['Given up', `in ${plural(of.given_up, 'slot')}, where every template was at its cap`],
  ] as const;
