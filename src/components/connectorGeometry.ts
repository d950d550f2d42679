/** Where a line between two boxes meets their borders, however the boxes are turned. */
import {headingAlong} from './arrowGeometry';
import type {XY} from './coordinates';

/** A convex border as corners in order, so that turned, scaled and round ones count as they are seen. */
export type Corners = readonly XY[];

/**
 * Tells whether a point lies inside a convex outline or on its border.
 *
 * @example insideOutline([{x: 0, y: 0}, {x: 2, y: 0}, {x: 2, y: 2}, {x: 0, y: 2}], {x: 1, y: 1})  // true
 */
export function insideOutline(outline: readonly XY[], point: XY): boolean {
  let sign = 0;
  for (let index = 0; index < outline.length; index++) {
    const a = outline[index];
    const b = outline[(index + 1) % outline.length];
    const cross = (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);
    if (Math.abs(cross) < 1e-9) continue;
    if (sign !== 0 && Math.sign(cross) !== sign) return false;
    sign = Math.sign(cross);
  }
  return true;
}

/** Middle of a box. */
export function centreOf(corners: readonly XY[]): XY {
  const sum = corners.reduce((total, corner) => ({x: total.x + corner.x, y: total.y + corner.y}), {x: 0, y: 0});
  return {x: sum.x / corners.length, y: sum.y / corners.length};
}

/** The visible part of a way between two boxes, as shares of the way from middle to middle. */
export interface VisibleSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds where the way from the middle of one box to the middle of another leaves the first and enters the second.
 *
 * @param source - corners of the first box, pixels
 * @param target - corners of the second, pixels
 * @param bendDegrees - angle of the arc from middle to middle; 0 is straight
 * @returns shares of the way, 0 to 1, exact to a thousandth of a pixel; null when the boxes overlap so that nothing is seen
 */
export function visibleSpan(source: Corners, target: Corners, bendDegrees: number): VisibleSpan | null {
  const from = centreOf(source);
  const to = centreOf(target);
  const at = (share: number) => headingAlong(from, to, bendDegrees, share);
  const start = lastShare(share => insideOutline(source, at(share)));
  const end = 1 - lastShare(share => insideOutline(target, at(1 - share)));
  return start < end ? {start, end} : null;
}

/** Halving: inside at 0, outside later; the way leaves a convex box once on any arc of less than half a turn. */
function lastShare(inside: (share: number) => boolean): number {
  let low = 0;
  let high = 1;
  if (inside(1)) return 1;
  for (let step = 1; step <= 32; step++) {
    const share = step / 32;
    if (inside(share)) continue;
    high = share;
    low = (step - 1) / 32;
    break;
  }
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (inside(middle)) low = middle;
    else high = middle;
  }
  return high;
}
