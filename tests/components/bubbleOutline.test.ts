import {BBox} from '@motion-canvas/core';
import {describe, expect, it} from 'vitest';
import {tailTo} from '../../src/components/bubbleOutline';

const look = {corner: 20, root: 36, reach: 90, gap: 12};
const bubble = new BBox(-150, -50, 300, 100);
const around = (x: number, y: number) => new BBox(x - 20, y - 20, 40, 40);

describe('bubbleOutline', () => {
  it('tailTo() leaves the side that faces the target', () => {
    expect([[0, -400], [500, 0], [0, 400], [-500, 0]].map(([x, y]) => tailTo(bubble, around(x, y), look)!.side)).toEqual([0, 1, 2, 3]);
  });

  it('tailTo() stops before the target and is no longer than its reach', () => {
    const near = tailTo(bubble, around(0, 130), look)!;
    expect(near.tip.y).toBeCloseTo(110 - 12, 6);
    const far = tailTo(bubble, around(600, 500), look)!;
    expect(Math.hypot(far.tip.x - far.root.x, far.tip.y - far.root.y)).toBeCloseTo(90, 6);
  });

  it('tailTo() keeps its root clear of the corners', () => {
    const {root, wide} = tailTo(bubble, around(900, 300), {...look, reach: 10})!;
    expect(Math.abs(root.y) + wide / 2).toBeLessThanOrEqual(30 + 1e-9);
  });

  it('tailTo() of a target that the bubble covers is none', () => {
    expect(tailTo(bubble, around(0, 0), look)).toBeNull();
  });
});
