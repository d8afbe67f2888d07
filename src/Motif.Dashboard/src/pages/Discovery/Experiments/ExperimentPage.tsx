import { Anchor, List, Stack, Text } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { useExperiment, useExperimentResult } from '../../../api/experiments';
import type { Experiment, ExperimentResult } from '../../../api/types';
import { Facts } from '../../../frame/Facts';
import { PageHeader } from '../../../frame/PageHeader';
import { Panel } from '../../../frame/Panel';
import { count, percent } from '../../../format/numbers';
import { Ago } from '../../../patterns/Ago';
import { Answer } from '../../../states/Answer';
import { Empty } from '../../../states/Empty';
import { Comparisons } from './Comparisons';
import { ExperimentBadge } from './Experiments';
import { RatioPanel } from './RatioPanel';

/** One experiment: whether its counts can be trusted, and what its arms did. */
export function ExperimentPage() {
  const { experiment: id = '' } = useParams();
  const experiment = useExperiment(id);
  return <Answer query={experiment}>{(found) => <Opened experiment={found} />}</Answer>;
}

function Opened({ experiment }: { experiment: Experiment }) {
  const result = useExperimentResult(experiment);
  return (
    <>
      <PageHeader
        title={experiment.setup.name}
        note={
          <>
            {experiment.setup.hypothesis != null && `${experiment.setup.hypothesis} · `}
            <Anchor component={Link} to="/discovery?view=experiments" underline="always">
              all experiments
            </Anchor>
          </>
        }
        aside={<ExperimentBadge state={experiment.state} />}
      />
      <Stack gap="lg">
        {experiment.state === 'draft' ? (
          <Panel title="Not started">
            <Empty
              title="Nobody is assigned yet"
              command={`motif experiment start ${experiment.experiment_id}`}
            >
              Until it is started everything can be changed, afterwards only its traffic raised.
            </Empty>
          </Panel>
        ) : (
          <Answer query={result}>
            {(read) => <Result experiment={experiment} result={read} />}
          </Answer>
        )}
        <Setup experiment={experiment} />
      </Stack>
    </>
  );
}

const Result = ({ experiment, result }: { experiment: Experiment; result: ExperimentResult }) => (
  <>
    {result.ratio_check === null ? (
      <Panel title="Can the counts be trusted?">
        <Text c="dimmed">No unit has been seen yet.</Text>
      </Panel>
    ) : (
      <RatioPanel check={result.ratio_check} leftOut={result.left_out} />
    )}
    <Comparisons
      title="What decides"
      note="Intervals and p hold however often one looks, over everything that decides together."
      comparisons={result.decisions}
      isByDay={experiment.setup.design === 'switchback'}
    />
    {result.guardrails.length > 0 && (
      <Comparisons
        title="Guardrails"
        note="Must not suffer; each is watched by itself, at the full level."
        comparisons={result.guardrails}
        isByDay={experiment.setup.design === 'switchback'}
      />
    )}
    {result.remarks.length > 0 && (
      <Panel title="Remarks">
        <List size="sm">
          {result.remarks.map((remark) => (
            <List.Item key={remark}>{remark}</List.Item>
          ))}
        </List>
      </Panel>
    )}
  </>
);

const Setup = ({ experiment: { setup, history } }: { experiment: Experiment }) => (
  <Panel title="How it is set up">
    <Facts
      facts={[
        ['Arms', setup.arms.map(({ name, ratio }) => `${name} (${ratio ?? 1})`).join(', ')],
        ['Traffic', percent(setup.traffic ?? 1)],
        ['Error', percent(setup.alpha ?? 0.05)],
        [
          'Made for about',
          setup.expected_units == null
            ? 'not said'
            : `${count(setup.expected_units)} ${setup.design === 'switchback' ? 'days' : 'units'}`,
        ],
        ['Trait', setup.feature ?? 'none'],
        [
          'History',
          history.map(({ act, actor, at }) => (
            <div key={`${act} ${at}`}>
              {act} by {actor}, <Ago at={at} />
            </div>
          )),
        ],
      ]}
    />
  </Panel>
);
