import { lazy, Suspense } from 'react';
import classes from './CodeBlock.module.css';

const Highlighted = lazy(() => import('./Highlighted'));

/** Lines that stand out, by their place in the block, counted from 0. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  /** What it is about, what proves it, or what differs. */
  readonly tone: 'subject' | 'proof' | 'different';
}

interface CodeBlockProps {
  readonly source: string;
  readonly language: string;
  /** Number of the first line in its file. */
  readonly firstLine?: number;
  /** The numbers of the lines where they do not simply go on; null has none. */
  readonly numbers?: readonly (number | null)[];
  readonly marks?: readonly Mark[];
  readonly label: string;
}

/** Source with line numbers; colours come when their code has loaded. */
export function CodeBlock({
  source,
  language,
  firstLine = 1,
  numbers,
  marks = [],
  label,
}: CodeBlockProps) {
  const text = source.replace(/\s+$/, '');
  const shown = numbers ?? text.split('\n').map((_, index) => firstLine + index);
  return (
    // A scrolling region must be reachable by keyboard (WCAG 2.2, 2.1.1).
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.frame} role="region" aria-label={label} tabIndex={0}>
      <pre className={classes.numbers} aria-hidden="true">
        {shown.map((number) => number ?? '').join('\n')}
      </pre>
      <pre className={classes.source}>
        {marks.map(({ from, to, tone }) => (
          <span
            key={`${tone} ${from}`}
            className={classes[tone]}
            data-mark={tone}
            style={{ '--from': from, '--lines': to - from + 1 } as React.CSSProperties}
            aria-hidden="true"
          />
        ))}
        <code>
          <Suspense fallback={text}>
            <Highlighted source={text} language={language} />
          </Suspense>
        </code>
      </pre>
    </div>
  );
}
