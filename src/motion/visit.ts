/** Going somewhere and coming back. */
import {tween, type ThreadGenerator} from '@motion-canvas/core';
import {thereAndBack, thereAndBackWithPause} from '../math/easing';
import {seconds as durations} from '../theme/timing';

export interface VisitOptions {
  /** Time there and back, default 1 s. */
  readonly seconds?: number;
  /** Holds the far end for the middle third of the time. Default false. */
  readonly pause?: boolean;
}

/** Reads without an argument, writes with one: a signal, or a property of one. */
export interface Visitable<T> {
  (): T;
  (value: T): unknown;
}

/**
 * Tweens a signal to a value and back, and leaves it exactly where it was.
 *
 * duration = `seconds`: half of it there and half back, or a third each way and a third of rest.
 *
 * @param mix - how two values mix; a number by default, else give the type's own, such as `Color.lerp` or `Vector2.lerp`
 * @example yield* visit(box.lineWidth, 12);                    // 1.0 s
 * @example yield* visit(box.fill, theme().good, {}, Color.lerp);
 */
export function* visit<T>(
  signal: Visitable<T>,
  far: T,
  {seconds = durations.standard, pause = false}: VisitOptions = {},
  mix: (from: T, to: T, share: number) => T = mixNumbers,
): ThreadGenerator {
  const home = signal();
  const easing = pause ? thereAndBackWithPause : thereAndBack;
  try {
    yield* tween(seconds, share => signal(mix(home, far, easing(share))));
  } finally {
    signal(home);
  }
}

function mixNumbers<T>(from: T, to: T, share: number): T {
  if (typeof from !== 'number' || typeof to !== 'number') throw new TypeError('visit() must be told how values mix that are no numbers');
  return (from + (to - from) * share) as T;
}
