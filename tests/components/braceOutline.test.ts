import {describe, expect, it} from 'vitest';
import {braceOutline} from '../../src/components/braceOutline';

const reach = (values: number[]) => [Math.min(...values), Math.max(...values)];

describe('braceOutline', () => {
  it('braceOutline() runs from end to end and from its ends to its point', () => {
    for (const length of [20, 60, 300, 1500]) {
      const shape = braceOutline({length, depth: 30, thickness: 5});
      const [left, right] = reach(shape.map(({x}) => x));
      const [top, bottom] = reach(shape.map(({y}) => y));
      expect(Math.abs(left + length / 2)).toBeLessThan(1);
      expect(Math.abs(right - length / 2)).toBeLessThan(1);
      expect(Math.abs(top)).toBeLessThan(1);
      expect(Math.abs(bottom - 30)).toBeLessThan(1);
    }
  });

  it('braceOutline() is its own mirror image', () => {
    const shape = braceOutline({length: 200, depth: 30, thickness: 5});
    for (const {x, y} of shape) expect(shape.some(other => Math.hypot(other.x + x, other.y - y) < 1e-9)).toBe(true);
  });

  it('braceOutline() keeps the size of its curls at any length', () => {
    const nearEnd = (length: number) =>
      braceOutline({length, depth: 30, thickness: 5}).filter(({x}) => x > length / 2 - 25).map(({x, y}) => [x - length / 2, y]);
    const [short, long] = [nearEnd(300), nearEnd(1500)];
    short.forEach(([x, y], index) => expect(Math.hypot(x - long[index][0], y - long[index][1])).toBeLessThan(0.2));
  });

  it('braceOutline() of nothing is nothing', () => {
    expect(braceOutline({length: 0, depth: 30, thickness: 5})).toEqual([]);
    expect(braceOutline({length: 90, depth: 0, thickness: 5})).toEqual([]);
  });
});
