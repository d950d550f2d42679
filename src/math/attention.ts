/**
 * One head of attention, step by step, as the grid on screen shows it: rows are keys, columns are queries.
 * Vectors a token come in (entry i belongs to token i), grids and updates come out, each step a function of its own.
 */
import type {Matrix} from './matrix';
import {shapeOf, transpose} from './matrix';
import {softmax} from './softmax';
import type {Vector} from './vector';
import {dot, weightedSum} from './vector';

/** What one head computed. All grids have shape (keys, queries). */
export interface AttentionResult {
  /** K_i · Q_j / √d_k, before masking. */
  readonly scores: number[][];
  /** The scores with -∞ where a key comes later than its query; equal to `scores` without a mask. */
  readonly masked: number[][];
  /** Softmax of each column: how much query j listens to key i. Columns sum to 1. */
  readonly pattern: number[][];
  /** ΔE_j = Σ_i pattern_ij V_i, one a query, shape (queries, d_v). */
  readonly updates: number[][];
}

/**
 * Runs one attention head.
 *
 * @param head.queries - one a query token, shape (q, d_k)
 * @param head.keys - one a key token, shape (k, d_k)
 * @param head.values - one a key token, shape (k, d_v)
 * @param head.causal - whether later tokens are hidden from earlier ones, default true
 * @throws RangeError "Cannot pair 3 keys with 2 values: each key carries one value"
 * @see Vaswani et al. 2017, Attention is all you need, section 3.2.1, with vectors as columns
 */
export function attention(head: {
  readonly queries: Matrix;
  readonly keys: Matrix;
  readonly values: Matrix;
  readonly causal?: boolean;
}): AttentionResult {
  const {queries, keys, values, causal = true} = head;
  if (keys.length !== values.length) {
    throw new RangeError(`Cannot pair ${keys.length} keys with ${values.length} values: each key carries one value`);
  }
  const scores = attentionScores(keys, queries);
  const masked = causal ? causallyMasked(scores) : scores;
  const pattern = attentionPattern(masked);
  return {scores, masked, pattern, updates: attentionUpdates(pattern, values)};
}

/**
 * Every key dotted with every query, over √d_k.
 *
 * @returns shape (keys, queries): entry [i][j] is K_i · Q_j / √d_k
 * @throws RangeError "Cannot compare keys of 3 numbers with queries of 2: both need d_k numbers"
 */
export function attentionScores(keys: Matrix, queries: Matrix): number[][] {
  const [keyWidth, queryWidth] = [shapeOf(keys)[1], shapeOf(queries)[1]];
  if (keyWidth !== queryWidth) {
    throw new RangeError(
      `Cannot compare keys of ${keyWidth} numbers with queries of ${queryWidth}: both need d_k numbers`,
    );
  }
  const root = Math.sqrt(keyWidth);
  return keys.map(key => queries.map(query => dot(key, query) / root));
}

/**
 * Hides the future: -∞ wherever the key's place i is after the query's place j, the lower left of the grid.
 *
 * @example causallyMasked([[1, 2], [3, 4]])  // [[1, 2], [-Infinity, 4]]
 */
export function causallyMasked(scores: Matrix): number[][] {
  return scores.map((row, i) => row.map((score, j) => (i > j ? -Infinity : score)));
}

/**
 * Softmax of each column, so that what each query listens to sums to 1. Masked cells get exactly 0.
 *
 * @param scores - shape (keys, queries)
 * @throws RangeError "Query 2 has nothing to attend to: every key is masked"
 */
export function attentionPattern(scores: Matrix): number[][] {
  const columns = transpose(scores).map((column, j) => {
    if (column.every(score => score === -Infinity)) {
      throw new RangeError(`Query ${j + 1} has nothing to attend to: every key is masked`);
    }
    return softmax(column);
  });
  return transpose(columns);
}

/**
 * What each token's vector is changed by: ΔE_j = Σ_i pattern_ij V_i.
 *
 * @param pattern - shape (keys, queries)
 * @param values - shape (keys, d_v)
 * @returns shape (queries, d_v)
 */
export function attentionUpdates(pattern: Matrix, values: readonly Vector[]): number[][] {
  return transpose(pattern).map(column => weightedSum(column, values));
}
