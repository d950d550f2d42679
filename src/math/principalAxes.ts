/**
 * Views of a cloud of vectors in few dimensions: the axes along which it spreads most.
 * Vectors of any width come in, points for a plane or for a space come out. Called by EmbeddingSpace and its kin.
 */
import {Matrix as MlMatrix, SingularValueDecomposition} from 'ml-matrix';
import type {Matrix} from './matrix';
import {shapeOf} from './matrix';
import type {Vector} from './vector';
import {coordinates, mean, scale, subtract} from './vector';

/** The axes of a cloud, widest spread first. */
export interface PrincipalAxes {
  /** The middle of the cloud, shape (d); coordinates are measured from here. */
  readonly mean: number[];
  /** Unit axes at right angles, shape (k, d). Each has its largest entry positive. */
  readonly axes: number[][];
  /** Variance along each axis, shape (k), largest first. */
  readonly variances: number[];
  /** The part of all variance that each axis keeps, shape (k), in 0..1. */
  readonly shares: number[];
}

/**
 * Finds the axes along which vectors spread most.
 *
 * Rows are centred, and the axes are the right singular vectors. Each axis is flipped so that its largest entry is
 * positive (the first of equals), so every machine agrees.
 *
 * @param vectors - shape (n, d), n >= 2
 * @param count - how many axes, 1..d
 * @throws RangeError "Cannot find axes of 1 vector: a spread needs at least 2"
 * @throws RangeError "Cannot find 3 axes of vectors with 2 numbers"
 * @see Pearson 1901, On lines and planes of closest fit
 */
export function principalAxes(vectors: Matrix, count: number): PrincipalAxes {
  const [rows, width] = shapeOf(vectors);
  if (rows < 2) throw new RangeError(`Cannot find axes of ${rows} vector${rows === 1 ? '' : 's'}: a spread needs at least 2`);
  if (!(Number.isInteger(count) && count >= 1 && count <= width)) {
    throw new RangeError(`Cannot find ${count} axes of vectors with ${width} numbers`);
  }
  const middle = mean(vectors);
  // Rows of zeros change no axis, and give the decomposition as many directions as there are numbers.
  const centred = vectors.map(vector => subtract(vector, middle));
  while (centred.length < width) centred.push(new Array<number>(width).fill(0));
  const parts = new SingularValueDecomposition(new MlMatrix(centred), {
    computeLeftSingularVectors: false,
    computeRightSingularVectors: true,
  });
  const variances = parts.diagonal.map(value => value ** 2 / (rows - 1));
  const total = variances.reduce((sum, variance) => sum + variance, 0);
  return {
    mean: middle,
    axes: Array.from({length: count}, (_, k) => withLargestPositive(parts.rightSingularVectors.getColumn(k))),
    variances: variances.slice(0, count),
    shares: variances.slice(0, count).map(variance => (total > 0 ? variance / total : 0)),
  };
}

/**
 * Where vectors stand on axes that were found before, so that a new word joins an old picture.
 *
 * @returns shape (n, k)
 */
export function projectOntoAxes(vectors: Matrix, view: PrincipalAxes): number[][] {
  return vectors.map(vector => coordinates(view.axes, subtract(vector, view.mean)));
}

/**
 * Projects word vectors onto the plane that keeps most of their spread.
 *
 * @param vectors - shape (n, d), n >= 2, d >= 2
 * @returns points, shape (n, 2), centred on the origin, y up
 * @throws RangeError "Cannot find axes of 1 vector: a spread needs at least 2"
 * @example projectToPlane([[0, 0, 0], [0, 0, 2]])  // [[-1, 0], [1, 0]]
 */
export function projectToPlane(vectors: Matrix): number[][] {
  return projectOntoAxes(vectors, principalAxes(vectors, 2));
}

/**
 * Projects word vectors into the space of three axes that keeps most of their spread.
 *
 * @param vectors - shape (n, d), n >= 2, d >= 3
 * @returns points, shape (n, 3), centred on the origin
 */
export function projectToSpace(vectors: Matrix): number[][] {
  return projectOntoAxes(vectors, principalAxes(vectors, 3));
}

/**
 * A vector or its opposite, whichever has a positive largest entry.
 *
 * Entries within a billionth of the largest count as equal and the first of them decides, so that the last bit of a
 * decomposition cannot mirror a picture.
 */
export function withLargestPositive(vector: Vector): number[] {
  const largest = Math.max(...vector.map(Math.abs));
  const deciding = vector.find(entry => Math.abs(entry) >= largest * (1 - 1e-9)) ?? 0;
  return scale(vector, deciding < 0 ? -1 : 1);
}
