/**
 * The shape of an arrow and the place of its label.
 *
 * Shaft and head are one closed outline, so a head can never part from its shaft, and a half transparent arrow shows
 * no darker patch where they meet.
 */
import type {XY} from './coordinates';

/** How an arrow looks, in pixels. */
export interface ArrowLook {
  /** Width of the shaft. */
  readonly thickness: number;
  /** Length of the head from its barbs to the tip. */
  readonly headLength: number;
  /** Width of the head across its barbs. */
  readonly headWidth: number;
  /** Degrees of the circle that the shaft follows; 0 is straight, positive bends to the left of travel on screen. */
  readonly bendDegrees: number;
}

/** A place on a line, and the unit vector in which it runs there. */
export interface Heading extends XY {
  readonly dx: number;
  readonly dy: number;
}

/** Heads of short arrows shrink so that they never take more than this share of the length. */
const largestHeadShare = 0.42;
/** How deep the back of the head is cut in, as a share of its length: barbs that sweep back look fast, not blunt. */
const barbSweep = 0.14;
/** One straight piece of a bent shaft turns at most so far; beyond this the eye sees corners. */
const degreesAPiece = 4;

/**
 * Walks along a straight line or a circular arc.
 *
 * @param from - start in pixels
 * @param to - end in pixels
 * @param bendDegrees - angle of the arc, -350 to 350; 0 is straight
 * @param share - how far along, 0 to 1
 * @returns the place there and the unit vector of travel; a line of no length travels nowhere
 * @example headingAlong({x: 0, y: 0}, {x: 10, y: 0}, 0, 0.5)  // {x: 5, y: 0, dx: 1, dy: 0}
 */
export function headingAlong(from: XY, to: XY, bendDegrees: number, share: number): Heading {
  const chordX = to.x - from.x;
  const chordY = to.y - from.y;
  const chord = Math.hypot(chordX, chordY);
  if (chord === 0) return {x: from.x, y: from.y, dx: 0, dy: 0};
  const ux = chordX / chord;
  const uy = chordY / chord;
  const half = (bendDegrees * Math.PI) / 360;
  if (Math.abs(half) < 1e-4) return {x: from.x + chordX * share, y: from.y + chordY * share, dx: ux, dy: uy};
  // Along the chord and to its left (up on screen for a step to the right): the arc is traced by the angle from its middle.
  const radius = chord / (2 * Math.sin(half));
  const angle = half * (2 * share - 1);
  const along = chord / 2 + radius * Math.sin(angle);
  const aside = radius * (Math.cos(angle) - Math.cos(half));
  return {
    x: from.x + ux * along + uy * aside,
    y: from.y + uy * along - ux * aside,
    dx: ux * Math.cos(angle) - uy * Math.sin(angle),
    dy: uy * Math.cos(angle) + ux * Math.sin(angle),
  };
}

/**
 * Length of the way from one point to another, straight or on an arc.
 *
 * @example wayLength({x: 0, y: 0}, {x: 3, y: 4}, 0)  // 5
 */
export function wayLength(from: XY, to: XY, bendDegrees: number): number {
  const chord = Math.hypot(to.x - from.x, to.y - from.y);
  const half = Math.abs(bendDegrees * Math.PI) / 360;
  return half < 1e-4 ? chord : (chord * half) / Math.sin(half);
}

/**
 * Draws the closed outline of an arrow, tip exactly at `to`.
 *
 * @param from - middle of the tail, pixels
 * @param to - the tip, pixels
 * @param look - widths, head and bend in pixels and degrees
 * @param growth - share of the way drawn so far, 0 to 1; the head rides at the end of it
 * @returns corners in order; empty when nothing is to be seen
 */
export function arrowOutline(from: XY, to: XY, look: ArrowLook, growth = 1): XY[] {
  const whole = wayLength(from, to, look.bendDegrees);
  const visible = whole * Math.min(1, Math.max(0, growth));
  if (visible < 1e-6) return [];
  const shrink = headShrink(visible, look);
  const head = look.headLength * shrink;
  const half = (look.thickness * shrink) / 2;
  const tipShare = visible / whole;
  const neckShare = (visible - head * (1 - barbSweep)) / whole;
  const tip = headingAlong(from, to, look.bendDegrees, tipShare);
  // The head is straight even on a bent shaft: it points from the shaft's end to the tip.
  const pieces = Math.max(1, Math.ceil(Math.abs(look.bendDegrees) / degreesAPiece));
  const walk = Array.from({length: pieces + 1}, (_, index) =>
    headingAlong(from, to, look.bendDegrees, (neckShare * index) / pieces),
  );
  const neck = walk[pieces];
  const aim = unit(tip.x - neck.x, tip.y - neck.y);
  const back = {x: tip.x - aim.x * head, y: tip.y - aim.y * head};
  const barb = (look.headWidth * shrink) / 2;
  return [
    ...walk.map(place => ({x: place.x + place.dy * half, y: place.y - place.dx * half})),
    {x: back.x + aim.y * barb, y: back.y - aim.x * barb},
    {x: tip.x, y: tip.y},
    {x: back.x - aim.y * barb, y: back.y + aim.x * barb},
    ...walk.reverse().map(place => ({x: place.x - place.dy * half, y: place.y + place.dx * half})),
  ];
}

