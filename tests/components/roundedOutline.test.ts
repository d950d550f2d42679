import {BBox} from '@motion-canvas/core';
import {describe, expect, it} from 'vitest';
import {outlineLength, outlinePlace} from '../../src/components/roundedOutline';

const box = new BBox(-100, -50, 200, 100);

describe('roundedOutline', () => {
  it('outlinePlace() begins and ends in the middle of the left side', () => {
    for (const share of [0, 1]) expect(outlinePlace(box, 20, share)).toMatchObject({x: -100, y: expect.closeTo(0, 6)});
  });

  it('outlinePlace() walks at an even pace, whatever the corners', () => {
    for (const radius of [0, 20, 500]) {
      const step = outlineLength(box, radius) / 400;
      for (let index = 0; index < 400; index++) {
        const [a, b] = [outlinePlace(box, radius, index / 400), outlinePlace(box, radius, (index + 1) / 400)];
        const distance = Math.hypot(a.x - b.x, a.y - b.y);
        expect(distance).toBeLessThanOrEqual(step + 1e-6);
        expect(distance).toBeGreaterThan(step * 0.7);
      }
    }
  });

  it('outlinePlace() stays on the border, and its direction points outwards', () => {
    for (let share = 0; share < 1; share += 0.01) {
      const {x, y, nx, ny} = outlinePlace(box, 20, share);
      expect(Math.hypot(nx, ny)).toBeCloseTo(1, 6);
      expect(Math.max(Math.abs(x + nx) - 100, Math.abs(y + ny) - 50)).toBeGreaterThan(-6);
      expect(x * nx + y * ny).toBeGreaterThan(0);
    }
  });

  it('outlineLength() of a box without corners is its circumference', () => {
    expect(outlineLength(box, 0)).toBe(600);
  });
});
