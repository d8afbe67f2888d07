import type { Wish } from '../../../api/matching';
import type { MatchFilters } from '../../../api/types';

const share = (text: string | null): number | null => (text === null ? null : Number(text));

/** The filters of the list that a match understands too. */
function filtersOf(address: URLSearchParams): MatchFilters {
  const kinds = address.getAll('kind');
  const types = address.getAll('pattern_type');
  const tags = address.getAll('tag');
  const languages = address.getAll('language');
  const quality = share(address.get('min_quality_score'));
  const success = share(address.get('min_success_rate'));
  return {
    ...(kinds.length === 0 ? {} : { kinds }),
    ...(types.length === 0 ? {} : { pattern_types: types }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(languages.length === 0 ? {} : { languages }),
    ...(quality === null ? {} : { min_quality_score: quality }),
    ...(success === null ? {} : { min_success_rate: success }),
  };
}

/** The wish that the address holds; an empty intent is none. */
export const wishOf = (address: URLSearchParams): Wish => ({
  intent: address.get('intent') ?? '',
  context: address.get('context') ?? '',
  filters: filtersOf(address),
});

/** The address with another wish; what is empty leaves it. */
export function withWish(
  address: URLSearchParams,
  { intent, context }: Pick<Wish, 'intent' | 'context'>,
): URLSearchParams {
  const next = new URLSearchParams(address);
  for (const [name, value] of [
    ['intent', intent.trim()],
    ['context', intent.trim() === '' ? '' : context.trim()],
  ] as const) {
    next.delete(name);
    if (value !== '') next.set(name, value);
  }
  return next;
}
