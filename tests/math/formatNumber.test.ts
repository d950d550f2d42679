import {describe, expect, it} from 'vitest';
import {
  formatCompact, formatInteger, formatNumber, formatPercent, largestRemainderPercentages, roundTo,
} from '../../src/math/formatNumber';
import {seededRandom} from '../../src/math/seededRandom';

describe('roundTo()', () => {
  it('rounds halves away from zero, by the digits that are read', () => {
    expect([roundTo(1.005, 2), roundTo(-2.345, 2), roundTo(0.5), roundTo(-0.5), roundTo(2.5)]).toEqual([1.01, -2.35, 1, -1, 3]);
  });

  it('is odd and leaves rounded numbers alone', () => {
    const random = seededRandom('rounding');
    for (let i = 0; i < 200; i++) {
      const value = random.normal() * 10 ** random.integer(6);
      const once = roundTo(value, 3);
      expect(roundTo(once, 3)).toBe(once);
      expect(roundTo(-value, 3) + once).toBe(0);
    }
  });

  it('takes very small and very large numbers', () => {
    expect(Math.abs(roundTo(-1e-12, 3))).toBe(0);
    expect(roundTo(1e22, 2)).toBe(1e22);
  });
});

describe('formatNumber()', () => {
  it('writes a true minus, groups and fixed decimals', () => {
    expect(formatNumber(-1234.5, {decimals: 1})).toBe('\u22121,234.5');
    expect(formatNumber(1234567.891, {decimals: 2})).toBe('1,234,567.89');
    expect(formatNumber(1234.5, {decimals: 4, grouping: false})).toBe('1234.5000');
  });

  it('gives no minus to what rounds to zero', () => {
    expect(formatNumber(-0.04, {decimals: 1})).toBe('0.0');
    expect(formatNumber(-0)).toBe('0');
  });

  it('keeps to each sign policy', () => {
    const all = (value: number) => (['auto', 'always', 'nonzero', 'never'] as const).map(sign => formatNumber(value, {decimals: 1, sign}));
    expect(all(2)).toEqual(['2.0', '+2.0', '+2.0', '2.0']);
    expect(all(0)).toEqual(['0.0', '+0.0', '0.0', '0.0']);
    expect(all(-2)).toEqual(['\u22122.0', '\u22122.0', '\u22122.0', '2.0']);
  });

  it('shows a masked score and refuses what is no number', () => {
    expect(formatNumber(-Infinity)).toBe('\u2212∞');
    expect(() => formatNumber(NaN)).toThrow('NaN cannot be shown as a number');
    expect(() => formatNumber(1, {decimals: -1})).toThrow('0 to 15 decimals, not -1');
  });
});

describe('formatInteger(), formatPercent() and formatCompact()', () => {
  it('say the figures of the chapters as the chapters do', () => {
    expect(formatInteger(175181291520)).toBe('175,181,291,520');
    expect([6291456, 603979776, 1207959552, 49152, 175181291520, 128, 0].map(formatCompact)).toEqual(
      ['6.3 M', '604 M', '1.2 B', '49 K', '175 B', '128', '0'],
    );
    expect(formatPercent(0.0835, 1)).toBe('8.4%');
    expect(formatPercent(1)).toBe('100%');
  });

  it('formatCompact() never writes a thousand of a unit', () => {
    expect([999, 999499, 999999, 9960000, 1e15].map(formatCompact)).toEqual(['999', '999 K', '1.0 M', '10 M', '1,000 T']);
  });
});

describe('largestRemainderPercentages()', () => {
  it('adds to exactly 100 for any shares', () => {
    const random = seededRandom('shares');
    for (let i = 0; i < 100; i++) {
      const shares = Array.from({length: 1 + random.integer(12)}, () => random.next() + 1e-9);
      const whole = largestRemainderPercentages(shares).reduce((total, each) => total + each, 0);
      expect(whole).toBe(100);
      const tenths = largestRemainderPercentages(shares, 1).reduce((total, each) => total + Math.round(each * 10), 0);
      expect(tenths).toBe(1000);
    }
  });

  it('gives ties to the earlier entry', () => {
    expect(largestRemainderPercentages([1, 1, 1])).toEqual([34, 33, 33]);
    expect(() => largestRemainderPercentages([0, 0])).toThrow('positive sum');
  });
});
