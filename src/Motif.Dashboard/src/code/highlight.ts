import hljs from 'highlight.js/lib/core';
import csharp from 'highlight.js/lib/languages/csharp';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import typescript from 'highlight.js/lib/languages/typescript';

hljs.registerLanguage('csharp', csharp);
hljs.registerLanguage('javascript', javascript);
hljs.registerLanguage('json', json);
hljs.registerLanguage('python', python);
hljs.registerLanguage('typescript', typescript);

/** Longer excerpts stay plain: colours are not worth a page that hangs. */
const maxLength = 100_000;

/** Markup with one span a token, everything of the source escaped; null for a language that is not known. */
export const highlighted = (source: string, language: string): string | null =>
  hljs.getLanguage(language) === undefined || source.length > maxLength
    ? null
    : hljs.highlight(source, { language, ignoreIllegals: true }).value;
