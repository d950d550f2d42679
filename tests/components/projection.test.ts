import {describe, expect, it} from 'vitest';
import {createProjector, depthStrength, paintOrder, type Viewpoint} from '../../src/components/projection';

const front: Viewpoint = {azimuth: 0, elevation: 0, unitPixels: 100, lookAt: [0, 0, 0], distance: Infinity};

describe('createProjector()', () => {
  it('createProjector() from the front shows x to the right, z up and y as depth', () => {
    expect(createProjector(front)(1, 3, 2)).toEqual({x: 100, y: -200, depth: 3, magnification: 1});
  });

  it('createProjector() from straight above shows y up', () => {
    const seen = createProjector({...front, elevation: 90})(1, 3, 2);
    expect(seen).toEqual({x: 100, y: -300, depth: -2, magnification: 1});
  });

  it('createProjector() turned by 90 degrees brings the x axis to where y was: away', () => {
    const seen = createProjector({...front, azimuth: 90})(1, 0, 0);
    expect(seen.depth).toBe(1);
    expect(seen.x).toBe(0);
  });

  it('createProjector() in parallel keeps lengths: the seen frame is a rotation', () => {
    const project = createProjector({...front, azimuth: 33, elevation: 21});
    for (const [x, y, z] of [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, -2, 3]]) {
      const seen = project(x, y, z);
      expect(Math.hypot(seen.x / 100, seen.y / 100, seen.depth)).toBeCloseTo(Math.hypot(x, y, z), 9);
    }
  });

  it('createProjector() in perspective halves a thing at depth = distance', () => {
    expect(createProjector({...front, distance: 8})(1, 8, 0)).toEqual({x: 50, y: -0, depth: 8, magnification: 0.5});
  });

  it('createProjector() in perspective never flips what lies behind the viewer', () => {
    expect(createProjector({...front, distance: 8})(1, -100, 0).x).toBeGreaterThan(0);
  });

  it('createProjector() keeps the point looked at in the middle from everywhere', () => {
    for (const azimuth of [0, 70, 200]) {
      const seen = createProjector({azimuth, elevation: 40, unitPixels: 90, lookAt: [1, 2, 3], distance: 9})(1, 2, 3);
      expect(Math.hypot(seen.x, seen.y)).toBe(0);
    }
  });

  it('createProjector() refuses a unit of no pixels', () => {
    expect(() => createProjector({...front, unitPixels: 0})).toThrow(RangeError);
    expect(() => createProjector({...front, distance: NaN})).toThrow(RangeError);
  });
});

describe('paintOrder()', () => {
  it('paintOrder() paints the farthest first and keeps equals in order', () => {
    expect(paintOrder([0, 5, 2, 5])).toEqual([1, 3, 2, 0]);
  });
});

describe('depthStrength()', () => {
  it('depthStrength() is full in front, straight behind, and stops at the faded strength', () => {
    expect(depthStrength(-3, 4, 0.4)).toBe(1);
    expect(depthStrength(2, 4, 0.4)).toBeCloseTo(0.7, 12);
    expect(depthStrength(9, 4, 0.4)).toBeCloseTo(0.4, 12);
  });
});
