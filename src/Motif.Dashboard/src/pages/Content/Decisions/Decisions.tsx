import { Badge, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { useDecisions } from '../../../api/content';
import type { DecisionSummary } from '../../../api/types';
import { Panel } from '../../../frame/Panel';
import { plural, words } from '../../../format/numbers';
import { Ago } from '../../../patterns/Ago';
import { Answer } from '../../../states/Answer';
import { Empty } from '../../../states/Empty';
import { DecisionDetail } from './DecisionDetail';
import classes from './Decisions.module.css';

/** The decisions of a persona; the chosen one with its explanation. */
export function Decisions({ persona }: { persona: string }) {
  const [address, setAddress] = useSearchParams();
  const decisions = useDecisions(persona);
  const chosen = address.get('decision') ?? decisions.data?.items[0]?.decision_id;
  return (
    <Answer query={decisions}>
      {({ items }) =>
        items.length === 0 || chosen === undefined ? (
          <Panel title="What was chosen, and why?">
            <Empty
              title="No decision was made for this persona yet"
              command={`motif content select variants.json --persona ${persona} -n 2`}
            >
              A decision chooses among texts by what worked and what the audience is tired of, and
              holds a place for each of them.
            </Empty>
          </Panel>
        ) : (
          <div className={classes.both}>
            <Panel title="Decisions" note="The newest first">
              <Stack gap={4} mah={720} style={{ overflowY: 'auto' }}>
                {items.map((decision) => (
                  <Row
                    key={decision.decision_id}
                    decision={decision}
                    isChosen={decision.decision_id === chosen}
                    onChoose={() =>
                      setAddress({ view: 'decisions', persona, decision: decision.decision_id })
                    }
                  />
                ))}
              </Stack>
            </Panel>
            <DecisionDetail key={chosen} persona={persona} decision={chosen} />
          </div>
        )
      }
    </Answer>
  );
}

interface RowProps {
  readonly decision: DecisionSummary;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

const Row = ({ decision, isChosen, onChoose }: RowProps) => (
  <UnstyledButton
    className={classes.row ?? ''}
    aria-current={isChosen ? 'true' : undefined}
    onClick={onChoose}
  >
    <Group gap={6}>
      <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
        {decision.decision_id}
      </Text>
      {decision.holdout && (
        <Badge size="sm" variant="light" color="gray">
          hold-out
        </Badge>
      )}
    </Group>
    <Text size="xs" c="dimmed">
      {words(decision.mode)} · {decision.selected.length} of {plural(decision.eligible, 'variant')}{' '}
      · <Ago at={decision.at} />
    </Text>
  </UnstyledButton>
);
