import { Anchor, Group, Table, Text } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { Link } from 'react-router';
import type { Pattern } from '../../api/types';
import { count, percent, title } from '../../format/numbers';
import { Ago } from '../../patterns/Ago';
import { StatusBadge, Tags } from '../../patterns/Badges';
import { patternPath } from '../../patterns/PatternLink';
import { QualityMeter } from '../../patterns/QualityMeter';
import classes from './PatternTable.module.css';

/** The steps that arrow keys make between the rows. */
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Arrow keys walk the rows, Home and End lead to the first and the last; Enter follows the link in focus. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-list-item]')];
  const at = links.findIndex((link) => link === document.activeElement);
  const step = steps[event.key];
  const next =
    event.key === 'Home'
      ? links[0]
      : event.key === 'End'
        ? links.at(-1)
        : step === undefined
          ? undefined
          : links[Math.max(0, at + step)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

export function PatternTable({
  patterns,
  isStale,
}: {
  patterns: readonly Pattern[];
  isStale: boolean;
}) {
  return (
    <div className={classes.frame} aria-busy={isStale}>
      <Table verticalSpacing="sm" highlightOnHover style={{ opacity: isStale ? 0.6 : 1 }}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Pattern</Table.Th>
            <Table.Th>Quality</Table.Th>
            <Table.Th ta="right" visibleFrom="sm">
              Worked
            </Table.Th>
            <Table.Th ta="right" visibleFrom="sm">
              Uses
            </Table.Th>
            <Table.Th visibleFrom="sm">Changed</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody onKeyDown={walk}>
          {patterns.map((pattern) => (
            <Row key={pattern.pattern_id} pattern={pattern} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

const Row = ({ pattern }: { pattern: Pattern }) => (
  <Table.Tr>
    <Table.Td className={classes.what}>
      <Group gap={8}>
        <Anchor component={Link} to={patternPath(pattern.pattern_id)} fw={600} data-list-item>
          {pattern.name}
        </Anchor>
        {pattern.status !== 'active' && <StatusBadge status={pattern.status} />}
      </Group>
      {pattern.description !== '' && (
        <Text size="sm" lineClamp={1}>
          {pattern.description}
        </Text>
      )}
      <Group gap={6} mt={2}>
        <Text size="sm" c="dimmed">
          {title(pattern.pattern_type)}
        </Text>
        <Tags tags={pattern.tags} />
      </Group>
    </Table.Td>
    <Table.Td>
      <QualityMeter value={pattern.quality.score} width={48} />
    </Table.Td>
    <Table.Td ta="right" className="tabular" visibleFrom="sm">
      <SuccessRate rate={pattern.success.rate} />
    </Table.Td>
    <Table.Td ta="right" className="tabular" visibleFrom="sm">
      {count(pattern.usage.uses)}
    </Table.Td>
    <Table.Td style={{ whiteSpace: 'nowrap' }} visibleFrom="sm">
      <Text size="sm" c="dimmed">
        <Ago at={pattern.updated_at} />
      </Text>
    </Table.Td>
  </Table.Tr>
);

const SuccessRate = ({ rate }: { rate: number | null }) =>
  rate === null ? (
    <Text size="sm" c="dimmed" component="span" aria-label="no outcome yet">
      –
    </Text>
  ) : (
    percent(rate)
  );
