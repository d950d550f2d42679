import {describe, expect, it} from 'vitest';
import {histogramBins} from '../../src/components/histogramBins';

describe('histogramBins()', () => {
  it('histogramBins() leaves no value out, the largest included', () => {
    const values = Array.from({length: 101}, (_, index) => index / 100);
    const bins = histogramBins(values, 10);
    expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(101);
    expect(bins[9].count).toBe(11);
  });

  it('histogramBins() refuses to crop data', () => {
    expect(() => histogramBins([3.1, 90, 178], 4, [80, 100])).toThrow('2 of 3 values lie outside "range" 80 to 100 (they run from 3.1 to 178)');
  });

  it('histogramBins() of nothing has empty bins, of one value one full one', () => {
    expect(histogramBins([], 3).map(bin => bin.count)).toEqual([0, 0, 0]);
    expect(histogramBins([7], 3).map(bin => bin.count)).toEqual([0, 1, 0]);
  });

  it('histogramBins() refuses half a bin', () => {
    expect(() => histogramBins([1], 0.5)).toThrow(RangeError);
  });
});
