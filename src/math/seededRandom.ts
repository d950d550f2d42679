/**
 * Chance that repeats: the same seed gives the same numbers on every machine and in every worker.
 * A text or number comes in, a stream of draws comes out. Nothing in the project calls Math.random.
 */

/** A stream of draws. Each call moves it on; `fork` starts a stream of its own that moves nothing. */
export interface SeededRandom {
  /** A number in [0, 1), 32 bits fine. */
  next(): number;
  /** A number in [from, to). */
  uniform(from: number, to: number): number;
  /** A whole number in 0..count-1. */
  integer(count: number): number;
  /** A draw from the bell curve. Default mean 0, standard deviation 1. */
  normal(mean?: number, deviation?: number): number;
  /** One item of a list, each equally likely. */
  pick<T>(items: readonly T[]): T;
  /** An index, drawn in proportion to its weight. */
  weighted(weights: readonly number[]): number;
  /** The same items in a random order. */
  shuffled<T>(items: readonly T[]): T[];
  /** An independent stream for a named purpose, the same however much of this one has been used. */
  fork(name: string): SeededRandom;
}

/**
 * Opens the stream of draws that belongs to a seed.
 *
 * @param seed - any text or number; "7" and 7 are the same seed
 * @example seededRandom('neurons').normal()  // always the same number
 * @see Mulberry32, Tommy Ettinger 2017 (public domain); Box and Muller 1958 for the bell curve
 */
export function seededRandom(seed: string | number): SeededRandom {
  let state = hashText(String(seed));
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (count: number) => {
    if (!(Number.isInteger(count) && count > 0)) throw new RangeError(`Cannot draw one of ${count} items`);
    return Math.floor(next() * count);
  };
  return {
    next,
    integer,
    uniform: (from, to) => from + (to - from) * next(),
    normal: (mean = 0, deviation = 1) => mean + deviation * bellDraw(next),
    pick: items => items[integer(items.length)],
    weighted: weights => weightedIndex(weights, next()),
    shuffled: items => shuffledCopy(items, integer),
    fork: name => seededRandom(`${seed}/${name}`),
  };
}

/**
 * The index at which the running sum of weights passes a share of their total.
 *
 * @param weights - shape (n), each >= 0, not all 0; a weight of 0 is never chosen
 * @param share - in [0, 1)
 * @throws RangeError "Weights must be 0 or more with a positive sum"
 * @example weightedIndex([1, 3], 0.5)  // 1
 */
export function weightedIndex(weights: readonly number[], share: number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0) || !Number.isFinite(total) || weights.some(weight => weight < 0)) {
    throw new RangeError('Weights must be 0 or more with a positive sum');
  }
  let left = share * total;
  for (let i = 0; i < weights.length; i++) {
    left -= weights[i];
    if (left < 0) return i;
  }
  // Rounding may leave a crumb after the last subtraction: it belongs to the last possible item.
  return weights.findLastIndex(weight => weight > 0);
}

/** A 32-bit hash of a text (FNV-1a with a final avalanche): equal texts, equal numbers, on every machine. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function bellDraw(next: () => number): number {
  // 1 - next() lies in (0, 1], so the logarithm is finite.
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

function shuffledCopy<T>(items: readonly T[], integer: (count: number) => number): T[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = integer(i + 1);
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy;
}
