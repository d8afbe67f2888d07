import { title } from '../../format/numbers';
import { bands } from '../../patterns/bands';
import { capabilities } from '../../patterns/capabilities';
import type { FilterName } from './filter';

/** What a filter is called. */
export const filterWords: Readonly<Record<FilterName, string>> = {
  search: 'Search',
  kind: 'Kind',
  pattern_type: 'Type',
  language: 'Language',
  status: 'Status',
  quality: 'Quality',
  repository: 'Repository',
  tag: 'Tag',
  min_quality_score: 'Quality at least',
  min_success_rate: 'Worked at least',
};

const languages: Readonly<Record<string, string>> = {
  csharp: 'C#',
  javascript: 'JavaScript',
  python: 'Python',
  typescript: 'TypeScript',
};

/** What a value of a filter is called. Repositories and tags have their own names. */
export function valueWords(name: FilterName, value: string): string {
  switch (name) {
    case 'kind':
      return capabilities.find(({ kind }) => kind === value)?.name ?? title(value);
    case 'quality':
      return bands.find((band) => band.name === value)?.title ?? value;
    case 'language':
      return languages[value] ?? title(value);
    case 'pattern_type':
    case 'status':
      return title(value);
    default:
      return value;
  }
}