/** How much smaller the head and shaft of a short arrow are drawn: 1 for a long one. */
export function headShrink(visibleLength: number, look: ArrowLook): number {
  if (look.headLength <= 0) return 1;
  return Math.min(1, (visibleLength * largestHeadShare) / look.headLength);
}

/**
 * Where a label may sit: past the tip, past the tail, or beside the middle of the shaft; `outer` is the side away from
 * the origin.
 */
export type LabelSide = 'tip' | 'tail' | 'left' | 'right' | 'above' | 'below' | 'outer';

/**
 * Places the middle of a label so that its box never touches the arrow.
 *
 * Beside the shaft the box is pushed out along the normal until all of it lies beyond the outermost edge of shaft and
 * head; at the tip it is pushed out along the direction of travel. A box w by h reaches |nx| w/2 + |ny| h/2 along a
 * unit vector n, which makes the push exact at every angle.
 *
 * @param from - tail in pixels
 * @param to - tip in pixels
 * @param look - the arrow's widths and bend
 * @param box - size of the label in pixels
 * @param side - where it is wanted; left and right are of travel, above and below of the screen
 * @param gap - pixels kept free between arrow and box
 * @param origin - from where `outer` counts, pixels
 * @returns the middle of the box in pixels
 */
export function labelCentre(
  from: XY,
  to: XY,
  look: ArrowLook,
  box: {width: number; height: number},
  side: LabelSide,
  gap: number,
  origin: XY = {x: 0, y: 0},
): XY {
  const end = side === 'tail' ? 0 : 1;
  if (side === 'tip' || side === 'tail') {
    const place = headingAlong(from, to, look.bendDegrees, end);
    const outward = side === 'tip' ? unit(place.dx, place.dy) : unit(-place.dx, -place.dy);
    return pushed(place, outward, boxReach(box, outward) + gap);
  }
  const middle = headingAlong(from, to, look.bendDegrees, 0.5);
  const left = {x: middle.dy, y: -middle.dx};
  const outward = left.x * (middle.x - origin.x) + left.y * (middle.y - origin.y);
  const sign = side === 'outer' ? (outward >= 0 ? 1 : -1) : sideSign(side, left);
  const normal = left.x === 0 && left.y === 0 ? {x: 0, y: sign * -1} : {x: left.x * sign, y: left.y * sign};
  const convex = look.bendDegrees === 0 || Math.sign(look.bendDegrees) === sign;
  // Inside a bend only the chord is safely clear of the shaft; outside, the crown of the arc is the outermost point.
  const start = convex ? middle : {x: (from.x + to.x) / 2, y: (from.y + to.y) / 2};
  return pushed(start, normal, boxReach(box, normal) + gap + shaftReach(from, to, look, box, normal));
}

/** The head only counts when the label is long enough to come near it. */
function shaftReach(from: XY, to: XY, look: ArrowLook, box: {width: number; height: number}, normal: XY): number {
  const length = wayLength(from, to, look.bendDegrees);
  const shrink = headShrink(length, look);
  const span = boxReach(box, {x: -normal.y, y: normal.x});
  const meetsHead = length / 2 - look.headLength * shrink < span;
  return ((meetsHead ? Math.max(look.headWidth, look.thickness) : look.thickness) * shrink) / 2;
}

function sideSign(side: LabelSide, left: XY): 1 | -1 {
  if (side === 'left') return 1;
  if (side === 'right') return -1;
  // On a vertical arrow neither side is above the other: above then reads as to the right, below as to the left.
  const upward = Math.abs(left.y) > 1e-6 ? -left.y : left.x;
  return (upward > 0) === (side === 'above') ? 1 : -1;
}

/**
 * How far a box reaches from its middle along a unit vector.
 *
 * @example boxReach({width: 4, height: 2}, {x: 0, y: 1})  // 1
 */
export function boxReach(box: {width: number; height: number}, direction: XY): number {
  return (Math.abs(direction.x) * box.width + Math.abs(direction.y) * box.height) / 2;
}

/** The same direction with length 1; up on screen for no direction at all. */
export function unit(x: number, y: number): XY {
  const length = Math.hypot(x, y);
  return length === 0 ? {x: 0, y: -1} : {x: x / length, y: y / length};
}

function pushed(point: XY, direction: XY, distance: number): XY {
  return {x: point.x + direction.x * distance, y: point.y + direction.y * distance};
}
