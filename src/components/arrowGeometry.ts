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
 * Where a label may sit: past the tip, past the tail, `aside` of the tip (free for a step that goes on from there), or
 * beside the middle of the shaft: left or right of travel, above or below on screen, or `outer`, away from the origin.
 */
export type LabelSide = 'tip' | 'tail' | 'aside' | 'left' | 'right' | 'above' | 'below' | 'outer';

/** Size of a label in pixels. */
export interface LabelBox {
  readonly width: number;
  readonly height: number;
}

/** Arrows steeper than this horizontal part of their unit step carry labels for `above` and `below` past their tip. */
const steepBelow = 0.4;
/** Pixels from the origin's line within which `outer` labels pass around the tip from one side to the other. */
const outerBelow = 70;

/**
 * Places the middle of a label so that its box never touches the arrow, and never jumps as the arrow turns.
 *
 * The box is pushed out along a unit vector u until all of it lies beyond the outermost edge of shaft and head: a box w
 * by h reaches |u_x| w/2 + |u_y| h/2 along u, which makes the push exact at every angle. Sides that depend on the screen
 * change over where the arrow stands upright. There the label glides along the shaft to the tip, around it, and back on
 * the other side.
 *
 * @param from - tail in pixels
 * @param to - tip in pixels
 * @param look - the arrow's widths and bend
 * @param box - size of the label in pixels
 * @param side - where it is wanted
 * @param gap - pixels kept free between arrow and box
 * @param origin - from where `outer` counts, pixels
 * @returns the middle of the box in pixels
 */
export function labelCentre(from: XY, to: XY, look: ArrowLook, box: LabelBox, side: LabelSide, gap: number, origin: XY = {x: 0, y: 0}): XY {
  if (side === 'tail') {
    const place = headingAlong(from, to, look.bendDegrees, 0);
    const outward = unit(-place.dx, -place.dy);
    return pushed(place, outward, boxReach(box, outward) + gap);
  }
  const lean = side === 'tip' ? 0 : leaningOf(from, to, side, origin);
  // From 1 to 0.5 the label glides from the middle to the tip, from 0.5 to 0 around it.
  const share = side === 'tip' || side === 'aside' ? 1 : Math.min(1, 1.5 - Math.abs(lean));
  const turn = (Math.sign(lean) * Math.min(1, 2 * Math.abs(lean)) * Math.PI) / 2;
  const place = besideShaft(from, to, look.bendDegrees, share, lean);
  const ahead = unit(place.dx, place.dy);
  const outward = {
    x: ahead.x * Math.cos(turn) + ahead.y * Math.sin(turn),
    y: ahead.y * Math.cos(turn) - ahead.x * Math.sin(turn),
  };
  const edge = Math.abs(Math.sin(turn)) * shaftReach(from, to, look, box, outward, share);
  return pushed(place, outward, boxReach(box, outward) + gap + edge);
}

/** Which side is meant: 1 is wholly left of travel, -1 wholly right, 0 past the tip; steady in between. */
function leaningOf(from: XY, to: XY, side: LabelSide, origin: XY): number {
  if (side === 'left') return 1;
  if (side === 'right') return -1;
  const chord = unit(to.x - from.x, to.y - from.y);
  if (side === 'outer') {
    const middle = {x: (from.x + to.x) / 2 - origin.x, y: (from.y + to.y) / 2 - origin.y};
    return held((chord.y * middle.x - chord.x * middle.y) / outerBelow);
  }
  return held(chord.x / steepBelow) * (side === 'below' ? -1 : 1);
}

function held(value: number): number {
  return Math.max(-1, Math.min(1, value));
}

/** Outside a bend the arc itself is the edge; inside it only the chord is safely clear of the shaft. */
function besideShaft(from: XY, to: XY, bendDegrees: number, share: number, lean: number): Heading {
  const inside = bendDegrees !== 0 && lean !== 0 && Math.sign(bendDegrees) !== Math.sign(lean);
  return headingAlong(from, to, inside ? 0 : bendDegrees, share);
}

/** Half the width of what stands next to the label: the head only where the label comes near it. */
function shaftReach(from: XY, to: XY, look: ArrowLook, box: LabelBox, outward: XY, share: number): number {
  const length = wayLength(from, to, look.bendDegrees);
  const shrink = headShrink(length, look);
  const span = boxReach(box, {x: -outward.y, y: outward.x});
  const meetsHead = length * (1 - share) - look.headLength * shrink < span;
  return ((meetsHead ? Math.max(look.headWidth, look.thickness) : look.thickness) * shrink) / 2;
}

/**
 * How far a box reaches from its middle along a unit vector.
 *
 * @example boxReach({width: 4, height: 2}, {x: 0, y: 1})  // 1
 */
export function boxReach(box: LabelBox, direction: XY): number {
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
