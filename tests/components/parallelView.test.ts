import {describe, expect, it} from 'vitest';
import {prismFaces} from '../../src/components/prism';
import {parallelView, placeInView} from '../../src/components/parallelView';

describe('parallelView()', () => {
  it('parallelView() without turning is the flat page', () => {
    expect(parallelView(0, 0)).toEqual({right: {x: 1, y: -0}, down: {x: 0, y: 1}, away: {x: 0, y: -0}});
  });

  it('parallelView() turned to the left leads away to the right, seen from above it leads up', () => {
    const view = parallelView(-30, 15);
    expect(view.away.x).toBeCloseTo(0.5, 9);
    expect(view.away.y).toBeLessThan(0);
  });
});

describe('prismFaces()', () => {
  it('prismFaces() show the side and the lid that look at the viewer', () => {
    const view = parallelView(-30, 15);
    const faces = prismFaces(view, {middle: [0, 0, 0], size: [100, 60, 40]});
    const right = placeInView(view, 50, 0, 0).x;
    expect(faces.side.reduce((sum, corner) => sum + corner.x, 0) / 4).toBeCloseTo(right, 9);
    expect(Math.min(...faces.lid.map(corner => corner.y))).toBeLessThan(Math.min(...faces.front.map(corner => corner.y)));
  });
});
