/**
 * Keeps splines from drifting.
 *
 * Motion Canvas smooths the handles of knots in place, in records that it keeps: a knot with `auto` between 0 and 1 moves a
 * little further each time its spline is drawn while another knot changes. A frame would depend on the frames that were
 * drawn before it. Here the smoothing works on copies.
 */
import type {Spline} from '@motion-canvas/2d';

type TwoD = typeof import('@motion-canvas/2d');

const mended = new WeakSet<object>();

/** Puts the mend into one copy of Motion Canvas, once; it holds for splines that are made later. */
export function copyKnots({Spline: {prototype}}: TwoD): void {
  if (mended.has(prototype)) return;
  mended.add(prototype);
  const knots = prototype.knots;
  prototype.knots = function (this: Spline) {
    return knots.call(this).map(knot => ({...knot}));
  };
}
