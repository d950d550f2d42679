/** Counts how often values fall into equal bins, leaving none out. */

export interface Bin {
  /** Lower edge, belongs to the bin. */
  readonly low: number;
  /** Upper edge, belongs to the next bin (to this one, in the last). */
  readonly high: number;
  readonly count: number;
}

/**
 * Sorts values into equal bins that cover all of them.
 *
 * A histogram that crops its tails tells another story than its data, so a range that would leave a value out is
 * refused instead of obeyed.
 *
 * @param values - finite numbers, any count
 * @param count - number of bins, 1 to 2000
 * @param range - `[low, high]`; without it the smallest and largest value
 * @returns one bin after another; the counts add up to `values.length`
 * @throws RangeError 'Cannot draw Histogram: 12 of 500 values lie outside "range" 80 to 100 (they run from 3.1 to 178)'
 */
export function histogramBins(values: readonly number[], count: number, range?: readonly [number, number]): Bin[] {
  if (!Number.isInteger(count) || count < 1 || count > 2000) {
    throw new RangeError(`Cannot draw Histogram: "bins" is ${count}, it takes a whole number from 1 to 2000`);
  }
  const [low, high] = range ?? spanOf(values);
  const outside = values.filter(value => value < low || value > high).length;
  if (outside > 0) {
    const [least, most] = spanOf(values);
    throw new RangeError(
      `Cannot draw Histogram: ${outside} of ${values.length} values lie outside "range" ${low} to ${high} (they run from ${least} to ${most})`,
    );
  }
  const width = (high - low) / count;
  const counts = new Array<number>(count).fill(0);
  for (const value of values) counts[Math.min(count - 1, Math.floor((value - low) / width))]++;
  return counts.map((total, index) => ({low: low + index * width, high: low + (index + 1) * width, count: total}));
}

/** Smallest and largest value; a span around a lone value, 0 to 1 around none. */
function spanOf(values: readonly number[]): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return [0, 1];
  return low === high ? [low - 0.5, high + 0.5] : [low, high];
}
