import hljs from 'highlight.js/lib/core';
import csharp from 'highlight.js/lib/languages/csharp';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';

hljs.registerLanguage('csharp', csharp);
hljs.registerLanguage('json', json);
hljs.registerLanguage('python', python);

/** Longer excerpts stay plain: colours are not worth a page that hangs. */
const maxLength = 100_000;

/** Markup with one span a token, everything of the source escaped; null for a language that is not known. */
export const highlighted = (source: string, language: string): string | null =>
  hljs.getLanguage(language) === undefined || source.length > maxLength
    ? null
    : hljs.highlight(source, { language, ignoreIllegals: true }).value;
