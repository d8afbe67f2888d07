import { Tabs } from '@mantine/core';
import type { ComponentType } from 'react';
import { useSearchParams } from 'react-router';

export interface View {
  readonly name: string;
  readonly title: string;
  readonly Of: ComponentType;
}

/** The views of a page as tabs; the address names the one that is open, the first when it names none. */
export function Views({ views }: { views: readonly [View, ...View[]] }) {
  const [address, setAddress] = useSearchParams();
  const first = views[0].name;
  const open = views.find(({ name }) => name === address.get('view'))?.name ?? first;
  return (
    <Tabs value={open} onChange={(name) => setAddress({ view: name ?? first })} keepMounted={false}>
      <Tabs.List mb="lg">
        {views.map(({ name, title }) => (
          <Tabs.Tab key={name} value={name}>
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {views.map(({ name, Of }) => (
        <Tabs.Panel key={name} value={name}>
          <Of />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
