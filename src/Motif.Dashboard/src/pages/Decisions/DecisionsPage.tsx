import { PageHeader } from '../../frame/PageHeader';
import { Views } from '../../frame/Views';
import { Audit } from './Audit';
import { Imports } from './Imports';
import { Patterns } from './Patterns';
import { Queue } from './Queue';
import { Settings } from './Settings';
import { Shadow } from './Shadow';
import { Switches } from './Switches';
import { Tester } from './Tester';
import { WhatIf } from './WhatIf';

const views = [
  { name: 'queue', title: 'Queue', Of: Queue },
  { name: 'patterns', title: 'Patterns', Of: Patterns },
  { name: 'imports', title: 'Imports', Of: Imports },
  { name: 'shadow', title: 'Shadow report', Of: Shadow },
  { name: 'whatif', title: 'What if', Of: WhatIf },
  { name: 'test', title: 'Try a message', Of: Tester },
  { name: 'settings', title: 'Settings', Of: Settings },
  { name: 'audit', title: 'Audit', Of: Audit },
] as const;

/** Messages answered from learned patterns: what waits, what was learned, and how far the machine may go. */
export function DecisionsPage() {
  return (
    <>
      <PageHeader
        title="Decisions"
        note="Messages answered from learned patterns, from shadow to automatic."
        aside={<Switches />}
      />
      <Views views={views} />
    </>
  );
}
