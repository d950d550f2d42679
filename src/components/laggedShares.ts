/** How a group spends its time when its members start one after another. */
import {clamp01, smooth} from '../math/easing';

/**
 * Shares of things that start one after another within one span of time.
 *
 * Thing i runs over [i · lag, i · lag + 1] of a clock that ends at (n - 1) · lag + 1, then eased.
 *
 * @param count - how many things
 * @param lag - delay between neighbours as a share of one thing's own time
 * @param share - share of the whole time that has gone
 * @returns the share of thing i
 * @example laggedShares(3, 0.5, 0.5)(1)  // 0.5
 */
export function laggedShares(count: number, lag: number, share: number): (index: number) => number {
  if (share >= 1) return () => 1;
  const clock = share * (Math.max(0, count - 1) * lag + 1);
  return index => smooth(clamp01(clock - index * lag));
}
