/** What a tally of parameters says row by row: names, factors and totals, for one head, one layer or the whole model. */
import type {ParameterTally, TallyFactor, TallyKind, TallyRow} from '../math/parameterTally';

/** How much is counted: the matrices of one head, of one layer, or all of them. */
export type TallyScope = 'head' | 'layer' | 'model';

export const scopes: readonly TallyScope[] = ['head', 'layer', 'model'];

/** A factor and the column it stands in: two for the matrix itself, one for heads, one for layers. */
export interface PlacedFactor {
  readonly factor: TallyFactor;
  readonly column: 0 | 1 | 2 | 3;
  /** Index of the scope from which on it counts. */
  readonly from: number;
}

/**
 * The rows of some kinds, in the order in which they are named; all rows in the order in which data meet them.
 *
 * @throws RangeError 'ParameterTally has no row "unembedding"' (a tied model has none)
 */
export function rowsOfKinds(tally: ParameterTally, kinds: readonly TallyKind[] | null): readonly TallyRow[] {
  if (kinds === null) return tally.rows;
  const known = [...tally.rows, ...tally.leftOut];
  const missing = kinds.find(kind => !known.some(row => row.kind === kind));
  if (missing !== undefined) throw new RangeError(`ParameterTally has no row "${missing}"`);
  return kinds.map(kind => known.find(row => row.kind === kind)!);
}

/** The factors of a row with their columns: what repeats over heads and layers stands behind the matrix. */
export function placedFactors(row: TallyRow): PlacedFactor[] {
  let own = 0;
  return row.factors.map(factor => {
    if (factor.name === 'n_heads') return {factor, column: 2, from: 1};
    if (factor.name === 'n_layers') return {factor, column: 3, from: 2};
    return {factor, column: Math.min(1, own++) as 0 | 1, from: 0};
  });
}

/**
 * The number at the end of a row, computed from its factors; between two scopes it grows evenly in proportion.
 *
 * @param scope - index of the scope, a fraction on the way to the next
 * @example rowTotal(tallyRow(parameterTally(gpt3), 'query'), 1)  // 150994944: all heads of one layer
 */
export function rowTotal(row: TallyRow, scope: number): number {
  const product = placedFactors(row).reduce((total, {factor, from}) => total * factor.value ** presence(from, scope), 1);
  return Math.round(product);
}

/** How far a factor counts, 0 to 1. */
export function presence(from: number, scope: number): number {
  return Math.min(1, Math.max(0, scope - from + 1));
}

/** The name of a factor in two parts, as it is set: a letter and what stands under it. @example factorName('d_embed')  // ['d', 'embed'] */
export function factorName(name: TallyFactor['name']): readonly [string, string] {
  if (name === 'count') return ['n', ''];
  const [letter, under] = name.split('_');
  return [letter, under];
}
