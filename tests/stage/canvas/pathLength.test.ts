import {describe, expect, it} from 'vitest';
import {pathLength} from '../../../src/stage/canvas/pathLength';

describe('pathLength', () => {
  it('pathLength() of straight lines is exact', () => {
    expect(pathLength('M 0 0 L 3 4')).toBe(5);
    expect(pathLength('M 10 10 L 13 14 L 13 24')).toBe(15);
  });

  it('pathLength() of a straight cubic is its chord', () => {
    expect(pathLength('M 0 0 C 10 0 20 0 30 0')).toBe(30);
  });

  it('pathLength() of a half circle is within half a pixel of pi r', () => {
    expect(Math.abs(pathLength('M -100 0 A 100 100 0 0 1 100 0') - Math.PI * 100)).toBeLessThan(0.5);
  });

  it('pathLength() of a curve lies between its chord and its control polygon', () => {
    const length = pathLength('M 0 0 Q 100 200 200 0');
    expect(length).toBeGreaterThan(200);
    expect(length).toBeLessThan(2 * Math.hypot(100, 200));
  });

  it('pathLength() of what is no number is 0, as in the browser', () => {
    expect(pathLength('M 0 0 C NaN 0 20 0 30 0')).toBe(0);
  });

  it('pathLength() reads numbers with exponents, which arcs around the origin have', () => {
    expect(pathLength('M 3.0e1 0 A 30 30 0 0 1 1.8369701987210297e-15 30') / (15 * Math.PI)).toBeCloseTo(1, 2);
  });
});
