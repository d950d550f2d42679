import {describe, expect, it} from 'vitest';
import {bellShareBelow, erf, gelu, geluTanh, relu} from '../../src/math/activations';
import {roundTo} from '../../src/math/formatNumber';

describe('relu()', () => {
  it('turns the and-gate sums 1, 0 and -1 into 1, 0 and 0', () => {
    expect([2, 1, 0].map(sum => relu(sum - 1))).toEqual([1, 0, 0]);
  });
});

describe('gelu()', () => {
  it('gives the known values', () => {
    const known: [number, number][] = [[-2, -0.0455], [-1, -0.1587], [-0.5, -0.1543], [0.5, 0.3457], [1, 0.8413], [2, 1.9545]];
    for (const [x, y] of known) expect(roundTo(gelu(x), 4)).toBe(y);
  });

  it('of x less gelu of -x is x', () => {
    for (const x of [0.1, 1, 2.5, 7, 40]) expect(gelu(x) - gelu(-x)).toBeCloseTo(x, 13);
  });

  it('as GPT-2 computes it is within 5e-4', () => {
    for (let x = -6; x <= 6; x += 0.01) expect(Math.abs(gelu(x) - geluTanh(x))).toBeLessThan(5e-4);
  });
});

describe('erf()', () => {
  it('agrees with tables to 15 digits', () => {
    const table: [number, number][] = [
      [0, 0], [0.5, 0.5204998778130465], [1, 0.8427007929497149], [2, 0.9953222650189527], [3, 0.9999779095030014],
    ];
    for (const [x, y] of table) expect(erf(x)).toBeCloseTo(y, 14);
  });

  it('is odd, and flat at ±1 far out', () => {
    for (const x of [0.3, 2, 5.9]) expect(erf(-x)).toBe(-erf(x));
    expect([erf(7), erf(-Infinity), bellShareBelow(0)]).toEqual([1, -1, 0.5]);
    expect(erf(NaN)).toBeNaN();
  });
});
