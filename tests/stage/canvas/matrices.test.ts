import {DOMMatrix} from '@napi-rs/canvas';
import {beforeAll, describe, expect, it} from 'vitest';
import {matchMatrices} from '../../../src/stage/canvas/matrices';

const numbers = ({a, b, c, d, e, f}: DOMMatrix) => [a, b, c, d, e, f];

describe('matchMatrices', () => {
  beforeAll(matchMatrices);

  it('DOMMatrix.translateSelf() and scaleSelf() go through 32-bit floats, as in Chromium', () => {
    expect(new DOMMatrix().translateSelf(0.1, 0.2).e).toBe(Math.fround(0.1));
    expect(new DOMMatrix().scaleSelf(0.1).d).toBe(Math.fround(0.1));
  });

  it('a DOMMatrix that has only been moved and scaled is one of 32-bit floats, until it is turned or multiplied', () => {
    const f = Math.fround;
    const straight = new DOMMatrix().scaleSelf(0.1).translateSelf(0.3, 0).scaleSelf(0.7);
    expect(numbers(straight)).toEqual([f(f(0.1) * f(0.7)), 0, 0, f(f(0.1) * f(0.7)), f(f(0.3) * f(0.1)), 0]);
    expect(straight.inverse().a).toBe(f(1 / straight.a));
    expect(new DOMMatrix().rotateSelf(0, 0, 90).scaleSelf(0.1).scaleSelf(0.7).b).toBe(f(0.1) * f(0.7));
    expect(straight.multiply(straight).a).toBe(straight.a * straight.a);
  });

  it('DOMMatrix.rotateSelf() of quarter turns is exact', () => {
    expect(numbers(new DOMMatrix().rotateSelf(0, 0, 450)).map(value => value + 0)).toEqual([0, 1, -1, 0, 0, 0]);
  });

  it('DOMMatrix.inverse() multiplies by one over the determinant, and a flat matrix has none', () => {
    const matrix = new DOMMatrix([3, 0, 0, 7, 10, 20]);
    expect(numbers(matrix.inverse())[0]).toBe(7 * (1 / 21));
    expect(new DOMMatrix([0, 0, 0, 0, 1, 1]).inverse().a).toBeNaN();
  });
});
