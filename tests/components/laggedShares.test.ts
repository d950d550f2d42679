import {describe, expect, it} from 'vitest';
import {laggedShares} from '../../src/components/laggedShares';

describe('laggedShares()', () => {
  it('laggedShares() start at 0, end at 1, and the last starts when the algebra says', () => {
    const lag = 0.5;
    expect([0, 1, 2].map(laggedShares(3, lag, 0))).toEqual([0, 0, 0]);
    expect([0, 1, 2].map(laggedShares(3, lag, 1))).toEqual([1, 1, 1]);
    // The clock ends at (3 - 1) * 0.5 + 1 = 2, so the third sets out at half of the time.
    expect(laggedShares(3, lag, 0.5)(2)).toBe(0);
    expect(laggedShares(3, lag, 0.51)(2)).toBeGreaterThan(0);
  });

  it('laggedShares() never run backwards', () => {
    for (let share = 0; share < 1; share += 0.05) {
      expect(laggedShares(9, 0.2, share + 0.05)(4)).toBeGreaterThanOrEqual(laggedShares(9, 0.2, share)(4));
    }
  });
});
