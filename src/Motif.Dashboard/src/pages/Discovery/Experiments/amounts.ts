import { signed } from '../../../format/numbers';

export const probability = (value: number): string =>
  value < 0.001 ? '< 0.001' : value.toFixed(3);

/** A share with its sign: +3.2 %. */
export const signedPercent = (share: number): string =>
  signed(`${share > 0 ? '+' : share < 0 ? '−' : ''}${Math.abs(100 * share).toFixed(1)}`);

/** Of numbers of any size four figures. */
export const figures = (value: number): string =>
  new Intl.NumberFormat('en-US', { maximumSignificantDigits: 4 }).format(value);
