import {describe, expect, test} from 'vitest';
import {arcPoint} from '../../src/motion/arc';
import {lagPlan, lagShare} from '../../src/motion/laggedStart';
import {matchNames} from '../../src/motion/matchNames';
import {flashWidth} from '../../src/motion/flashWidth';

describe('lagPlan()', () => {
  test('ends exactly at the total for any count and lag', () => {
    for (const count of [1, 2, 7, 200]) {
      for (const lag of [0, 0.05, 0.5, 1, 2]) {
        const {each, starts} = lagPlan(count, {seconds: 3, lag});
        expect(starts.at(-1)! + each).toBeCloseTo(3, 12);
        expect(starts[0]).toBe(0);
      }
    }
  });

  test('of none has no starts', () => {
    expect(lagPlan(0, {seconds: 2}).starts).toEqual([]);
  });

  test('with lag 1 is one after the other, with lag 0 all at once', () => {
    expect(lagPlan(3, {seconds: 3, lag: 1})).toEqual({each: 1, starts: [0, 1, 2]});
    expect(lagPlan(3, {seconds: 3, lag: 0})).toEqual({each: 3, starts: [0, 0, 0]});
  });

  test('refuses a negative lag', () => {
    expect(() => lagPlan(2, {lag: -1})).toThrow('laggedStart() takes lag of 0 or more, not -1');
  });
});

test('lagShare() follows the same plan as lagPlan()', () => {
  const {each, starts} = lagPlan(5, {seconds: 1, lag: 0.3});
  for (const share of [0, 0.2, 0.37, 0.8, 1]) {
    starts.forEach((start, i) => {
      const expected = Math.min(1, Math.max(0, (share - start) / each));
      expect(lagShare(share, i, 5, 0.3)).toBeCloseTo(expected, 12);
    });
  }
});

describe('arcPoint()', () => {
  const [from, to] = [{x: -1, y: 0}, {x: 1, y: 0}];

  test('hits both ends for any turn', () => {
    for (const degrees of [0, 30, 90, -60, 180, 300]) {
      expect(arcPoint(from, to, degrees, 0).x).toBeCloseTo(-1, 12);
      expect(arcPoint(from, to, degrees, 0).y).toBeCloseTo(0, 12);
      expect(arcPoint(from, to, degrees, 1)).toEqual(to);
    }
  });

  test('bends left of travel, which is up for a way to the right', () => {
    expect(arcPoint(from, to, 180, 0.5).y).toBeCloseTo(-1, 12);
    expect(arcPoint(from, to, -180, 0.5).y).toBeCloseTo(1, 12);
    expect(arcPoint(to, from, 180, 0.5).y).toBeCloseTo(1, 12);
  });

  test('runs at even speed', () => {
    const steps = [0, 0.25, 0.5, 0.75, 1].map(share => arcPoint(from, to, 90, share));
    const lengths = steps.slice(1).map((point, i) => Math.hypot(point.x - steps[i].x, point.y - steps[i].y));
    for (const length of lengths) expect(length).toBeCloseTo(lengths[0], 12);
  });

  test('refuses a full circle', () => {
    expect(() => arcPoint(from, to, 360, 0.5)).toThrow('An arc turns by less than a full circle, not by 360°');
  });
});

describe('matchNames()', () => {
  test('pairs equal names and lets the rest leave or arrive', () => {
    expect(matchNames(['a', '+', 'b'], ['b', '-', 'a'])).toEqual({
      moved: [['a', 'a'], ['b', 'b']],
      leaving: ['+'],
      arriving: ['-'],
    });
  });

  test('lets told pairs go before equal names', () => {
    expect(matchNames(['a', 'b'], ['a', 'b'], {a: 'b'})).toEqual({moved: [['a', 'b']], leaving: ['b'], arriving: ['a']});
  });

  test('refuses a name that is not there', () => {
    expect(() => matchNames(['a'], ['king', 'man'], {a: 'queen'})).toThrow(
      'matchingParts() knows no part "queen" in the second picture; it has: king, man',
    );
  });
});

describe('flashWidth()', () => {
  test('is nothing anywhere at both ends of the run', () => {
    for (const place of [0, 0.3, 0.7, 1]) {
      expect(flashWidth(place, 0, 0.5)).toBe(0);
      expect(flashWidth(place, 1, 0.5)).toBe(0);
    }
  });

  test('is full at the centre of the glow and tapers to both sides', () => {
    expect(flashWidth(0.5, 0.5, 0.4)).toBe(1);
    expect(flashWidth(0.4, 0.5, 0.4)).toBeCloseTo(flashWidth(0.6, 0.5, 0.4), 12);
    expect(flashWidth(0.35, 0.5, 0.4)).toBeLessThan(flashWidth(0.4, 0.5, 0.4));
  });
});
