import { describe, expect, it } from 'vitest';
import { finding } from '../test/records';
import { forestHeight, forestOption, forestTable, traitName } from './forest';
import { light } from './palette';

describe('a forest plot', () => {
  it('names a trait as people would', () => {
    expect(traitName({ feature: 'phrase:how to' })).toBe('“how to”');
    expect(traitName({ feature: 'start:how to' })).toBe('begins “how to”');
    expect(traitName({ feature: 'skeleton:the truth about {x}' })).toBe('the truth about …');
    expect(traitName({ feature: 'mark:question' })).toBe('has a question mark');
    expect(traitName({ feature: 'mark:capitals' })).toBe('has capitals');
    expect(traitName({ feature: 'attribute:guest=true' })).toBe('guest: true');
  });

  it('holds every interval and both half and double on its scale', () => {
    const wide = finding({ ci95: { low: 0.2, high: 5 } });
    const { xAxis } = forestOption([wide], light, () => 'green');
    expect(xAxis.min).toBeLessThan(0.2);
    expect(xAxis.max).toBeGreaterThan(5);
    const narrow = forestOption([finding()], light, () => 'green').xAxis;
    expect(narrow.min).toBeLessThan(0.5);
    expect(narrow.max).toBeGreaterThan(2);
  });

  it('grows by a row for each finding', () => {
    expect(forestHeight([finding(), finding()]) - forestHeight([finding()])).toBe(26);
  });

  it('says the same in its table, and that nothing came later', () => {
    expect(forestTable([finding({ later: null })]).rows[0]).toEqual([
      '“how to”',
      'everything',
      '1.40×',
      '1.20×',
      '1.63×',
      '–',
      'confirmed',
    ]);
  });
});
