/** Points on the circular arcs that things move along. */

export interface XY {
  readonly x: number;
  readonly y: number;
}

/**
 * The point on the arc from one point to another after a share of the way.
 *
 * The arc is a piece of a circle that turns by `degrees`; positive bends left of travel as seen on screen (y down),
 * zero is a straight line.
 *
 * @param degrees - turn of the arc, -359..359
 * @param share - 0 gives `from`, 1 gives `to` exactly
 * @throws RangeError "An arc turns by less than a full circle, not by 400°"
 * @example arcPoint({x: -1, y: 0}, {x: 1, y: 0}, 180, 0.5)  // {x: 0, y: -1}, above the line
 */
export function arcPoint(from: XY, to: XY, degrees: number, share: number): XY {
  if (!(Math.abs(degrees) < 360)) throw new RangeError(`An arc turns by less than a full circle, not by ${degrees}°`);
  if (share === 1) return {x: to.x, y: to.y};
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  if (Math.abs(degrees) < 0.01) return {x: from.x + dx * share, y: from.y + dy * share};
  const angle = (degrees * Math.PI) / 180;
  // The centre lies right of travel, where the two ends are seen under the angle.
  const height = 0.5 / Math.tan(angle / 2);
  const centre = {x: from.x + dx / 2 - dy * height, y: from.y + dy / 2 + dx * height};
  const [cos, sin] = [Math.cos(angle * share), Math.sin(angle * share)];
  const [rx, ry] = [from.x - centre.x, from.y - centre.y];
  return {x: centre.x + rx * cos - ry * sin, y: centre.y + rx * sin + ry * cos};
}
