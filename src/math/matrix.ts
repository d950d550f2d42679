/**
 * Matrices as lists of rows, and the products that scenes show, with their dimensions checked.
 * A product that does not fit is refused with both shapes named, before anything wrong can be drawn.
 */
import {formatInteger} from './formatNumber';
import type {Vector} from './vector';
import {dot} from './vector';

/** A list of equally long rows, shape (rows, columns). */
export type Matrix = readonly Vector[];

/**
 * The shape of a matrix, [rows, columns].
 *
 * @throws TypeError "Row 2 has 3 entries where row 1 has 2: a matrix needs equally long rows"
 * @example shapeOf([[1, 2, 3]])  // [1, 3]
 */
export function shapeOf(matrix: Matrix): [rows: number, columns: number] {
  const columns = matrix.length === 0 ? 0 : matrix[0].length;
  const uneven = matrix.findIndex(row => row.length !== columns);
  if (uneven >= 0) {
    throw new TypeError(
      `Row ${uneven + 1} has ${matrix[uneven].length} entries where row 1 has ${columns}: ` +
        'a matrix needs equally long rows',
    );
  }
  return [matrix.length, columns];
}

/** A shape as it is said on screen. @example shapeText([50257, 12288])  // "50,257×12,288" */
export function shapeText(shape: readonly (number | string)[]): string {
  return shape.map(size => (typeof size === 'number' ? formatInteger(size) : size)).join('×');
}

/**
 * Multiplies two matrices: entry (i, j) is row i of a, dotted with column j of b.
 *
 * @param a - shape (m, k)
 * @param b - shape (k, n)
 * @returns shape (m, n)
 * @throws RangeError "Cannot multiply a 2×3 matrix by a 2×2 matrix: 3 columns meet 2 rows"
 * @example matrixProduct([[1, 2]], [[3], [4]])  // [[11]]
 */
export function matrixProduct(a: Matrix, b: Matrix): number[][] {
  requireProduct(shapeOf(a), shapeOf(b), 'matrix');
  const columns = transpose(b);
  return a.map(row => columns.map(column => dot(row, column)));
}

/**
 * Multiplies a matrix by a vector: each entry is one row dotted with the vector.
 *
 * @param matrix - shape (m, k)
 * @param vector - shape (k)
 * @returns shape (m)
 * @throws RangeError "Cannot multiply a 2×3 matrix by a 2×1 vector: 3 columns meet 2 rows"
 * @example matrixVectorProduct([[1, 2], [0, 1]], [3, 4])  // [11, 4]
 */
export function matrixVectorProduct(matrix: Matrix, vector: Vector): number[] {
  requireProduct(shapeOf(matrix), [vector.length, 1], 'vector');
  return matrix.map(row => dot(row, vector));
}

/**
 * The running sums of one row of a matrix-vector product, as a stepper shows them.
 *
 * Law: the last entry is the row's entry of matrixVectorProduct.
 *
 * @example partialProducts([1, 2, 3], [4, 5, 6])  // [4, 14, 32]
 */
export function partialProducts(row: Vector, vector: Vector): number[] {
  requireProduct([1, row.length], [vector.length, 1], 'vector');
  let sum = 0;
  return row.map((entry, i) => (sum += entry * vector[i]));
}

/** Rows become columns. @example transpose([[1, 2, 3]])  // [[1], [2], [3]] */
export function transpose(matrix: Matrix): number[][] {
  const [, columns] = shapeOf(matrix);
  return Array.from({length: columns}, (_, j) => matrix.map(row => row[j]));
}

/**
 * Each entry part of the way from one matrix to another: t = 0 gives a, t = 1 gives b exactly.
 *
 * @throws RangeError "Cannot go from a 2×2 matrix to a 2×3 matrix: the shapes differ"
 * @example lerpMatrix([[0]], [[10]], 0.3)  // [[3]]
 */
export function lerpMatrix(a: Matrix, b: Matrix, t: number): number[][] {
  const [from, to] = [shapeOf(a), shapeOf(b)];
  if (from[0] !== to[0] || from[1] !== to[1]) {
    throw new RangeError(`Cannot go from a ${shapeText(from)} matrix to a ${shapeText(to)} matrix: the shapes differ`);
  }
  return a.map((row, i) => lerpVector(row, b[i], t));
}

/** Each entry part of the way from one vector to another. @example lerpVector([0, 4], [2, 0], 0.5)  // [1, 2] */
export function lerpVector(a: Vector, b: Vector, t: number): number[] {
  if (a.length !== b.length) {
    throw new RangeError(`Cannot go from a ${a.length}-vector to a ${b.length}-vector: the lengths differ`);
  }
  // (1 - t)a + tb hits both ends exactly, which a + t(b - a) does not.
  return a.map((entry, i) => (1 - t) * entry + t * b[i]);
}

function requireProduct(a: readonly [number, number], b: readonly [number, number], second: string): void {
  if (a[1] === b[0]) return;
  throw new RangeError(
    `Cannot multiply a ${shapeText(a)} matrix by a ${shapeText(b)} ${second}: ` +
      `${formatInteger(a[1])} columns meet ${formatInteger(b[0])} rows`,
  );
}
