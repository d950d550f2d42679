import {describe, expect, it} from 'vitest';
import {focusStrength, mixWeights, onlyThese} from '../../src/components/focusWeights';

describe('focusWeights', () => {
  it('onlyThese() weighs the chosen members', () => {
    expect(onlyThese(4, [0, 2, 9])).toEqual([1, 0, 1, 0]);
  });

  it('mixWeights() takes what is missing as 0', () => {
    expect(mixWeights([1], [0, 1, 1], 0.25)).toEqual([0.75, 0.25, 0.25]);
  });

  it('focusStrength() dims only members out of focus, and only as far as there is focus', () => {
    expect(focusStrength(0, 0, 0.3)).toBe(1);
    expect(focusStrength(0, 1, 0.3)).toBe(0.3);
    expect(focusStrength(1, 1, 0.3)).toBe(1);
    expect(focusStrength(0, 0.5, 0.3)).toBeCloseTo(0.65, 10);
  });
});
