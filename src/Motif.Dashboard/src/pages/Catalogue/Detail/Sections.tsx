import { Card, Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { Loading } from '../../../states/Loading';
import { RelationGraph } from '../../../relations/RelationGraph';
import classes from '../../../frame/Panel.module.css';
import { Body } from './Body';
import { Occurrences } from './Occurrences';
import type { Section, SectionProps } from './section';
import { UsageOverTime } from './UsageOverTime';

const Versions = lazy(() => import('./Versions'));

const sections: readonly Section[] = [
  { name: 'content', title: 'Content', View: Body },
  {
    name: 'occurrences',
    title: 'Places',
    View: Occurrences,
    isShown: (pattern) => pattern.kind === 'code',
  },
  {
    name: 'relations',
    title: 'Relations',
    View: ({ pattern }) => <RelationGraph patternId={pattern.pattern_id} />,
  },
  { name: 'usage', title: 'Results and use', View: UsageOverTime },
  { name: 'versions', title: 'History', View: Versions },
];

/** The parts of a pattern that take room, one at a time; which one stands in the address. */
export function Sections(props: SectionProps) {
  const [address, setAddress] = useSearchParams();
  const shown = sections.filter((section) => section.isShown?.(props.pattern) ?? true);
  const named = address.get('section');
  const current = shown.find((section) => section.name === named) ?? shown[0];
  return (
    <Card className={classes.panel ?? ''} padding="lg">
      <Tabs
        value={current?.name ?? null}
        onChange={(name) => setAddress(name === null ? {} : { section: name }, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="lg">
          {shown.map(({ name, title }) => (
            <Tabs.Tab key={name} value={name}>
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {shown.map(({ name, View }) => (
          <Tabs.Panel key={name} value={name}>
            <Suspense fallback={<Loading />}>
              <View {...props} />
            </Suspense>
          </Tabs.Panel>
        ))}
      </Tabs>
    </Card>
  );
}
