/** Which members of a list are spoken of now: one weight each, so that the focus can pass smoothly. */
import {clamp01, lerp} from '../math/easing';

/** Weight 1 for the chosen members, 0 for the others. @example onlyThese(3, [1])  // [0, 1, 0] */
export function onlyThese(count: number, chosen: readonly number[]): number[] {
  return Array.from({length: count}, (_, index) => (chosen.includes(index) ? 1 : 0));
}

/** A mix of two lists of weights; what one of them lacks counts as 0. */
export function mixWeights(from: readonly number[], to: readonly number[], share: number): number[] {
  return Array.from({length: Math.max(from.length, to.length)}, (_, index) => lerp(from[index] ?? 0, to[index] ?? 0, share));
}

/**
 * How strongly a member is drawn: dimmed as far as others are spoken of.
 *
 * @param weight - of the member, 0 to 1
 * @param focusing - how far there is any focus, 0 to 1
 * @param dim - strength of members out of focus
 */
export function focusStrength(weight: number, focusing: number, dim: number): number {
  return lerp(1, lerp(dim, 1, clamp01(weight)), clamp01(focusing));
}
