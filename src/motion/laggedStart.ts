/** Members of a group that set out one after another, in a time that is known beforehand. */
import {all, waitFor, type ThreadGenerator} from '@motion-canvas/core';
import {lagRatio, seconds as durations} from '../theme/timing';

export interface LagOptions {
  /** Time of the whole group, default 1 s. */
  readonly seconds?: number;
  /** Share of one member's time that passes before the next sets out: 0 all together, 1 one after the other; default 0.1. */
  readonly lag?: number;
}

/** When each member of a group starts, and how long each takes. */
export interface LagPlan {
  readonly starts: readonly number[];
  readonly each: number;
}

/**
 * Spreads n equal members over a fixed time.
 *
 * each = total / (1 + lag · (n - 1)); start_i = i · lag · each; so the last one ends exactly at the total.
 *
 * @param count - members, 0 or more
 * @throws RangeError "laggedStart() takes lag of 0 or more, not -1"
 * @example lagPlan(3, {seconds: 2, lag: 0.5})  // {each: 1, starts: [0, 0.5, 1]}
 */
export function lagPlan(count: number, {seconds = durations.standard, lag = lagRatio}: LagOptions = {}): LagPlan {
  if (!(lag >= 0)) throw new RangeError(`laggedStart() takes lag of 0 or more, not ${lag}`);
  if (!(seconds >= 0)) throw new RangeError(`laggedStart() takes seconds of 0 or more, not ${seconds}`);
  const each = seconds / (1 + lag * Math.max(0, count - 1));
  return {each, starts: Array.from({length: count}, (_, i) => i * lag * each)};
}

/**
 * The share that member i of n has done when the whole group has done a share of its time; to be eased afterwards.
 *
 * clamp(share · ((n - 1) · lag + 1) - i · lag, 0, 1): the same plan as {@link lagPlan}, for figures that draw all
 * their members themselves.
 *
 * @example lagShare(0.5, 1, 3, 0.5)  // 0.5
 */
export function lagShare(share: number, index: number, count: number, lag = lagRatio): number {
  return Math.min(1, Math.max(0, share * ((count - 1) * lag + 1) - index * lag));
}

/**
 * Runs one animation per member, each a little after the one before.
 *
 * duration = `seconds`, however many members there are (0 s for none); each animation is told how long it may take.
 *
 * @param items - the members, in the order they set out
 * @param animate - gives the animation of one member; it should take the `seconds` it is handed
 * @example yield* laggedStart(words, (word, seconds) => word.opacity(1, seconds), {seconds: 2});  // 2.0 s
 */
export function* laggedStart<T>(
  items: readonly T[],
  animate: (item: T, seconds: number, index: number) => ThreadGenerator,
  options: LagOptions = {},
): ThreadGenerator {
  const {each, starts} = lagPlan(items.length, options);
  if (items.length === 0) return;
  yield* all(...items.map((item, i) => startingAfter(starts[i], () => animate(item, each, i))));
}

// The animation is made when its turn comes, so that it reads the state of that moment.
function* startingAfter(wait: number, task: () => ThreadGenerator): ThreadGenerator {
  yield* waitFor(wait);
  yield* task();
}
