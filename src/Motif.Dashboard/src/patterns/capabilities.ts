import type { PatternKind } from '../api/types';

/** Something Motif does with one kind of pattern. */
export interface Capability {
  readonly name: string;
  readonly kind: PatternKind;
  /** What it is good for, in a sentence. */
  readonly purpose: string;
  /** Its own page; without one, its patterns stand in the catalogue. */
  readonly path?: string;
}

/** Every capability in the order of navigation and overview. A room is furnished by giving it a path and a page. */
export const capabilities: readonly Capability[] = [
  {
    name: 'Code',
    kind: 'code',
    purpose: 'Functions, classes and designs that recur in scanned source code.',
    path: '/code',
  },
  {
    name: 'Content',
    kind: 'content',
    purpose: 'Families of posts and titles, to choose the next variant from.',
    path: '/content',
  },
  {
    name: 'Discovery',
    kind: 'semantic',
    purpose: 'Traits that made similar videos, articles or posts do better.',
    path: '/discovery',
  },
  {
    name: 'Decisions',
    kind: 'decision',
    purpose: 'Messages and how people answered them, to answer the next one.',
    path: '/decisions',
  },
  {
    name: 'Practices',
    kind: 'success',
    purpose: 'What worked before, with its steps and how to tell that it worked.',
  },
];

/** Where the patterns of a capability are to be seen. */
export const capabilityPath = ({ path, kind }: Capability): string =>
  path ?? `/catalogue?kind=${kind}`;
