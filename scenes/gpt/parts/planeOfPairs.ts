/** The plane in which many pairs of words are seen at once: what their steps have in common lies along x. */
import {coordinates, dot, mean, norm, normalize, subtract, vectorOf, type Vector, type WordTable} from 'lectern';
import {principalAxes} from '../../../src/math/principalAxes';

export type Pair = readonly [from: string, to: string];

/**
 * Lays pairs of words into a plane.
 *
 * The first axis is the mean of their steps. The second is at right angles to it: the way in which the pairs, each taken
 * at its middle, differ most. Both have unit length and are scaled alike, so lengths and angles are those of the shadow.
 *
 * @param size - plane units that the widest word may lie from the middle: across, and up or down
 * @returns the place of a word in plane units, the middle of all pairs at the origin
 */
export function planeOfPairs(pairs: readonly Pair[], words: WordTable, size: readonly [across: number, up: number]): (word: string) => [number, number] {
  const ends = pairs.map(([from, to]) => [vectorOf(words, from), vectorOf(words, to)] as const);
  const step = normalize(mean(ends.map(([from, to]) => subtract(to, from))));
  const middle = mean(ends.flat());
  const flat = (v: Vector) => subtract(v, step.map(entry => entry * dot(v, step)));
  const [spread] = principalAxes(ends.map(pair => flat(mean(pair))), 1).axes;
  const raw = (word: string) => coordinates([step, spread], subtract(vectorOf(words, word), middle));
  const all = pairs.flat().map(raw);
  const scale = Math.min(size[0] / Math.max(...all.map(([x]) => Math.abs(x))), size[1] / Math.max(...all.map(([, y]) => Math.abs(y))));
  return word => raw(word).map(value => value * scale) as [number, number];
}

/** How well the steps agree: the lowest cosine between a pair's step and the mean of all. */
export function leastAgreement(pairs: readonly Pair[], words: WordTable): number {
  const steps = pairs.map(([from, to]) => subtract(vectorOf(words, to), vectorOf(words, from)));
  const common = mean(steps);
  return Math.min(...steps.map(step => dot(step, common) / (norm(step) * norm(common))));
}
