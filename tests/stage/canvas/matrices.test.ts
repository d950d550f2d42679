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

  it('DOMMatrix.rotateSelf() of quarter turns is exact', () => {
    expect(numbers(new DOMMatrix().rotateSelf(0, 0, 450)).map(value => value + 0)).toEqual([0, 1, -1, 0, 0, 0]);
  });

  it('DOMMatrix.inverse() multiplies by one over the determinant, and a flat matrix has none', () => {
    const matrix = new DOMMatrix([3, 0, 0, 7, 10, 20]);
    expect(numbers(matrix.inverse())[0]).toBe(7 * (1 / 21));
    expect(new DOMMatrix([0, 0, 0, 0, 1, 1]).inverse().a).toBeNaN();
  });
});
