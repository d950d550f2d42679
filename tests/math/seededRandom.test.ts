import {describe, expect, it} from 'vitest';
import {hashText, seededRandom, weightedIndex} from '../../src/math/seededRandom';

describe('seededRandom()', () => {
  it('gives the same draws for the same seed, today and tomorrow', () => {
    const first = seededRandom('lectern');
    expect([first.next(), first.next(), first.next()].map(x => x.toFixed(9))).toMatchInlineSnapshot(`
      [
        "0.263817954",
        "0.413580060",
        "0.705948277",
      ]
    `);
    expect(seededRandom(7).next()).toBe(seededRandom('7').next());
    expect(seededRandom('a').next()).not.toBe(seededRandom('b').next());
  });

  it('draws evenly, and the bell curve has mean 0 and deviation 1', () => {
    const random = seededRandom('laws');
    const bins = new Array<number>(10).fill(0);
    let [sum, squares] = [0, 0];
    for (let i = 0; i < 20_000; i++) {
      bins[Math.floor(random.next() * 10)]++;
      const draw = random.normal();
      sum += draw;
      squares += draw * draw;
    }
    for (const count of bins) expect(Math.abs(count - 2000)).toBeLessThan(200);
    expect(Math.abs(sum / 20_000)).toBeLessThan(0.03);
    expect(Math.abs(squares / 20_000 - 1)).toBeLessThan(0.04);
  });

  it('fork() depends on its name only, not on what was drawn before', () => {
    const one = seededRandom('x');
    const before = one.fork('arrows').next();
    one.next();
    expect(one.fork('arrows').next()).toBe(before);
    expect(one.fork('dots').next()).not.toBe(before);
  });

  it('shuffled() keeps every item, and leaves the list alone', () => {
    const list = [1, 2, 3, 4, 5, 6];
    const mixed = seededRandom('deck').shuffled(list);
    expect([...mixed].sort()).toEqual(list);
    expect(mixed).not.toEqual(list);
    expect(list).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('integer() and uniform() stay in range; integer(0) is refused', () => {
    const random = seededRandom('range');
    for (let i = 0; i < 1000; i++) {
      expect([0, 1, 2]).toContain(random.integer(3));
      const x = random.uniform(-2, 5);
      expect(x >= -2 && x < 5).toBe(true);
    }
    expect(() => random.pick([])).toThrow('Cannot draw one of 0 items');
  });
});

describe('weightedIndex()', () => {
  it('never chooses a weight of 0, at either end', () => {
    expect(weightedIndex([0, 1, 0], 0)).toBe(1);
    expect(weightedIndex([0, 1, 0], 1 - 2 ** -53)).toBe(1);
    expect(weightedIndex([1, 3], 0.5)).toBe(1);
    expect(() => weightedIndex([0], 0.5)).toThrow('positive sum');
  });
});

describe('hashText()', () => {
  it('tells near texts apart and takes any script', () => {
    const hashes = new Set(['', 'a', 'b', 'ab', 'ba', '塔', 'Türme'].map(hashText));
    expect(hashes.size).toBe(7);
  });
});
