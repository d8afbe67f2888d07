const whole = new Intl.NumberFormat('en-US');
const compactNumber = new Intl.NumberFormat('en-US', {
  notation: 'compact',
  maximumFractionDigits: 1,
});

export const count = (value: number): string => whole.format(value);

/** 12,345 becomes 12.3K: for tiles and axes, where the exact number stands in a tooltip. */
export const compact = (value: number): string => compactNumber.format(value);

/** A number before its sign, which never stands alone on the next line. */
export const signed = (number: number | string): string => `${number}\u00a0%`;

/** A share of 0..1 as whole percent. */
export const percent = (share: number): string => signed(Math.round(share * 100));

/**
 * A score of 0..1 with two places, cut and not rounded, so that 0.597 does not read as if it had reached 0.60; or the
 * words for "nobody measured it".
 */
export const score = (value: number | null | undefined): string =>
  value == null ? 'not measured' : (Math.floor(value * 100 + 1e-9) / 100).toFixed(2);

/** A ratio of two things, such as 1.40×; three figures below a tenth, so that a small one is not 0. */
export const times = (ratio: number): string => `${ratio.toFixed(ratio < 0.1 ? 3 : 2)}×`;

/** “1 pattern”, “2 patterns”. */
export const plural = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;

export function bytes(value: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let unit = 0;
  let size = value;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit++;
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${units[unit] ?? ''}`;
}

/** `function_pattern` becomes “function pattern”. */
export const words = (wireName: string): string => wireName.replaceAll('_', ' ');

/** “function_pattern” becomes “Function pattern”. */
export function title(wireName: string): string {
  const spaced = words(wireName);
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
