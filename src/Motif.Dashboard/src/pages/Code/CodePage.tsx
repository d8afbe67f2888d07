import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useCodePatterns, type CodePatterns } from '../../api/code';
import { PageHeader } from '../../frame/PageHeader';
import { Panel } from '../../frame/Panel';
import { Answer } from '../../states/Answer';
import { Loading } from '../../states/Loading';
import { FirstSteps } from '../../patterns/FirstSteps';
import { Duplicates } from './Duplicates/Duplicates';
import { Relations } from './Relations';
import { Scans } from './Scans/Scans';
import { SpreadTable } from './SpreadTable';

const views = [
  { name: 'map', title: 'Quality and spread' },
  { name: 'relations', title: 'Relations' },
  { name: 'duplicates', title: 'Duplicates' },
  { name: 'scans', title: 'Scans' },
] as const;

/** The patterns found in source code: where the good and the used ones are, what hangs together, what was scanned. */
export function CodePage() {
  const [address, setAddress] = useSearchParams();
  const named = address.get('view');
  const view = views.find(({ name }) => name === named)?.name ?? 'map';
  return (
    <>
      <PageHeader
        title="Code"
        note="Functions, classes and designs that recur in the scanned source code."
      />
      <Tabs
        value={view}
        onChange={(name) => setAddress({ view: name ?? 'map' })}
        keepMounted={false}
      >
        <Tabs.List mb="lg">
          {views.map(({ name, title }) => (
            <Tabs.Tab key={name} value={name}>
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="map">
          <Found>{(found) => <SpreadTable {...found} />}</Found>
        </Tabs.Panel>
        <Tabs.Panel value="relations">
          <Found>{(found) => <Relations patterns={found.patterns} />}</Found>
        </Tabs.Panel>
        <Tabs.Panel value="duplicates">
          <Duplicates />
        </Tabs.Panel>
        <Tabs.Panel value="scans">
          <Scans />
        </Tabs.Panel>
      </Tabs>
    </>
  );
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
