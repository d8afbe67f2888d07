import { Group, Select, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useNavigate, useSearchParams } from 'react-router';
import { useFindings, useRuns } from '../../../api/discovery';
import type { Finding } from '../../../api/types';
import { Chart } from '../../../charts/Chart';
import { forestHeight, forestOption, forestTable } from '../../../charts/forest';
import { usePalette } from '../../../charts/palette';
import { Panel } from '../../../frame/Panel';
import { plural } from '../../../format/numbers';
import { Answer } from '../../../states/Answer';
import { Empty } from '../../../states/Empty';
import { NothingYet } from '../NothingYet';
import { FindingTable } from './FindingTable';
import { findingStates } from './states';

/** More rows are no picture any more; the table has them all. */
const plotted = 24;

/** All findings of the last run: as a forest plot and as a table, by state and by where. */
export function Findings() {
  const findings = useFindings();
  const runs = useRuns();
  return (
    <Answer query={findings}>
      {({ items }) =>
        items.length > 0 ? (
          <Found findings={items} />
        ) : (
          <Answer query={runs}>
            {({ items: all }) =>
              all.some(({ state, request }) => state === 'finished' && !request.test_mode) ? (
                <Panel title="Nothing was found">
                  <Empty title="No trait goes with performance beyond chance">
                    The last run tested what the titles have in common and found nothing that it
                    would vouch for. Under Ask, “Why not?” says for any trait what is missing.
                  </Empty>
                </Panel>
              ) : (
                <NothingYet />
              )
            }
          </Answer>
        )
      }
    </Answer>
  );
}

function Found({ findings }: { findings: readonly Finding[] }) {
  const [address, setAddress] = useSearchParams();
  const [state, scope] = [address.get('state'), address.get('scope')];
  const go = (name: string, value: string | null) =>
    setAddress((before) => {
      if (value === null) before.delete(name);
      else before.set(name, value);
      return before;
    });
  const shown = findings.filter(
    (finding) =>
      (state === null || finding.state === state) && (scope === null || finding.scope === scope),
  );
  return (
    <Stack gap="lg">
      <Group align="flex-end">
        <Select
          label="State"
          placeholder="of any state"
          clearable
          data={Object.entries(findingStates).map(([value, { title }]) => ({
            value,
            label: title,
          }))}
          value={state}
          onChange={(value) => go('state', value)}
        />
        <Select
          label="Where"
          placeholder="anywhere"
          clearable
          searchable
          data={[...new Set(findings.map((finding) => finding.scope))].sort()}
          value={scope}
          onChange={(value) => go('scope', value)}
          style={{ flex: '1 1 220px', maxWidth: 380 }}
        />
      </Group>
      <Forest findings={shown} />
      <Panel
        title="Findings"
        note="Times is measured inside channel and time; expect is what to count on, since the largest of many are large by luck too."
      >
        <FindingTable findings={shown} />
      </Panel>
    </Stack>
  );
}

function Forest({ findings }: { findings: readonly Finding[] }) {
  const palette = usePalette();
  const isNarrow = useMediaQuery('(max-width: 36em)');
  const navigate = useNavigate();
  const drawn = findings.slice(0, plotted);
  return (
    <Panel
      title="What goes with performance?"
      note={`Squares: times the channel’s usual with the trait against without it, with 95 % intervals; circles: later items alone. ${
        drawn.length < findings.length
          ? `The first ${plotted} of ${plural(findings.length, 'finding')}.`
          : ''
      }`}
    >
      {drawn.length === 0 ? (
        <Empty title="No finding fits">Take a filter away.</Empty>
      ) : (
        <>
          <Chart
            option={forestOption(
              drawn,
              palette,
              ({ state }) => findingStates[state].paint(palette),
              isNarrow,
            )}
            height={forestHeight(drawn)}
            label={label(drawn)}
            table={forestTable(drawn)}
            onSelect={({ dataIndex }) => {
              const chosen = drawn[dataIndex];
              if (chosen !== undefined) void navigate(`/discovery/findings/${chosen.finding_id}`);
            }}
          />
          <Legend findings={drawn} />
        </>
      )}
    </Panel>
  );
}

const Legend = ({ findings }: { findings: readonly Finding[] }) => {
  const palette = usePalette();
  return (
    <Group gap="md" mt="xs">
      {Object.entries(findingStates)
        .filter(([state]) => findings.some((finding) => finding.state === state))
        .map(([state, { title, paint }]) => (
          <Group key={state} gap={6}>
            <span
              aria-hidden="true"
              style={{ width: 10, height: 10, borderRadius: 2, background: paint(palette) }}
            />
            <Text size="xs" c="dimmed">
              {title}
            </Text>
          </Group>
        ))}
    </Group>
  );
};

const label = (findings: readonly Finding[]): string => {
  const confirmed = findings.filter(({ state }) => state === 'confirmed').length;
  const better = findings.filter(({ multiplier }) => multiplier > 1).length;
  return `${plural(findings.length, 'finding')}: ${confirmed} confirmed, ${better} that go with more and ${findings.length - better} with less`;
};
