import {describe, expect, it} from 'vitest';
import {drawFrom, triedRows, visitedRow} from '../../src/components/sampling';

const shares = [0.5, 0.3, 0.15, 0.05];

describe('sampling', () => {
  it('drawFrom() draws each row as often as its share says', () => {
    const counts = [0, 0, 0, 0];
    for (let seed = 0; seed < 4000; seed++) counts[drawFrom('bars', shares, {seed}).index]++;
    counts.forEach((count, row) => expect(Math.abs(count / 4000 - shares[row])).toBeLessThan(0.025));
  });

  it('drawFrom() gives a place inside the share that it names', () => {
    for (let seed = 0; seed < 50; seed++) {
      for (const on of [undefined, 2]) {
        const {index, place} = drawFrom('bars', shares, {seed, on});
        const start = shares.slice(0, index).reduce((sum, share) => sum + share, 0);
        expect(place).toBeGreaterThanOrEqual(start);
        expect(place).toBeLessThan(start + shares[index]);
      }
    }
  });

  it('drawFrom() repeats itself for one seed and takes a recorded row', () => {
    expect(drawFrom('bars', shares, {seed: 'x'})).toEqual(drawFrom('bars', shares, {seed: 'x'}));
    expect(drawFrom('bars', shares, {seed: 'x', on: 3}).index).toBe(3);
    expect(() => drawFrom('ProbabilityBars', shares, {on: 4})).toThrow('Cannot sample ProbabilityBars: "on" is 4, it has rows 0 to 3');
  });

  it('triedRows() never tries a row without a chance', () => {
    expect(triedRows([0, 1, 0], 20)).toEqual(Array.from({length: 20}, () => 1));
  });

  it('visitedRow() begins at the first row, ends on the last, and stays longest there', () => {
    const rows = [2, 0, 3, 1];
    expect(visitedRow(rows, 0)).toBe(2);
    expect(visitedRow(rows, 1)).toBe(1);
    expect(visitedRow(rows, 0.85)).toBe(1);
    expect(visitedRow([3], 0.5)).toBe(3);
  });

  it('visitedRow() never leaves the rows it visits', () => {
    for (let share = 0; share <= 1; share += 0.01) {
      expect(visitedRow([2, 0, 3], share)).toBeGreaterThanOrEqual(0);
      expect(visitedRow([2, 0, 3], share)).toBeLessThanOrEqual(3);
    }
  });
});
