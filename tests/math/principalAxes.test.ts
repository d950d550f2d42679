import {describe, expect, it} from 'vitest';
import {principalAxes, projectOntoAxes, projectToPlane, projectToSpace, withLargestPositive} from '../../src/math/principalAxes';
import {seededRandom} from '../../src/math/seededRandom';
import {distance, dot, mean} from '../../src/math/vector';

const random = seededRandom('cloud');
const spreads = [9, 4, 1, 0.2, 0.1];
const cloud = Array.from({length: 40}, () => spreads.map(spread => spread * random.normal()));

describe('principalAxes()', () => {
  it('finds unit axes at right angles, widest first, each with its largest entry positive', () => {
    const {axes, variances, shares} = principalAxes(cloud, 5);
    axes.forEach((a, i) => axes.forEach((b, j) => expect(dot(a, b)).toBeCloseTo(i === j ? 1 : 0, 12)));
    variances.slice(1).forEach((variance, i) => expect(variance).toBeLessThanOrEqual(variances[i]));
    expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    for (const axis of axes) expect(Math.max(...axis)).toBe(Math.max(...axis.map(Math.abs)));
  });

  it('gives the variance of the points along each axis', () => {
    const view = principalAxes(cloud, 3);
    const points = projectOntoAxes(cloud, view);
    view.variances.forEach((variance, k) => {
      const along = points.map(point => point[k]);
      expect(along.reduce((sum, x) => sum + x * x, 0) / (cloud.length - 1)).toBeCloseTo(variance, 10);
    });
  });

  it('does not mind fewer vectors than numbers', () => {
    const wide = [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 0, 0]];
    expect(principalAxes(wide, 4).axes).toHaveLength(4);
    expect(projectToSpace(wide)).toHaveLength(3);
  });

  it('gives the same signs whatever the order and sign of the decomposition', () => {
    const mirrored = principalAxes(cloud.map(vector => vector.map(x => -x)), 3).axes;
    principalAxes(cloud, 3).axes.forEach((axis, k) => axis.forEach((x, i) => expect(mirrored[k][i]).toBeCloseTo(x, 10)));
  });

  it('refuses one vector and too many axes', () => {
    expect(() => principalAxes([[1, 2]], 1)).toThrow('Cannot find axes of 1 vector: a spread needs at least 2');
    expect(() => principalAxes([[1, 2], [3, 4]], 3)).toThrow('Cannot find 3 axes of vectors with 2 numbers');
  });
});

describe('projectToPlane() and projectToSpace()', () => {
  it('projectToPlane() of two points lays them on the first axis', () => {
    const [left, right] = projectToPlane([[0, 0, 0], [0, 0, 2]]);
    expect([left[0], right[0]]).toEqual([-1, 1]);
    expect([Math.abs(left[1]), Math.abs(right[1])]).toEqual([0, 0]);
  });

  it('centre the points and never stretch a distance', () => {
    for (const points of [projectToPlane(cloud), projectToSpace(cloud)]) {
      for (const x of mean(points)) expect(x).toBeCloseTo(0, 12);
      for (let i = 1; i < cloud.length; i++) {
        expect(distance(points[i], points[0])).toBeLessThanOrEqual(distance(cloud[i], cloud[0]) + 1e-12);
      }
    }
  });
});

describe('withLargestPositive()', () => {
  it('lets the first of equal entries decide', () => {
    expect(withLargestPositive([-3, 3 + 1e-15])).toEqual([3, -3 - 1e-15]);
    expect(withLargestPositive([1, -2])).toEqual([-1, 2]);
  });
});
