import { SimpleGrid, Stack, Text } from '@mantine/core';
import { usePersona } from '../../../api/content';
import type { PersonaStatistics } from '../../../api/types';
import { Chart } from '../../../charts/Chart';
import { fatigueGrid, fatigueLabel, fatigueOption, fatigueTable } from '../../../charts/fatigue';
import { usePalette } from '../../../charts/palette';
import { Facts } from '../../../frame/Facts';
import { Panel } from '../../../frame/Panel';
import { percent, plural, score } from '../../../format/numbers';
import { Answer } from '../../../states/Answer';
import { CapCost } from './CapCost';
import { DiversityChart } from './DiversityChart';
import { FamilyTable } from './FamilyTable';
import { Posts } from './Posts';
import { Tester } from './Tester';

const shownDays = 14;
const shownFamilies = 14;
const rowHeight = 28;

/** One persona: what its audience is tired of, what may be used now, what became of its posts. */
export function PersonaBoard({ persona }: { persona: string }) {
  const query = usePersona(persona);
  return (
    <Answer query={query}>
      {(statistics) => (
        <Stack gap="lg">
          <Fatigue statistics={statistics} updatedAt={query.dataUpdatedAt} />
          <Panel
            title="What may be used now, and what works?"
            note="Templates of this persona. The rate is successes by impressions, with where it lies in 95 of 100 cases."
          >
            <FamilyTable families={statistics.families} />
          </Panel>
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
            <DiversityChart days={statistics.diversity_by_day} />
            <CapCost persona={persona} />
          </SimpleGrid>
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
            <Tester persona={persona} />
            <Posts persona={persona} families={statistics.families} />
          </SimpleGrid>
        </Stack>
      )}
    </Answer>
  );
}

interface FatigueProps {
  readonly statistics: PersonaStatistics;
  /** The chart ends when the answer was given. */
  readonly updatedAt: number;
}

function Fatigue({ statistics, updatedAt }: FatigueProps) {
  const palette = usePalette();
  const used = statistics.families.filter(({ used_at }) => used_at.length > 0);
  const grid = fatigueGrid(used.slice(0, shownFamilies), shownDays, updatedAt);
  return (
    <Panel
      title="Which templates is the audience tired of?"
      note={`A dot is a post. A day is coloured by how full the window is that ends with it: red means fatigued. ${shownDays} days (UTC) to now.`}
    >
      <Stack gap="md">
        <Facts facts={factsOf(statistics)} />
        {used.length === 0 ? (
          <Text c="dimmed">Nothing was posted in the last four weeks.</Text>
        ) : (
          <Chart
            label={fatigueLabel(grid)}
            option={fatigueOption(grid, palette)}
            table={fatigueTable(grid)}
            height={60 + grid.families.length * rowHeight}
          />
        )}
      </Stack>
    </Panel>
  );
}

const factsOf = (of: PersonaStatistics) =>
  [
    ['In the window', `${plural(of.uses_in_window, 'post')}, ${of.open_reservations} reserved`],
    [
      'Diversity',
      of.diversity_score === null
        ? 'not enough posts to tell'
        : `${score(of.diversity_score)} of 1: how evenly templates are used`,
    ],
    ['Fatigued', `${percent(of.fatigue_rate)} of the templates in use`],
    [
      'Not as planned',
      `${plural(of.breaches, 'post')} broke a cap, ${of.late_posts} late, ${plural(of.expired_reservations, 'reservation')} expired`,
    ],
  ] as const;
