/** One draw from a distribution, told as a story: some tries, ever slower, and then the one that counts. */
import {smooth} from '../math/easing';
import {seededRandom, weightedIndex} from '../math/seededRandom';

/** How a draw is made and shown. */
export interface SampleOptions {
  /** The same seed draws the same row, in bars and on the wheel. Default "sample". */
  readonly seed?: string | number;
  /** The row that a recorded run drew, instead of a draw by the seed. */
  readonly on?: number;
}

/**
 * The place on a scale of 0 to 1 that a seed draws; the share that covers it is the one drawn.
 *
 * @param shares - shape (n), each >= 0, sum above 0
 * @returns index of the share, and the place as a share of their sum
 * @throws RangeError 'Cannot sample ProbabilityBars: "on" is 7, it has rows 0 to 3'
 */
export function drawFrom(owner: string, shares: readonly number[], {seed = 'sample', on}: SampleOptions): {index: number; place: number} {
  const random = seededRandom(seed).fork('draw');
  const within = random.next();
  if (on === undefined) return {index: weightedIndex(shares, within), place: within};
  if (!(Number.isInteger(on) && on >= 0 && on < shares.length)) {
    throw new RangeError(`Cannot sample ${owner}: "on" is ${on}, it has rows 0 to ${shares.length - 1}`);
  }
  const sum = shares.reduce((total, share) => total + share, 0);
  const before = shares.slice(0, on).reduce((total, share) => total + share, 0);
  // Kept off the edges, so that a needle visibly stands inside the share.
  return {index: on, place: (before + shares[on] * (0.2 + 0.6 * within)) / sum};
}

/** Rows that are tried before the one drawn: honest draws of the same distribution. */
export function triedRows(shares: readonly number[], count: number, seed: string | number = 'sample'): number[] {
  const random = seededRandom(seed).fork('tries');
  return Array.from({length: Math.max(0, count)}, () => random.weighted(shares));
}

/**
 * Where a mark is that visits rows in turn, staying longer at each: it slides for the first part of a stay and then rests.
 *
 * @param rows - rows in order, at least one
 * @param share - share of the time, 0 to 1
 * @returns a row, between two of them while it slides
 * @example visitedRow([0, 3], 1)  // 3
 */
export function visitedRow(rows: readonly number[], share: number): number {
  const stays = rows.map((_, index) => 1 + 2.5 * (rows.length === 1 ? 0 : index / (rows.length - 1)) ** 2);
  const total = stays.reduce((sum, stay) => sum + stay, 0);
  let left = Math.min(1, Math.max(0, share)) * total;
  for (let index = 0; index < rows.length; index++) {
    if (left > stays[index] && index < rows.length - 1) {
      left -= stays[index];
      continue;
    }
    const from = rows[Math.max(0, index - 1)];
    return from + (rows[index] - from) * smooth(Math.min(1, left / (0.45 * stays[index])));
  }
  return rows[rows.length - 1];
}
