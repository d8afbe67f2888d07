import type { PatternKind, PatternStatus, VersionEvent } from '../api/types';

/** Mantine colour names, so that badges and charts agree and both schemes have their shades. */
export const kindColor: Readonly<Record<PatternKind, string>> = {
  code: 'iris',
  content: 'orange',
  semantic: 'teal',
  success: 'green',
  decision: 'grape',
};

export const statusColor: Readonly<Record<PatternStatus, string>> = {
  draft: 'gray',
  active: 'green',
  deprecated: 'orange',
  archived: 'gray',
};

export const eventColor: Readonly<Record<VersionEvent, string>> = {
  created: 'green',
  edited: 'iris',
  status_changed: 'orange',
  moved: 'grape',
  restored: 'teal',
};
