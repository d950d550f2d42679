/** The outline of a speech bubble: a rounded box with a tail out of the side that faces what it points to. */
import type {BBox} from '@motion-canvas/core';
import type {XY} from './coordinates';

/** How the tail leaves the box, in pixels. */
export interface TailLook {
  readonly corner: number;
  /** Width of the tail at its root. */
  readonly root: number;
  /** Longest tail, from side to tip. */
  readonly reach: number;
  /** Air between the tip and what it points to. */
  readonly gap: number;
}

/** Where a tail leaves a box: `side` counts clockwise from the top. */
export interface Tail {
  readonly side: 0 | 1 | 2 | 3;
  /** Middle of the root. */
  readonly root: XY;
  /** Width of the root. */
  readonly wide: number;
  readonly tip: XY;
}

/**
 * Finds the tail from a box towards another: out of the facing side, towards the other's middle, stopping before it.
 *
 * @returns null where the boxes overlap, because nothing has to be pointed at
 */
export function tailTo(box: BBox, target: BBox, look: TailLook): Tail | null {
  const [dx, dy] = [target.center.x - box.center.x, target.center.y - box.center.y];
  const apart = [box.top - target.bottom, target.left - box.right, target.top - box.bottom, box.left - target.right];
  const most = Math.max(...apart);
  if (most <= 0) return null;
  const side = apart.indexOf(most) as Tail['side'];
  const upright = side % 2 === 0;
  const half = (upright ? box.width : box.height) / 2;
  const wide = rootWidth(half * 2, look);
  const room = Math.max(0, half - Math.min(look.corner, half * 0.67) - wide / 2);
  const along = Math.max(-room, Math.min(room, (upright ? dx : dy) * 0.6));
  const root = [
    {x: box.center.x + along, y: box.top},
    {x: box.right, y: box.center.y + along},
    {x: box.center.x + along, y: box.bottom},
    {x: box.left, y: box.center.y + along},
  ][side];
  const aim = {
    x: upright ? clampTo(root.x, target.left, target.right) * 0.4 + target.center.x * 0.6 : side === 1 ? target.left : target.right,
    y: upright ? (side === 0 ? target.bottom : target.top) : clampTo(root.y, target.top, target.bottom) * 0.4 + target.center.y * 0.6,
  };
  const distance = Math.hypot(aim.x - root.x, aim.y - root.y);
  const length = Math.max(0, Math.min(look.reach, distance - look.gap)) / Math.max(1e-6, distance);
  return {side, root, wide, tip: {x: root.x + (aim.x - root.x) * length, y: root.y + (aim.y - root.y) * length}};
}

/** Adds the outline to a path, clockwise from the top left. */
export function traceBubble(context: CanvasRenderingContext2D, box: BBox, tail: Tail | null, {corner}: TailLook): void {
  const round = Math.max(0, Math.min(corner, box.width / 2, box.height / 2));
  const {left, top, right, bottom} = box;
  const corners: readonly XY[] = [{x: left, y: top}, {x: right, y: top}, {x: right, y: bottom}, {x: left, y: bottom}];
  context.moveTo(left + round, top);
  for (let side = 0; side < 4; side++) {
    const [from, to, after] = [corners[side], corners[(side + 1) % 4], corners[(side + 2) % 4]];
    if (tail?.side === side) {
      const ahead = {x: Math.sign(to.x - from.x) * (tail.wide / 2), y: Math.sign(to.y - from.y) * (tail.wide / 2)};
      context.lineTo(tail.root.x - ahead.x, tail.root.y - ahead.y);
      context.lineTo(tail.tip.x, tail.tip.y);
      context.lineTo(tail.root.x + ahead.x, tail.root.y + ahead.y);
    }
    context.arcTo(to.x, to.y, after.x, after.y, round);
  }
  context.closePath();
}

/** On a short side the root stays clear of the round corners. */
function rootWidth(side: number, {corner, root}: TailLook): number {
  return Math.max(0, Math.min(root, (side - 2 * Math.min(corner, side / 3)) * 0.8));
}

function clampTo(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
