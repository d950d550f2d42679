/**
 * Vectors as plain lists of numbers: what embeddings, queries, keys and directions are made of.
 * In come number lists of equal length, out come numbers and new lists; nothing is changed in place.
 * Called by every other file of math, and by components that place arrows.
 */

/** A list of numbers, shape (d). */
export type Vector = readonly number[];

/**
 * Multiplies two vectors entry by entry and adds the products up.
 *
 * Law: dot(a, b) = norm(a) · norm(b) · cosine(a, b).
 *
 * @param a - shape (d), d >= 0
 * @param b - shape (d)
 * @throws RangeError "Cannot take the dot product of a 3-vector and a 2-vector: they must be equally long"
 * @example dot([1, 2], [3, 4])  // 11
 */
export function dot(a: Vector, b: Vector): number {
  requireSameLength('take the dot product of', a, b);
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/**
 * The length of a vector: the square root of the sum of its squares.
 *
 * Scaled by the largest entry first, so 1e200 does not overflow and 1e-200 does not vanish.
 *
 * @example norm([3, 4])  // 5
 */
export function norm(a: Vector): number {
  let largest = 0;
  for (const entry of a) largest = Math.max(largest, Math.abs(entry));
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  let sum = 0;
  for (const entry of a) sum += (entry / largest) ** 2;
  return largest * Math.sqrt(sum);
}

/** The sum of two vectors: b's arrow set on the tip of a's. @example add([1, 2], [3, 4])  // [4, 6] */
export function add(a: Vector, b: Vector): number[] {
  requireSameLength('add', a, b);
  return a.map((entry, i) => entry + b[i]);
}

/** The step that leads from b to a: a - b. @example subtract([3, 4], [1, 2])  // [2, 2] */
export function subtract(a: Vector, b: Vector): number[] {
  requireSameLength('subtract', a, b);
  return a.map((entry, i) => entry - b[i]);
}

/** A vector stretched by a factor. @example scale([1, -2], 3)  // [3, -6] */
export function scale(a: Vector, factor: number): number[] {
  return a.map(entry => entry * factor);
}

/**
 * The mixture Σ weights[i] · vectors[i].
 *
 * @param weights - shape (n), any reals
 * @param vectors - shape (n, d), n >= 1
 * @returns shape (d)
 * @throws RangeError "Cannot mix 3 vectors by 2 weights: one weight a vector is needed"
 * @example weightedSum([2, 1], [[1, 0], [0, 1]])  // [2, 1]
 */
export function weightedSum(weights: Vector, vectors: readonly Vector[]): number[] {
  if (weights.length !== vectors.length || vectors.length === 0) {
    throw new RangeError(
      `Cannot mix ${vectors.length} vectors by ${weights.length} weights: one weight a vector is needed`,
    );
  }
  const sum = new Array<number>(vectors[0].length).fill(0);
  vectors.forEach((vector, i) => {
    requireSameLength('mix', sum, vector);
    for (let k = 0; k < sum.length; k++) sum[k] += weights[i] * vector[k];
  });
  return sum;
}

/** The middle of a cloud of vectors, shape (n, d) to (d). @example mean([[0, 0], [2, 4]])  // [1, 2] */
export function mean(vectors: readonly Vector[]): number[] {
  return weightedSum(
    vectors.map(() => 1 / vectors.length),
    vectors,
  );
}

/**
 * The vector of length 1 that points the same way.
 *
 * @throws RangeError "A vector of length 0 points nowhere, so it has no direction"
 * @example normalize([3, 4])  // [0.6, 0.8]
 */
export function normalize(a: Vector): number[] {
  const length = norm(a);
  if (length === 0) throw new RangeError('A vector of length 0 points nowhere, so it has no direction');
  return scale(a, 1 / length);
}

/** How far apart two tips are: norm(a - b). @example distance([1, 1], [4, 5])  // 5 */
export function distance(a: Vector, b: Vector): number {
  return norm(subtract(a, b));
}

/**
 * How much two vectors point the same way: 1 same, 0 right angle, -1 opposite.
 *
 * Both are brought to length 1 first, so neither overflow nor a last-bit 1.0000000002 comes out.
 *
 * @throws RangeError "A vector of length 0 points nowhere, so it has no direction"
 * @example cosine([1, 0], [1, 1])  // 0.7071
 */
export function cosine(a: Vector, b: Vector): number {
  return Math.min(1, Math.max(-1, dot(normalize(a), normalize(b))));
}

/**
 * The angle between two vectors, 0 to 180 degrees.
 *
 * By the half-angle form 2·atan2(|u - v|, |u + v|) of the unit vectors, exact near 0° and 180° where acos is blunt.
 *
 * @example angleDegrees([1, 0], [0, 2])  // 90
 * @see Kahan 2006, How futile are mindless assessments of roundoff, section 12
 */
export function angleDegrees(a: Vector, b: Vector): number {
  const u = normalize(a);
  const v = normalize(b);
  return (2 * Math.atan2(norm(subtract(u, v)), norm(add(u, v))) * 180) / Math.PI;
}

/**
 * The shadow of a vector on a direction: direction · (a·direction)/(direction·direction).
 *
 * The rest, a - shadow, is at a right angle to the direction.
 *
 * @param a - shape (d)
 * @param direction - shape (d), any length but 0
 * @returns the shadow, and its signed length in units of the direction's length
 * @throws RangeError "A vector of length 0 points nowhere, so it has no direction"
 * @example projection([3, 4], [2, 0])  // {vector: [3, 0], factor: 1.5}
 */
export function projection(a: Vector, direction: Vector): {vector: number[]; factor: number} {
  const squared = dot(direction, direction);
  if (squared === 0) throw new RangeError('A vector of length 0 points nowhere, so it has no direction');
  const factor = dot(a, direction) / squared;
  return {vector: scale(direction, factor), factor};
}

/**
 * Turns directions into right-angled unit axes, in order: the first keeps its direction, each next loses its shadow
 * on those before (modified Gram-Schmidt, run twice for accuracy).
 *
 * @param directions - shape (k, d), k <= d
 * @returns shape (k, d), unit rows at right angles
 * @throws RangeError "Direction 2 lies in the span of those before it, so it adds no axis"
 * @example orthonormalize([[2, 0], [1, 1]])  // [[1, 0], [0, 1]]
 */
export function orthonormalize(directions: readonly Vector[]): number[][] {
  const axes: number[][] = [];
  directions.forEach((direction, index) => {
    let rest = normalize(direction);
    for (const axis of [...axes, ...axes]) rest = subtract(rest, projection(rest, axis).vector);
    if (norm(rest) < 1e-9) {
      throw new RangeError(`Direction ${index + 1} lies in the span of those before it, so it adds no axis`);
    }
    axes.push(normalize(rest));
  });
  return axes;
}

/** The position of a vector along each axis: axes · vector, shape (k, d) times (d) to (k). */
export function coordinates(axes: readonly Vector[], vector: Vector): number[] {
  return axes.map(axis => dot(axis, vector));
}

function requireSameLength(verb: string, a: Vector, b: Vector): void {
  if (a.length === b.length) return;
  throw new RangeError(`Cannot ${verb} a ${a.length}-vector and a ${b.length}-vector: they must be equally long`);
}
