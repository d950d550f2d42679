/**
 * How a change spends its time: functions from [0, 1] to [0, 1], given to tweens as their timing.
 * Inputs outside [0, 1] are clamped, so a tween that overshoots by a rounding error stays put.
 */

/** Share of the time gone, to share of the change done. */
export type Easing = (t: number) => number;

/** The house easing t³(10 - 15t + 6t²): at rest, in speed and in acceleration, at both ends. */
export const smooth: Easing = t => {
  const u = clamp01(t);
  return u * u * u * (10 + u * (6 * u - 15));
};

/** Even speed, for typing, counting and turning. */
export const linear: Easing = t => clamp01(t);

/** Starts at rest and arrives at full speed: the first half of `smooth`, stretched. */
export const rushInto: Easing = t => 2 * smooth(clamp01(t) / 2);

/** Starts at full speed and comes to rest: the second half of `smooth`, stretched. */
export const rushFrom: Easing = t => 2 * smooth((clamp01(t) + 1) / 2) - 1;

/** Two smooth steps with a rest at the middle. */
export const doubleSmooth: Easing = t => {
  const u = clamp01(t);
  return u < 0.5 ? 0.5 * smooth(2 * u) : 0.5 + 0.5 * smooth(2 * u - 1);
};

/** Out and back: 0 at both ends, 1 in the middle. */
export const thereAndBack: Easing = t => smooth(1 - Math.abs(2 * clamp01(t) - 1));

/** Out, hold for the middle third, and back. */
export const thereAndBackWithPause: Easing = t => {
  const u = clamp01(t);
  return smooth(Math.min(1, 3 * u, 3 * (1 - u)));
};

/**
 * Swings to either side `swings` times, widest in the middle: thereAndBack(t) · sin(swings · π · t).
 *
 * @param swings - half-waves, whole, default 2
 * @returns an easing in -1..1 that is 0 at both ends
 */
export function wiggle(swings = 2): Easing {
  return t => {
    const u = clamp01(t);
    return u === 1 ? 0 : thereAndBack(u) * Math.sin(swings * Math.PI * u);
  };
}

/** Part of the way from a to b: t = 0 gives a, t = 1 gives b exactly. @example lerp(2, 4, 0.5)  // 3 */
export function lerp(a: number, b: number, t: number): number {
  return (1 - t) * a + t * b;
}

/** A number held between 0 and 1. */
export function clamp01(t: number): number {
  return t < 0 ? 0 : t > 1 ? 1 : t;
}
