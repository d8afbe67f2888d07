import { useMemo } from 'react';
import { useMapAttributes, useMapColumns, useMapSheet } from '../../../api/map';
import { ProblemError } from '../../../api/problem';
import type { MapSheet } from '../../../api/types';
import { Answer } from '../../../states/Answer';
import { Loading } from '../../../states/Loading';
import { NothingYet } from '../NothingYet';
import { Explored } from './Explored';
import { readPoints } from './points';

const waiting = <Loading rows={1} height={480} />;

/** The corpus as a map: near items lie near to each other, and names stand where their neighbourhood lies. */
export function MapView() {
  const sheet = useMapSheet();
  if (sheet.error instanceof ProblemError && sheet.error.status === 422) return <NothingYet />;
  return (
    <Answer query={sheet} loading={waiting}>
      {(read) => (read.points === 0 ? <NothingYet /> : <WithPoints sheet={read} />)}
    </Answer>
  );
}

function WithPoints({ sheet }: { sheet: MapSheet }) {
  const columns = useMapColumns(sheet.version);
  const attributes = useMapAttributes(sheet.version);
  const points = useMemo(
    () => (columns.data === undefined ? null : readPoints(columns.data, sheet.points)),
    [columns.data, sheet.points],
  );
  return (
    <Answer query={columns} loading={waiting}>
      {() => (
        <Answer query={attributes} loading={waiting}>
          {({ items }) =>
            points !== null && (
              <Explored key={sheet.version} sheet={sheet} points={points} attributes={items} />
            )
          }
        </Answer>
      )}
    </Answer>
  );
}
