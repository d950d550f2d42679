/** Lines that lead from a small thing to a large picture of it. */
import {boxAround} from './canvasDrawing';
import type {XY} from './coordinates';

/**
 * Lines from the edge of one box to the facing edge of the other, corner to corner.
 *
 * The boxes face each other along the axis on which they stand farther apart.
 *
 * @param small - corners of one box: top left, top right, bottom right, bottom left
 * @param large - corners of the other, in the same order
 * @example facingLines([...], [...])  // for a large box to the right: its left corners, from the small one's right ones
 */
export function facingLines(small: readonly XY[], large: readonly XY[]): (readonly [XY, XY])[] {
  const [a, b] = [small, large].map(corners => ({left: corners[0].x, top: corners[0].y, right: corners[2].x, bottom: corners[2].y}));
  const apart = {
    right: b.left - a.right,
    left: a.left - b.right,
    below: b.top - a.bottom,
    above: a.top - b.bottom,
  };
  const most = Math.max(...Object.values(apart));
  if (most < 0) return [];
  if (most === apart.right) return [[small[1], large[0]], [small[2], large[3]]];
  if (most === apart.left) return [[small[0], large[1]], [small[3], large[2]]];
  if (most === apart.below) return [[small[3], large[0]], [small[2], large[1]]];
  return [[small[0], large[3]], [small[1], large[2]]];
}

/**
 * Four points of a border that lie nearest to the corners of the box around it: a tilted or rounded box is met where it is
 * drawn, not where its box would be.
 *
 * @param border - corners of an outline, at least one
 * @returns top left, top right, bottom right, bottom left
 */
export function cornersOf(border: readonly XY[]): XY[] {
  return boxAround(border, 0).corners.map(corner => {
    const away = (point: XY) => Math.hypot(point.x - corner.x, point.y - corner.y);
    return border.reduce((nearest, point) => (away(point) < away(nearest) ? point : nearest));
  });
}

/** A circle. */
export interface Disc {
  readonly centre: XY;
  readonly radius: number;
}

/**
 * The two lines that touch two circles from outside.
 *
 * A tangent meets both radii at a right angle, so it leaves the line of centres at acos((r₁ - r₂) / distance).
 *
 * @example circleTangents({centre: {x: 0, y: 0}, radius: 1}, {centre: {x: 9, y: 0}, radius: 1})  // y = -1 and y = 1
 */
export function circleTangents(a: Disc, b: Disc): (readonly [XY, XY])[] {
  const [dx, dy] = [b.centre.x - a.centre.x, b.centre.y - a.centre.y];
  const distance = Math.hypot(dx, dy);
  if (distance <= a.radius + b.radius) return [];
  const [along, aside] = [Math.atan2(dy, dx), Math.acos((a.radius - b.radius) / distance)];
  const touch = ({centre, radius}: Disc, angle: number): XY => ({
    x: centre.x + radius * Math.cos(angle),
    y: centre.y + radius * Math.sin(angle),
  });
  return [along - aside, along + aside].map(angle => [touch(a, angle), touch(b, angle)] as const);
}
