import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useDecision, useReplay } from '../../../api/content';
import type { CellBelief, SelectionExplanation, VariantBelief } from '../../../api/types';
import { Facts } from '../../../frame/Facts';
import { Panel } from '../../../frame/Panel';
import { percent, plural, words } from '../../../format/numbers';
import { exact } from '../../../format/time';
import { Answer } from '../../../states/Answer';
import { Done } from '../../../states/Done';
import { ProblemNotice } from '../../../states/ProblemNotice';
import { RateInterval } from '../RateInterval';
import { mostOf, rate } from '../rates';
import { believed, chanceOf, shareOfRate } from './explanation';

interface DecisionDetailProps {
  readonly persona: string;
  readonly decision: string;
}

/** Why a decision came out as it did, and whether it comes out so again. */
export function DecisionDetail({ persona, decision }: DecisionDetailProps) {
  return (
    <Panel title="Why was this chosen?" aside={<Replay persona={persona} decision={decision} />}>
      <Answer query={useDecision(persona, decision)}>
        {(explanation) => <Explained explanation={explanation} />}
      </Answer>
    </Panel>
  );
}

function Replay({ persona, decision }: DecisionDetailProps) {
  const replay = useReplay(persona, decision);
  return (
    <Stack gap="xs" align="flex-end">
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => replay.mutate()}
        loading={replay.isPending}
      >
        Draw again
      </Button>
      {replay.error !== null && <ProblemNotice error={replay.error} />}
      {replay.data?.same === true && (
        <Done>Drawn again of what was stored: every pick and every number came out the same.</Done>
      )}
      {replay.data?.same === false && (
        <Text role="status" c="red" size="sm">
          Drawn again it came out otherwise: this server’s version is not the one that made it.
        </Text>
      )}
    </Stack>
  );
}

function Explained({ explanation }: { explanation: SelectionExplanation }) {
  const { decision, hypotheses, variants } = explanation;
  return (
    <Stack gap="lg">
      <Facts
        facts={[
          ['Made', `${exact(decision.at)}, ${words(decision.mode)}, ${decision.policy_version}`],
          ['Persona’s mean rate', rate(explanation.mean_rate)],
          [
            'Not ripe yet',
            `${plural(decision.pending_exposures, 'post')}, which moved nothing in this decision`,
          ],
          ...(decision.reason === null ? [] : [['Fewer slots', decision.reason] as const]),
        ]}
      />
      <Variants explanation={explanation} variants={variants} />
      {decision.mode !== 'off' && <Beliefs hypotheses={hypotheses} />}
    </Stack>
  );
}

interface VariantsProps {
  readonly explanation: SelectionExplanation;
  readonly variants: readonly VariantBelief[];
}

function Variants({ explanation, variants }: VariantsProps) {
  const most = mostOf(variants.map(({ high }) => high));
  const excluded = new Map(
    explanation.decision.excluded.map((variant) => [variant.variant_id, variant]),
  );
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table fz="sm" verticalSpacing={6} className="tabular">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Variant</Table.Th>
            <Table.Th ta="right">Chance</Table.Th>
            <Table.Th w="28%">Expected rate</Table.Th>
            <Table.Th>What counts against it</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {variants.map((variant) => {
            const slot = explanation.decision.selected.find(
              ({ variant_id }) => variant_id === variant.variant_id,
            );
            return (
              <Table.Tr key={variant.variant_id}>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  <Text size="sm" fw={slot === undefined ? 400 : 700} span>
                    {variant.variant_id}
                  </Text>
                  {slot !== undefined && (
                    <Text size="xs" c="var(--mantine-primary-color-filled)">
                      chosen for slot {slot.slot + 1}, with {percent(slot.probability)}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td ta="right">{chanceOf(explanation, variant.variant_id)}</Table.Td>
                <Table.Td>
                  <RateInterval
                    mean={variant.rate}
                    low={variant.low}
                    high={variant.high}
                    most={most}
                  />
                </Table.Td>
                <Table.Td>
                  {excluded.get(variant.variant_id)?.detail ?? shareOfRate(variant)}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** What the posts so far say about how this audience tires. */
const Beliefs = ({ hypotheses }: { hypotheses: readonly CellBelief[] }) => (
  <div>
    <Title order={3} fz="sm" mb={6}>
      How does this audience tire?
    </Title>
    {hypotheses.map(({ cell, weight }, index) => (
      <Group key={index} gap="sm" wrap="nowrap">
        <Text size="sm" className="tabular" w={48} ta="right" fw={600}>
          {percent(weight)}
        </Text>
        <Text size="sm">{believed(cell)}</Text>
      </Group>
    ))}
  </div>
);
