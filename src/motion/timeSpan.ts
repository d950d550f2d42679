/** An animation that fills only a part of a longer clip. */
import {waitFor, type ThreadGenerator} from '@motion-canvas/core';

/**
 * Runs an animation between two moments of a clip, and rests before and after it.
 *
 * duration = max(clip, to); the animation is told to take to - from.
 *
 * @param clip - length of the whole clip in seconds
 * @param from - when the animation starts, 0 or more
 * @param to - when it ends, from or later
 * @throws RangeError "timeSpan() runs from 2 to 1, it must run forwards"
 * @example yield* timeSpan(5, 1, 3, seconds => arrow.growth(1, seconds));  // 5.0 s, the arrow grows in seconds 1 to 3
 */
export function* timeSpan(clip: number, from: number, to: number, animate: (seconds: number) => ThreadGenerator): ThreadGenerator {
  if (!(from >= 0 && to >= from)) throw new RangeError(`timeSpan() runs from ${from} to ${to}, it must run forwards`);
  yield* waitFor(from);
  yield* animate(to - from);
  yield* waitFor(Math.max(0, clip - to));
}
