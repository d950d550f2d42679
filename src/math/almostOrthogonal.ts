/**
 * How many directions fit in a space if right angles need only be nearly right: random ones, improved ones, and the
 * bound that no arrangement beats. Reports cover all pairs and the full range, so that no collapse can hide.
 */
import {seededRandom} from './seededRandom';

/** The angles of all pairs of a set of vectors. */
export interface AngleReport {
  readonly pairs: number;
  /** The smallest and the largest angle of any pair, degrees. */
  readonly minDegrees: number;
  readonly maxDegrees: number;
  /** The largest |cosine| of any pair: how far the worst pair is from a right angle. */
  readonly maxAbsCosine: number;
  /** Pairs a bin over the full 0..180 degrees; `counts[k]` is for k·width..(k+1)·width. Sums to `pairs`. */
  readonly counts: readonly number[];
  readonly binDegrees: number;
}

/**
 * The least that the worst pair must be off: max|cos| >= √((n - d) / (d(n - 1))) for n unit vectors in d dimensions.
 *
 * @returns 0 when n <= d, since n right angles then fit
 * @example welchBound(10000, 100)  // 0.0995, so some pair is at least 5.71° off
 * @see Welch 1974, Lower bounds on the maximum cross correlation of signals
 */
export function welchBound(count: number, dimension: number): number {
  if (!(count >= 1 && dimension >= 1)) throw new RangeError(`No bound for ${count} vectors in ${dimension} dimensions`);
  return count <= dimension ? 0 : Math.sqrt((count - dimension) / (dimension * (count - 1)));
}

/** How many degrees the worst pair must be off a right angle. @example welchDegrees(10000, 100)  // 5.71 */
export function welchDegrees(count: number, dimension: number): number {
  return 90 - degreesOf(welchBound(count, dimension));
}

/**
 * Unit vectors in directions drawn evenly from all.
 *
 * @returns shape (count, dimension)
 */
export function randomDirections(count: number, dimension: number, seed: string | number): number[][] {
  const random = seededRandom(seed);
  return Array.from({length: count}, () => {
    const draw = Array.from({length: dimension}, () => random.normal());
    const length = Math.hypot(...draw);
    return draw.map(entry => entry / length);
  });
}

/**
 * Spreads unit vectors so that the worst pair comes nearer to a right angle.
 *
 * Each step pushes every vector away from those it leans on, in proportion to (|cos| / max|cos|)^sharpness, so the
 * worst pairs are pushed most and no pair can collapse unseen. The best arrangement met is kept: the worst pair of
 * the result is never worse than that of the start.
 *
 * @param start - unit vectors, shape (n, d)
 * @param options.steps - default 200; n²d multiplications each
 * @param options.stride - length of the largest push in the first step, default 0.1; it shrinks to 0 towards the end
 * @param options.sharpness - default 12
 * @returns unit vectors, shape (n, d)
 */
export function spreadDirections(
  start: readonly (readonly number[])[],
  options: {readonly steps?: number; readonly stride?: number; readonly sharpness?: number} = {},
): number[][] {
  const {steps = 200, stride = 0.1, sharpness = 12} = options;
  let vectors: Float64Array[] = start.map(vector => Float64Array.from(vector));
  let best = vectors;
  let bestWorst = Infinity;
  for (let step = 0; step <= steps; step++) {
    const {worst, pushes} = pushesApart(vectors, sharpness);
    if (worst < bestWorst) [best, bestWorst] = [vectors, worst];
    if (worst === 0) break;
    const reach = stride * (1 - step / (steps + 1));
    vectors = vectors.map((vector, i) => unitAfterPush(vector, pushes[i], reach));
  }
  return best.map(vector => Array.from(vector));
}

/**
 * Measures the angles of all pairs.
 *
 * @param vectors - unit vectors, shape (n, d), n >= 2
 * @param binDegrees - width of a bin, a divisor of 180, default 1
 */
export function angleReport(vectors: readonly (readonly number[])[], binDegrees = 1): AngleReport {
  const rows = vectors.map(vector => Float64Array.from(vector));
  const counts = new Array<number>(Math.round(180 / binDegrees)).fill(0);
  let [lowest, highest] = [1, -1];
  for (let i = 0; i < rows.length; i++) {
    for (let j = 0; j < i; j++) {
      const cosine = dotOf(rows[i], rows[j]);
      if (cosine < lowest) lowest = cosine;
      if (cosine > highest) highest = cosine;
      counts[Math.min(counts.length - 1, Math.floor(degreesOf(cosine) / binDegrees))]++;
    }
  }
  return {
    pairs: (rows.length * (rows.length - 1)) / 2,
    minDegrees: degreesOf(highest),
    maxDegrees: degreesOf(lowest),
    maxAbsCosine: Math.min(1, Math.max(Math.abs(lowest), Math.abs(highest))),
    counts,
    binDegrees,
  };
}

/** The part of all pairs within some degrees of a right angle, 0..1, counted by whole bins. */
export function shareNearRightAngle(report: AngleReport, degrees: number): number {
  const near = report.counts.filter((_, k) => {
    const from = k * report.binDegrees;
    return from >= 90 - degrees - 1e-9 && from + report.binDegrees <= 90 + degrees + 1e-9;
  });
  return near.reduce((sum, count) => sum + count, 0) / report.pairs;
}

function pushesApart(vectors: Float64Array[], sharpness: number): {worst: number; pushes: Float64Array[]} {
  const cosines = vectors.map((vector, i) => Float64Array.from({length: i}, (_, j) => dotOf(vector, vectors[j])));
  let worst = 0;
  for (const row of cosines) for (const cosine of row) worst = Math.max(worst, Math.abs(cosine));
  const pushes = vectors.map(vector => new Float64Array(vector.length));
  if (worst === 0) return {worst, pushes};
  // Below this share of the worst, a pair's pressure is under a millionth: most pairs cost no power at all.
  const leastCosine = worst * 1e-6 ** (1 / sharpness);
  for (let i = 0; i < vectors.length; i++) {
    for (let j = 0; j < i; j++) {
      const cosine = cosines[i][j];
      if (Math.abs(cosine) >= leastCosine) pushPair(vectors, pushes, i, j, Math.sign(cosine) * (Math.abs(cosine) / worst) ** sharpness);
    }
  }
  const longest = Math.max(...pushes.map(push => Math.sqrt(dotOf(push, push))));
  return {worst, pushes: longest === 0 ? pushes : pushes.map(push => push.map(entry => entry / longest))};
}

function pushPair(vectors: Float64Array[], pushes: Float64Array[], i: number, j: number, pressure: number): void {
  const [a, b, pushA, pushB] = [vectors[i], vectors[j], pushes[i], pushes[j]];
  for (let k = 0; k < a.length; k++) {
    pushA[k] -= pressure * b[k];
    pushB[k] -= pressure * a[k];
  }
}

function unitAfterPush(vector: Float64Array, push: Float64Array, reach: number): Float64Array {
  const moved = vector.map((entry, k) => entry + reach * push[k]);
  const length = Math.sqrt(dotOf(moved, moved));
  return moved.map(entry => entry / length);
}

function dotOf(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k];
  return sum;
}

function degreesOf(cosine: number): number {
  return (Math.acos(Math.min(1, Math.max(-1, cosine))) * 180) / Math.PI;
}
