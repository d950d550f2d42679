import {describe, expect, it} from 'vitest';
import {circleTangents, cornersOf, facingLines} from '../../src/components/guideGeometry';

const box = (x: number, y: number, half: number) => [{x: x - half, y: y - half}, {x: x + half, y: y - half}, {x: x + half, y: y + half}, {x: x - half, y: y + half}];

describe('guideGeometry', () => {
  it('facingLines() join facing edges, whichever way the boxes lie', () => {
    expect(facingLines(box(0, 0, 1), box(20, 3, 5))).toEqual([[{x: 1, y: -1}, {x: 15, y: -2}], [{x: 1, y: 1}, {x: 15, y: 8}]]);
    expect(facingLines(box(0, 0, 1), box(2, -30, 5))[0]).toEqual([{x: -1, y: -1}, {x: -3, y: -25}]);
  });

  it('facingLines() of boxes that overlap are none', () => {
    expect(facingLines(box(0, 0, 1), box(1, 1, 5))).toEqual([]);
  });

  it('cornersOf() a slanted box are its own, not those of the box around it', () => {
    const slanted = [{x: 0, y: 0}, {x: 10, y: 4}, {x: 10, y: 14}, {x: 0, y: 10}];
    expect(cornersOf(slanted)).toEqual(slanted);
    expect(cornersOf(box(0, 0, 3))).toEqual(box(0, 0, 3));
  });

  it('circleTangents() touch both circles at a right angle', () => {
    const [a, b] = [{centre: {x: 3, y: -2}, radius: 2}, {centre: {x: 30, y: 14}, radius: 9}];
    const lines = circleTangents(a, b);
    expect(lines).toHaveLength(2);
    for (const [p, q] of lines) {
      expect(Math.hypot(p.x - a.centre.x, p.y - a.centre.y)).toBeCloseTo(2, 9);
      expect(Math.hypot(q.x - b.centre.x, q.y - b.centre.y)).toBeCloseTo(9, 9);
      expect((p.x - a.centre.x) * (q.x - p.x) + (p.y - a.centre.y) * (q.y - p.y)).toBeCloseTo(0, 6);
    }
  });
});
