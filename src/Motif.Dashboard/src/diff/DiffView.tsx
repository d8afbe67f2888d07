import { Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { plural } from '../format/numbers';
import classes from './DiffView.module.css';
import { diffLines, type DiffLine } from './lines';

/** Unchanged lines shown on either side of a change. */
const context = 3;

const signs = { same: ' ', removed: '−', added: '+' } as const;
const spoken = { same: undefined, removed: 'removed', added: 'added' } as const;

interface Hunk {
  readonly lines: readonly DiffLine[];
  readonly isFolded: boolean;
}

/** Runs of unchanged lines away from any change are folded. */
function hunks(lines: readonly DiffLine[]): Hunk[] {
  const isNear = lines.map((_, at) =>
    lines.slice(Math.max(0, at - context), at + context + 1).some((line) => line.change !== 'same'),
  );
  const result: { lines: DiffLine[]; isFolded: boolean }[] = [];
  lines.forEach((line, at) => {
    const isFolded = isNear[at] !== true;
    const last = result.at(-1);
    if (last?.isFolded === isFolded) last.lines.push(line);
    else result.push({ lines: [line], isFolded });
  });
  return result;
}

/** What changed from one text to another. */
export function DiffView({
  before,
  after,
}: {
  before: readonly string[];
  after: readonly string[];
}) {
  const parts = useMemo(() => hunks(diffLines(before, after)), [before, after]);
  if (parts.every((part) => part.isFolded))
    return (
      <Text size="sm" c="dimmed">
        Both versions have the same content.
      </Text>
    );
  return (
    <div className={classes.diff} role="group" aria-label="Differences">
      {parts.map((part, index) =>
        part.isFolded ? <Fold key={index} hunk={part} /> : <Lines key={index} lines={part.lines} />,
      )}
    </div>
  );
}

const Lines = ({ lines }: { lines: readonly DiffLine[] }) =>
  lines.map(({ change, text }, index) => (
    <div key={index} className={classes[change]}>
      <span className={classes.sign} aria-label={spoken[change]}>
        {signs[change]}
      </span>
      {text}
    </div>
  ));

function Fold({ hunk }: { hunk: Hunk }) {
  const [isOpen, setOpen] = useState(false);
  return isOpen ? (
    <Lines lines={hunk.lines} />
  ) : (
    <button type="button" className={classes.fold} onClick={() => setOpen(true)}>
      {plural(hunk.lines.length, 'unchanged line')}
    </button>
  );
}
