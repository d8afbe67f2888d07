import type { ComponentType } from 'react';
import type { Pattern } from '../../../api/types';

/** What every section of a pattern's page is given. */
export interface SectionProps {
  readonly pattern: Pattern;
  /** Names the version that a change must still find. */
  readonly etag: string;
}

/** A part of a pattern's page that takes room. */
export interface Section {
  readonly name: string;
  readonly title: string;
  readonly View: ComponentType<SectionProps>;
  readonly isShown?: (pattern: Pattern) => boolean;
}
