import type {Ratio} from './boxStyle';
import {UNITS} from './units';

/**
 * Turns `aspect-ratio` into a fraction of whole numbers, as Chromium does: exactly where both sides are whole 1/64, else
 * by the shortest continued fraction that comes within a millionth.
 *
 * @param width - the ratio's first number, at least 0
 * @param height - its second number, at least 0
 * @returns null for a ratio that behaves as `auto`: one with a side of 0
 * @example aspectRatio(1.5, 1)  // {inline: 96, block: 64}
 */
export function aspectRatio(width: number, height: number): Ratio | null {
  const [w, h] = [Math.fround(width), Math.fround(height)];
  if (w <= 0 || h <= 0 || !Number.isFinite(w / h)) return null;
  if (Number.isInteger(w * UNITS) && Number.isInteger(h * UNITS)) return {inline: w * UNITS, block: h * UNITS};
  return convergent(Math.fround(w / h));
}

/** More steps than the golden ratio needs, which converges slowest. */
const STEPS = 16;

function convergent(ratio: number): Ratio | null {
  let [h0, h1, k0, k1] = [0, 1, 1, 0];
  let rest = ratio;
  for (let step = 0; step < STEPS && Number.isFinite(rest); step++) {
    if (Math.abs(Math.fround(ratio - Math.fround(h1 / k1))) < 1e-6) break;
    const whole = Math.floor(rest);
    [h0, h1] = [h1, h1 * whole + h0];
    [k0, k1] = [k1, k1 * whole + k0];
    rest = Math.fround(1 / Math.fround(rest - whole));
  }
  return h1 === 0 || k1 === 0 ? null : {inline: h1, block: k1};
}
