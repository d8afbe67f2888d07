import { useMemo } from 'react';
import { highlighted } from './highlight';

/** The source in colours where its language is known. */
export default function Highlighted({ source, language }: { source: string; language: string }) {
  const html = useMemo(() => highlighted(source, language), [source, language]);
  // The highlighter escapes what stands in the source; only its own spans are markup.
  return html === null ? source : <span dangerouslySetInnerHTML={{ __html: html }} />;
}
