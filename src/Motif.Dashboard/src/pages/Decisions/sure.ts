import { percent } from '../../format/numbers';

/** A confidence is never certainty: what rounds to all or nothing says so. */
export const sure = (confidence: number): string =>
  confidence > 0.99
    ? 'over 99 %'
    : confidence > 0 && confidence < 0.01
      ? 'under 1 %'
      : percent(confidence);
