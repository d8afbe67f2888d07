import type { ReactNode } from 'react';
import { useCodePatterns, type CodePatterns } from '../../api/code';
import { PageHeader } from '../../frame/PageHeader';
import { Panel } from '../../frame/Panel';
import { Views } from '../../frame/Views';
import { Answer } from '../../states/Answer';
import { Loading } from '../../states/Loading';
import { FirstSteps } from '../../patterns/FirstSteps';
import { Duplicates } from './Duplicates/Duplicates';
import { Relations } from './Relations';
import { Scans } from './Scans/Scans';
import { SpreadTable } from './SpreadTable';

const views = [
  { name: 'map', title: 'Quality and spread', Of: Spread },
  { name: 'relations', title: 'Relations', Of: Related },
  { name: 'duplicates', title: 'Duplicates', Of: Duplicates },
  { name: 'scans', title: 'Scans', Of: Scans },
] as const;

/** The patterns found in source code: where the good and the used ones are, what hangs together, what was scanned. */
export function CodePage() {
  return (
    <>
      <PageHeader
        title="Code"
        note="Functions, classes and designs that recur in the scanned source code."
      />
      <Views views={views} />
    </>
  );
}

function Spread() {
  return <Found>{(found) => <SpreadTable {...found} />}</Found>;
}

function Related() {
  return <Found>{(found) => <Relations patterns={found.patterns} />}</Found>;
}

/** What a scan found; without any, the way to one. */
function Found({ children }: { children: (found: CodePatterns) => ReactNode }) {
  const query = useCodePatterns();
  return (
    <Answer
      query={query}
      loading={
        <Panel title="Patterns of code">
          <Loading rows={1} height={420} />
        </Panel>
      }
    >
      {(found) =>
        found.patterns.length === 0 ? (
          <FirstSteps title="No source code was scanned yet" />
        ) : (
          children(found)
        )
      }
    </Answer>
  );
}
