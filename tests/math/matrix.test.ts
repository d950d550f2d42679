import {describe, expect, it} from 'vitest';
import {
  lerpMatrix, lerpVector, matrixProduct, matrixVectorProduct, partialProducts, shapeOf, shapeText, transpose,
} from '../../src/math/matrix';

const a = [[1, 2, 3], [4, 5, 6]];
const b = [[1, 0], [0, 1], [2, 2]];

describe('matrixProduct()', () => {
  it('dots rows with columns', () => {
    expect(matrixProduct(a, b)).toEqual([[7, 8], [16, 17]]);
  });

  it('transposed is the product of the transposed, swapped', () => {
    expect(transpose(matrixProduct(a, b))).toEqual(matrixProduct(transpose(b), transpose(a)));
  });

  it('that does not fit names both shapes', () => {
    expect(() => matrixProduct(a, a)).toThrow('Cannot multiply a 2×3 matrix by a 2×3 matrix: 3 columns meet 2 rows');
    expect(() => matrixVectorProduct(a, [1, 2])).toThrow('Cannot multiply a 2×3 matrix by a 2×1 vector: 3 columns meet 2 rows');
  });

  it('of an uneven matrix names the row', () => {
    expect(() => shapeOf([[1, 2], [1, 2, 3]])).toThrow('Row 2 has 3 entries where row 1 has 2');
  });
});

describe('matrixVectorProduct() and partialProducts()', () => {
  it('end on the same number', () => {
    const x = [0.5, -1, 2];
    a.forEach((row, i) => expect(partialProducts(row, x).at(-1)).toBe(matrixVectorProduct(a, x)[i]));
  });
});

describe('lerpMatrix() and lerpVector()', () => {
  it('hit both ends exactly', () => {
    const [from, to] = [[[0.1, 1e16]], [[0.7, 1]]];
    expect(lerpMatrix(from, to, 0)).toEqual(from);
    expect(lerpMatrix(from, to, 1)).toEqual(to);
    expect(lerpVector([0, 4], [2, 0], 0.5)).toEqual([1, 2]);
  });

  it('refuse different shapes by name', () => {
    expect(() => lerpMatrix([[1]], [[1, 2]], 0)).toThrow('Cannot go from a 1×1 matrix to a 1×2 matrix');
    expect(() => lerpVector([1], [], 0)).toThrow('Cannot go from a 1-vector to a 0-vector');
  });
});

describe('shapeText()', () => {
  it('groups thousands and keeps symbols', () => {
    expect(shapeText([50257, 12288])).toBe('50,257×12,288');
    expect(shapeText(['d_k', 'n'])).toBe('d_k×n');
  });
});
