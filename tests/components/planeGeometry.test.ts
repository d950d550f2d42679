import {describe, expect, it} from 'vitest';
import {axisPlace, clippedOutline, followFunction, lineInWindow, pixelsToPlane, planeToPixels, type PlaneWindow} from '../../src/components/planeGeometry';

const window: PlaneWindow = {xRange: [-2, 4], yRange: [-1, 3], unit: [100, 50]};

describe('planeGeometry', () => {
  it('planeToPixels() turns y over and pixelsToPlane() undoes it', () => {
    expect(planeToPixels(window, 1, 1)).toEqual({x: 0, y: 0});
    expect(planeToPixels(window, 4, 3)).toEqual({x: 300, y: -100});
    expect(pixelsToPlane(window, planeToPixels(window, -1.5, 2.25))).toEqual([-1.5, 2.25]);
  });

  it('axisPlace() is zero when shown, else the nearer edge', () => {
    expect([axisPlace([-1, 2]), axisPlace([2, 9]), axisPlace([-9, -2])]).toEqual([0, 2, -2]);
  });

  it('lineInWindow() stays inside and misses honestly', () => {
    const [[x0, y0], [x1, y1]] = lineInWindow(window, 1, 0)!;
    expect([x0, y0, x1, y1]).toEqual([-1, -1, 3, 3]);
    expect(lineInWindow(window, 0, 9)).toBeNull();
    expect(lineInWindow(window, 0, 2)).toEqual([[-2, 2], [4, 2]]);
  });

  it('followFunction() cuts a curve exactly at the edge of the window', () => {
    const runs = followFunction(window, x => x * x, [-2, 4], 400);
    expect(runs).toHaveLength(1);
    expect(runs[0][0][1]).toBe(3);
    expect(runs[0][0][0]).toBeCloseTo(-Math.sqrt(3), 3);
    expect(runs[0].at(-1)![1]).toBe(3);
  });

  it('followFunction() breaks at a pole and where there is no value', () => {
    expect(followFunction(window, x => 1 / x, [-2, 4], 601)).toHaveLength(2);
    expect(followFunction(window, x => (x < 0 ? NaN : 1), [-2, 4], 60)[0][0]).toEqual([0, 1]);
    expect(followFunction(window, () => NaN, [-2, 4], 60)).toEqual([]);
  });

  it('followFunction() keeps a step that crosses the whole window', () => {
    const runs = followFunction(window, x => (x < 1 ? -2 : 4), [-2, 4], 6);
    expect(runs).toHaveLength(1);
    expect(runs[0].map(point => point[1])).toEqual([-1, 3]);
  });

  it('clippedOutline() of a square by its diagonal is a triangle', () => {
    const square = [{x: 0, y: 0}, {x: 1, y: 0}, {x: 1, y: 1}, {x: 0, y: 1}];
    expect(clippedOutline(square, p => p.x - p.y)).toContainEqual({x: 1, y: 0});
    expect(clippedOutline(square, p => p.x - p.y)).not.toContainEqual({x: 0, y: 1});
    expect(clippedOutline(square, () => -1)).toEqual([]);
  });
});
