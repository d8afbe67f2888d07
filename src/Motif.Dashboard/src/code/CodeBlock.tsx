import { lazy, Suspense } from 'react';
import classes from './CodeBlock.module.css';

const Highlighted = lazy(() => import('./Highlighted'));

interface CodeBlockProps {
  readonly source: string;
  readonly language: string;
  /** Number of the first line in its file. */
  readonly firstLine?: number;
  readonly label: string;
}

/** Source with line numbers; colours come when their code has loaded. */
export function CodeBlock({ source, language, firstLine = 1, label }: CodeBlockProps) {
  const text = source.replace(/\s+$/, '');
  const lines = text.split('\n');
  return (
    // A scrolling region must be reachable by keyboard (WCAG 2.2, 2.1.1).
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.frame} role="region" aria-label={label} tabIndex={0}>
      <pre className={classes.numbers} aria-hidden="true">
        {lines.map((_, index) => firstLine + index).join('\n')}
      </pre>
      <pre className={classes.source}>
        <code>
          <Suspense fallback={text}>
            <Highlighted source={text} language={language} />
          </Suspense>
        </code>
      </pre>
    </div>
  );
}
