import { useState } from 'react';
import type { Pattern } from '../../../api/types';

/** What was changed on this page, and the version that undoing leads back to. */
export function useChanges(pattern: Pattern) {
  const [isEditing, setEditing] = useState(false);
  const [last, setLast] = useState<{ message: string; version: number; canUndo: boolean } | null>(
    null,
  );
  return {
    isEditing,
    message: last?.message ?? null,
    version: last?.version ?? pattern.version,
    /** Only the newest change; once there is another, the history knows the way back. */
    canUndo: last?.canUndo === true && pattern.version === last.version + 1,
    edit: () => setEditing(true),
    close: () => setEditing(false),
    made: (message: string) => {
      setEditing(false);
      setLast({ message, version: pattern.version, canUndo: true });
    },
    undone: () => setLast({ message: 'Undone.', version: pattern.version, canUndo: false }),
  };
}
