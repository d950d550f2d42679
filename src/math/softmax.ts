/**
 * From raw scores to probabilities and back: softmax with temperature, its repair after the fact, and the cost.
 * Logits come in, distributions that sum to 1 come out. Called by bars, softmax panels, attention and decoders.
 */
import type {Vector} from './vector';

/**
 * Turns logits into probabilities: p_i = exp(x_i / T) / Σ exp(x_j / T).
 *
 * The maximum is subtracted first, so no size of logit overflows. A logit of -∞ is masked and gets exactly 0.
 * T = 0 is the limit: all to the largest logit, shared if several are largest; T = ∞ is uniform over the unmasked.
 *
 * @param logits - shape (n), n >= 1, reals or -∞, at least one finite
 * @param temperature - T >= 0, default 1
 * @returns shape (n), each in 0..1, sum 1
 * @throws RangeError "Cannot take the softmax of no numbers", "Logit 3 is NaN: ...", "Every logit is masked (-∞): ..."
 * @example softmax([2, 2])  // [0.5, 0.5]
 * @example softmax([1, 3, 2], 0)  // [0, 1, 0]
 * @see Boltzmann's distribution; Bridle 1990, Probabilistic interpretation of feedforward classification outputs
 */
export function softmax(logits: Vector, temperature = 1): number[] {
  const largest = largestLogit(logits);
  requireTemperature(temperature);
  const weights = logits.map(logit => {
    const below = logit - largest;
    if (below === 0) return 1;
    if (below === -Infinity || temperature === 0) return 0;
    return Math.exp(below / temperature);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map(weight => weight / sum);
}

/**
 * Changes the temperature of probabilities whose logits are not known: p_i^(1/T) / Σ p_j^(1/T).
 *
 * Law: retemper(softmax(x), T) = softmax(x, T). Truncated lists are allowed: the sum need not be 1.
 *
 * @param probabilities - shape (n), each >= 0, not all 0
 * @param temperature - T >= 0
 * @returns shape (n), sum 1
 * @throws RangeError "Probability 2 is -0.1: probabilities are 0 or more"
 * @example retemper([0.8, 0.2], 0.5)  // [0.941, 0.059]
 */
export function retemper(probabilities: Vector, temperature: number): number[] {
  probabilities.forEach((p, i) => {
    if (!(p >= 0)) throw new RangeError(`Probability ${i + 1} is ${p}: probabilities are 0 or more`);
  });
  return softmax(probabilities.map(Math.log), temperature);
}

/**
 * The logarithm of a sum of exponentials, without overflow.
 *
 * Law: softmax(x)_i = exp(x_i - logSumExp(x)).
 *
 * @example logSumExp([1000, 1000])  // 1000.6931
 */
export function logSumExp(logits: Vector): number {
  const largest = largestLogit(logits);
  return largest + Math.log(logits.reduce((total, logit) => total + Math.exp(logit - largest), 0));
}

/**
 * The cost of a prediction: -ln of the probability that the true answer was given.
 *
 * @param probability - 0..1
 * @returns 0 for certainty, ∞ for "impossible"
 * @example costOf(0.1)  // 2.303
 */
export function costOf(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`A probability lies between 0 and 1, this one is ${probability}`);
  }
  return probability === 1 ? 0 : -Math.log(probability);
}

/**
 * The log-odds of a probability in a base of choice: log_b(p / (1 - p)).
 *
 * Law: expit(logit(p, b), b) = p.
 *
 * @example logit(0.5)  // 0
 */
export function logit(probability: number, base = Math.E): number {
  return Math.log(probability / (1 - probability)) / Math.log(base);
}

/** The probability whose log-odds are x: b^x / (b^x + 1). @example expit(0)  // 0.5 */
export function expit(x: number, base = Math.E): number {
  return 1 / (1 + base ** -x);
}

function largestLogit(logits: Vector): number {
  if (logits.length === 0) throw new RangeError('Cannot take the softmax of no numbers');
  let largest = -Infinity;
  logits.forEach((logit, i) => {
    if (Number.isNaN(logit) || logit === Infinity) {
      throw new RangeError(`Logit ${i + 1} is ${logit}: logits are finite numbers, or -∞ where masked`);
    }
    largest = Math.max(largest, logit);
  });
  if (largest === -Infinity) throw new RangeError('Every logit is masked (-∞): nothing is left to choose from');
  return largest;
}

function requireTemperature(temperature: number): void {
  if (temperature >= 0) return;
  throw new RangeError(`A temperature is 0 or more, this one is ${temperature}`);
}
