import { signed } from '../../format/numbers';

/** “4.2 %”: rates of posts are small. */
export const rate = (value: number): string => signed((100 * value).toFixed(1));

/** “0.42 points”: a difference of rates. */
export const points = (difference: number): string => `${(100 * difference).toFixed(2)} points`;

/** The right end of a scale that all rows share. */
export const mostOf = (highs: readonly (number | null)[]): number =>
  Math.max(0.01, ...highs.map((high) => high ?? 0));
