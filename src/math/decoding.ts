/**
 * From a distribution to one choice: greedy, by temperature, among the best k; the dice are seeded.
 * Probabilities come in, an index goes out. Called by the n-gram models, the small transformer and sampling scenes.
 */
import type {SeededRandom} from './seededRandom';
import {weightedIndex} from './seededRandom';
import {retemper} from './softmax';
import type {Vector} from './vector';

export interface DecodingOptions {
  /** T >= 0: 0 always takes the likeliest, 1 (default) the distribution as it is. */
  readonly temperature?: number;
  /** Only the k likeliest may be chosen. Default: all. */
  readonly topK?: number;
}

/** The index of the likeliest entry, the first of equals. @example greedyIndex([0.2, 0.5, 0.3])  // 1 */
export function greedyIndex(probabilities: Vector): number {
  if (probabilities.length === 0) throw new RangeError('Cannot choose from no entries');
  let best = 0;
  for (let i = 1; i < probabilities.length; i++) if (probabilities[i] > probabilities[best]) best = i;
  return best;
}

/**
 * The distribution that is really drawn from: cut to the k likeliest, then re-tempered.
 *
 * Equal entries at the edge of the cut go in by place, the earlier first.
 *
 * @param probabilities - shape (n), each >= 0, not all 0
 * @returns shape (n), sum 1
 * @throws RangeError "The best 0 entries are no choice: topK is 1 or more"
 * @example decodingDistribution([0.5, 0.3, 0.2], {topK: 2})  // [0.625, 0.375, 0]
 */
export function decodingDistribution(probabilities: Vector, options: DecodingOptions = {}): number[] {
  const {temperature = 1, topK = probabilities.length} = options;
  if (!(topK >= 1) && probabilities.length > 0) throw new RangeError(`The best ${topK} entries are no choice: topK is 1 or more`);
  if (temperature === 0) {
    const best = greedyIndex(probabilities);
    return probabilities.map((_, i) => (i === best ? 1 : 0));
  }
  const order = probabilities.map((_, i) => i).sort((i, j) => probabilities[j] - probabilities[i] || i - j);
  const kept = new Set(order.slice(0, topK));
  const cut = probabilities.map((p, i) => (kept.has(i) ? p : 0));
  if (temperature !== 1) return retemper(cut, temperature);
  const sum = cut.reduce((total, p) => total + p, 0);
  return cut.map(p => p / sum);
}

/**
 * Draws one entry.
 *
 * Law: over many draws the shares of the entries approach decodingDistribution.
 *
 * @example sampleIndex([0.9, 0.1], seededRandom('dice'), {temperature: 0})  // 0
 */
export function sampleIndex(probabilities: Vector, random: SeededRandom, options: DecodingOptions = {}): number {
  return weightedIndex(decodingDistribution(probabilities, options), random.next());
}
