import { Button, Skeleton, Table } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { EChartProps } from './EChart';
import classes from './Chart.module.css';

const EChart = lazy(() => import('./EChart'));

/** The numbers behind a chart, for whom a picture says nothing. */
export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

interface ChartProps extends EChartProps {
  /** What the picture says in one sentence. */
  readonly label: string;
  readonly table: ChartTable;
}

/** A chart with its name for screen readers and its numbers as a table on demand. */
export function Chart({ label, table, ...drawing }: ChartProps) {
  const [isTable, setTable] = useState(false);
  return (
    <figure className={classes.figure}>
      {isTable ? (
        <Numbers table={table} label={label} />
      ) : (
        <div role="img" aria-label={label}>
          <Suspense fallback={<Skeleton height={drawing.height} />}>
            <EChart {...drawing} />
          </Suspense>
        </div>
      )}
      <Button
        className={classes.toggle ?? ''}
        variant="subtle"
        color="gray"
        size="compact-xs"
        onClick={() => setTable(!isTable)}
        aria-pressed={isTable}
      >
        {isTable ? 'Show as chart' : 'Show as table'}
      </Button>
    </figure>
  );
}

function Numbers({ table, label }: { table: ChartTable; label: string }) {
  return (
    <Table.ScrollContainer minWidth={280} maxHeight={320}>
      <Table fz="sm" verticalSpacing={4} stickyHeader className="tabular">
        <Table.Caption>{label}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {table.head.map((name) => (
              <Table.Th key={name}>{name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {table.rows.map((row, index) => (
            <Table.Tr key={index}>
              {row.map((cell, column) => (
                <Table.Td key={column}>{cell}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
