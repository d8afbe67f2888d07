import { Select, Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { usePersonas } from '../../api/content';
import { PageHeader } from '../../frame/PageHeader';
import { Panel } from '../../frame/Panel';
import { Answer } from '../../states/Answer';
import { Loading } from '../../states/Loading';
import { Decisions } from './Decisions/Decisions';
import { Families } from './Families';
import { FirstPosts } from './FirstPosts';
import { Holdout } from './Holdout';
import { PersonaBoard } from './Personas/PersonaBoard';
import { Settings } from './Settings/Settings';

const views = [
  { name: 'persona', title: 'Persona', Of: PersonaBoard },
  { name: 'decisions', title: 'Decisions', Of: Decisions },
  { name: 'holdout', title: 'Hold-out', Of: Holdout },
  { name: 'families', title: 'Families', Of: null },
  { name: 'settings', title: 'Settings', Of: null },
] as const;

/** What personas post: which templates their audience is tired of, what to post next and why. */
export function ContentPage() {
  const [address, setAddress] = useSearchParams();
  const personas = usePersonas();
  const names = personas.data?.items.map(({ persona_id }) => persona_id) ?? [];
  const persona = address.get('persona') ?? names[0];
  const view = views.find(({ name }) => name === address.get('view'))?.name ?? 'persona';
  const go = (next: { view?: string; persona?: string }) =>
    setAddress({ view, ...(persona === undefined ? {} : { persona }), ...next });
  return (
    <>
      <PageHeader
        title="Content"
        note="Templates of posts: which ones an audience is tired of, and what to post next."
        aside={
          names.length > 0 && (
            <Select
              label="Persona"
              searchable
              data={names}
              value={persona ?? null}
              onChange={(name) => name !== null && go({ persona: name })}
              allowDeselect={false}
            />
          )
        }
      />
      <Tabs value={view} onChange={(name) => go({ view: name ?? 'persona' })} keepMounted={false}>
        <Tabs.List mb="lg">
          {views.map(({ name, title }) => (
            <Tabs.Tab key={name} value={name}>
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {views.map(({ name, Of }) => (
          <Tabs.Panel key={name} value={name}>
            {Of !== null ? (
              <OfPersona query={personas}>
                {persona === undefined ? <FirstPosts /> : <Of key={persona} persona={persona} />}
              </OfPersona>
            ) : name === 'families' ? (
              <Families />
            ) : (
              <Settings persona={persona} />
            )}
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}

/** Waits for the list of personas, from which the first one is shown. */
const OfPersona = ({
  query,
  children,
}: {
  query: ReturnType<typeof usePersonas>;
  children: ReactNode;
}) => (
  <Answer
    query={query}
    loading={
      <Panel title="Personas">
        <Loading rows={1} height={320} />
      </Panel>
    }
  >
    {() => children}
  </Answer>
);
