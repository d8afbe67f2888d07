import { Table, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { CodePatterns } from '../../api/code';
import type { Pattern } from '../../api/types';
import { count, plural, title } from '../../format/numbers';
import { Panel } from '../../frame/Panel';
import { PatternLink } from '../../patterns/PatternLink';
import { QualityMeter, qualityColor } from '../../patterns/QualityMeter';
import { cells, placesOf, worst, type Cell } from './places';
import classes from './SpreadTable.module.css';

/** Patterns listed of a chosen cell. */
const listed = 15;

const key = ({ spread, band }: Cell): string => `${spread.name} ${band.name}`;

/** Counts of patterns by spread and quality; a count opens its patterns. */
export function SpreadTable({ patterns, isCut }: CodePatterns) {
  const rows = useMemo(() => cells(patterns), [patterns]);
  const [chosen, setChosen] = useState<string | null>(null);
  const most = Math.max(1, ...rows.flat().map((cell) => cell.patterns.length));
  const shown = rows.flat().find((cell) => key(cell) === chosen) ?? worst(rows);
  return (
    <Panel
      title="Where is poor code widespread, and where is good code rare?"
      note={
        isCut
          ? `The ${plural(patterns.length, 'most used pattern')} by places and quality; choose a number to see them`
          : `${plural(patterns.length, 'pattern')} by places and quality; choose a number to see them`
      }
    >
      <div className={classes.frame}>
        <table className={classes.grid}>
          <thead>
            <tr>
              <th scope="col">Places</th>
              {rows[0]?.map(({ band }) => (
                <th key={band.name} scope="col">
                  {band.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row[0]?.spread.name}>
                <th scope="row">{row[0]?.spread.name}</th>
                {row.map((cell) => (
                  <td key={key(cell)}>
                    <CellButton
                      cell={cell}
                      share={cell.patterns.length / most}
                      isChosen={cell === shown}
                      onChoose={() => setChosen(key(cell))}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown !== undefined && <Chosen cell={shown} />}
    </Panel>
  );
}

interface CellButtonProps {
  readonly cell: Cell;
  /** Of the fullest cell, 0 to 1. */
  readonly share: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function CellButton({
  cell: { patterns, band, spread },
  share,
  isChosen,
  onChoose,
}: CellButtonProps) {
  if (patterns.length === 0) return <span className={classes.none}>0</span>;
  const color = band.from === null ? 'var(--mantine-color-gray-5)' : qualityColor(band.from);
  return (
    <button
      type="button"
      className={classes.cell}
      aria-pressed={isChosen}
      aria-label={`${plural(patterns.length, 'pattern')}, ${band.title.toLowerCase()}, ${spread.name.toLowerCase()} places`}
      style={{
        background: `color-mix(in srgb, ${color} ${Math.round(10 + 24 * Math.sqrt(share))}%, var(--motif-surface))`,
      }}
      onClick={onChoose}
    >
      {count(patterns.length)}
    </button>
  );
}

const Chosen = ({ cell: { band, spread, patterns } }: { cell: Cell }) => (
  <section aria-live="polite" aria-label="Chosen patterns">
    <Text fw={600} mt="lg" mb="xs">
      {band.title}, {spread.name.toLowerCase()} places: {plural(patterns.length, 'pattern')}
    </Text>
    <Table.ScrollContainer minWidth={460}>
      <Table fz="sm" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Pattern</Table.Th>
            <Table.Th>Type</Table.Th>
            <Table.Th ta="right">Places</Table.Th>
            <Table.Th>Quality</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {patterns.slice(0, listed).map((pattern) => (
            <Row key={pattern.pattern_id} pattern={pattern} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
    {patterns.length > listed && (
      <Text size="sm" c="dimmed" mt="xs">
        The {listed} in most places; the other {count(patterns.length - listed)} stand in the
        catalogue.
      </Text>
    )}
  </section>
);

const Row = ({ pattern }: { pattern: Pattern }) => (
  <Table.Tr>
    <Table.Td>
      <PatternLink patternId={pattern.pattern_id}>{pattern.name}</PatternLink>
    </Table.Td>
    <Table.Td>{title(pattern.pattern_type)}</Table.Td>
    <Table.Td ta="right" className="tabular">
      {count(placesOf(pattern))}
    </Table.Td>
    <Table.Td>
      <QualityMeter value={pattern.quality.score} />
    </Table.Td>
  </Table.Tr>
);
