/** Products of numbers as they are shown: rounded first, multiplied after, so that a viewer can check them. */
import {roundTo} from '../math/formatNumber';
import {partialProducts} from '../math/matrix';

/**
 * The running sums of each row's products, of numbers rounded as they are shown; the last of a row is its result.
 *
 * @param matrix - shape (m, n)
 * @param vector - shape (n)
 * @returns shape (m, n)
 * @throws TypeError 'Cannot multiply NumericMatrix of 2×3 by NumericVector of 2: 3 columns meet 2 entries'
 * @example shownPartialSums([[1.04, 2]], [3, 1], 1)  // [[3, 5]]
 */
export function shownPartialSums(
  matrix: readonly (readonly number[])[],
  vector: readonly number[],
  matrixDecimals: number,
  vectorDecimals = matrixDecimals,
): number[][] {
  const columns = matrix[0]?.length ?? 0;
  if (matrix.length > 0 && columns !== vector.length) {
    throw new TypeError(
      `Cannot multiply NumericMatrix of ${matrix.length}×${columns} by NumericVector of ${vector.length}: ${columns} columns meet ${vector.length} entries`,
    );
  }
  const shown = vector.map(value => roundTo(value, vectorDecimals));
  return matrix.map(row => partialProducts(row.map(value => roundTo(value, matrixDecimals)), shown));
}
