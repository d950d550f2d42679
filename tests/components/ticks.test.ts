import {describe, expect, it} from 'vitest';
import {decimalsOf, roundStep, tickValues, numberStrength} from '../../src/components/ticks';

describe('ticks', () => {
  it('tickValues() includes both ends and an exact zero', () => {
    expect(tickValues([-1, 1], 0.5)).toEqual([-1, -0.5, 0, 0.5, 1]);
    expect(tickValues([-0.3, 0.3], 0.1)).toEqual([-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]);
  });

  it('tickValues() refuses a step of 0 and a thousand ticks', () => {
    expect(() => tickValues([0, 1], 0)).toThrow(RangeError);
    expect(() => tickValues([0, 1], 0.00001)).toThrow('would have 100001 ticks');
  });

  it('roundStep() is 1, 2, 2.5, 5 or 10 times a power of ten', () => {
    expect([10, 1, 7, 0.3, 1234].map(span => roundStep(span, 5))).toEqual([2, 0.2, 1, 0.05, 250]);
  });

  it('decimalsOf() counts what the step needs', () => {
    expect([1, 0.5, 0.25, 20].map(decimalsOf)).toEqual([0, 1, 2, 0]);
  });
});

describe('numberStrength()', () => {
  it('is whole for every tick of a whole axis, and nothing before the axis grows', () => {
    for (const distance of [0, 0.3, 1]) expect([numberStrength(1, distance), numberStrength(0, distance)]).toEqual([1, 0]);
  });

  it('comes in steps, nearer ticks first', () => {
    expect([0.25, 0.3, 0.35].map(drawn => numberStrength(drawn, 0.25).toFixed(2))).toEqual(['0.25', '0.58', '0.92']);
    expect(numberStrength(0.5, 0.4)).toBeGreaterThan(numberStrength(0.5, 0.5));
  });
});
