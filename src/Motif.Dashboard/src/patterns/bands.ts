/** A band of quality, as the server's filter names it. */
export interface Band {
  readonly name: 'excellent' | 'good' | 'fair' | 'poor' | 'unmeasured';
  readonly title: string;
  /** The scores it holds, in words. */
  readonly range: string;
  /** The least score; null for what has none. */
  readonly from: number | null;
}

/** Best first; what was not measured is no score of 0 and stands last. */
export const bands: readonly Band[] = [
  { name: 'excellent', title: 'Excellent', range: '0.80 and above', from: 0.8 },
  { name: 'good', title: 'Good', range: '0.60 to 0.79', from: 0.6 },
  { name: 'fair', title: 'Fair', range: '0.40 to 0.59', from: 0.4 },
  { name: 'poor', title: 'Poor', range: 'below 0.40', from: 0 },
  { name: 'unmeasured', title: 'Not measured', range: 'no score', from: null },
];

/** The band that a score falls into. */
export const bandOf = (score: number | null): Band['name'] =>
  bands.find(({ from }) => (from === null ? score === null : score !== null && score >= from))
    ?.name ?? 'unmeasured';
