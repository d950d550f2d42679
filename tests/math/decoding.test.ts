import {describe, expect, it} from 'vitest';
import {decodingDistribution, greedyIndex, sampleIndex} from '../../src/math/decoding';
import {seededRandom} from '../../src/math/seededRandom';
import {retemper} from '../../src/math/softmax';

const p = [0.05, 0.4, 0.25, 0.2, 0.1];

/** Counts of 10,000 draws. */
function histogram(options: Parameters<typeof sampleIndex>[2]): number[] {
  const random = seededRandom('ten thousand');
  const counts = p.map(() => 0);
  for (let i = 0; i < 10_000; i++) counts[sampleIndex(p, random, options)]++;
  return counts;
}

describe('sampleIndex()', () => {
  it.each([{}, {temperature: 2}, {temperature: 0.5}, {topK: 3}, {topK: 2, temperature: 3}])(
    'of 10,000 draws with %j matches the distribution (chi-square under the 99.9 % point)', options => {
      const expected = decodingDistribution(p, options);
      const counts = histogram(options);
      let chiSquare = 0;
      expected.forEach((share, i) => {
        if (share === 0) expect(counts[i]).toBe(0);
        else chiSquare += (counts[i] - 10_000 * share) ** 2 / (10_000 * share);
      });
      expect(chiSquare).toBeLessThan(18.47);
    },
  );

  it('at temperature 0 is greedy, and so are all draws among the best one', () => {
    expect(histogram({temperature: 0})[1]).toBe(10_000);
    expect(histogram({topK: 1})[1]).toBe(10_000);
  });
});

describe('decodingDistribution()', () => {
  it('sums to 1, and keeps the order of what is kept', () => {
    for (const options of [{}, {topK: 2}, {temperature: 0}, {temperature: 7, topK: 4}]) {
      expect(decodingDistribution(p, options).reduce((a, b) => a + b)).toBeCloseTo(1, 14);
    }
    expect(decodingDistribution([0.5, 0.3, 0.2], {topK: 2})).toEqual([0.625, expect.closeTo(0.375, 14), 0]);
    decodingDistribution(p, {temperature: 3}).forEach((share, i) => expect(share).toBeCloseTo(retemper(p, 3)[i], 14));
  });

  it('takes the earlier of equals at the edge of the cut, and refuses to cut all', () => {
    expect(decodingDistribution([0.5, 0.25, 0.25], {topK: 2})[2]).toBe(0);
    expect(() => decodingDistribution(p, {topK: 0})).toThrow('The best 0 entries are no choice: topK is 1 or more');
  });
});

describe('greedyIndex()', () => {
  it('is the first of equals, and refuses an empty list', () => {
    expect(greedyIndex([0.2, 0.4, 0.4])).toBe(1);
    expect(() => greedyIndex([])).toThrow('Cannot choose from no entries');
  });
});
