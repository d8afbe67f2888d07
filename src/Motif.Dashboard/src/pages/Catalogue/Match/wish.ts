import type { Wish } from '../../../api/matching';

/** The wish that the address holds; an empty intent is none. */
export const wishOf = (address: URLSearchParams): Wish => ({
  intent: address.get('intent') ?? '',
  context: address.get('context') ?? '',
});

/** The address with another wish; what is empty leaves it. */
export function withWish(address: URLSearchParams, { intent, context }: Wish): URLSearchParams {
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
