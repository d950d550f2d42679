/** A curly brace as a shape: thin at its ends and at its point, full in its arms, its curls of one size at any length. */
import type {XY} from './coordinates';

/** How a brace looks, in pixels. */
export interface BraceLook {
  /** From end to end. */
  readonly length: number;
  /** From its ends to its point. */
  readonly depth: number;
  /** Of the arms. */
  readonly thickness: number;
}

const curveSteps = 14;
/** Thickness of ends and point as a share of that of the arms. */
const thin = 0.28;

/**
 * The outline of a brace that opens upwards: it lies along x, centred, ends at y = 0, point at y = depth.
 *
 * Its middle line goes from an end in a quarter turn into the arm at half the depth, and in another into the point; a
 * brace shorter than its four curls squeezes them.
 *
 * @returns corners of the shape in order; none for a length of 0
 * @example braceOutline({length: 300, depth: 30, thickness: 5})
 */
export function braceOutline({length, depth, thickness}: BraceLook): XY[] {
  if (!(length > 0) || !(depth > 0)) return [];
  const right = rightHalf(length / 2, depth, Math.min(thickness, depth / 2, length / 6));
  const left = right.map(({outer, inner}) => ({outer: mirrored(outer), inner: mirrored(inner)})).reverse();
  const all = [...left, ...right];
  return [...all.map(({inner}) => inner), ...all.map(({outer}) => outer).reverse()];
}

interface Rib {
  readonly inner: XY;
  readonly outer: XY;
}

/** From the point to the right end, as pairs of corners on both sides of the middle line. */
function rightHalf(half: number, depth: number, thickness: number): Rib[] {
  const curl = Math.min(depth * 0.9, half / 2);
  const middle: XY[] = [];
  const arm = depth / 2;
  // Out of the point: it leaves upright and lies down into the arm.
  for (let step = 0; step <= curveSteps; step++) middle.push(cubic([0, depth], [0, depth - arm * 0.75], [curl * 0.4, arm], [curl, arm], step / curveSteps));
  for (let step = 0; step <= curveSteps; step++) {
    middle.push(cubic([half - curl, arm], [half - curl * 0.4, arm], [half, arm * 0.75], [half, 0], step / curveSteps));
  }
  return middle.map((place, index) => {
    const [before, after] = [middle[Math.max(0, index - 1)], middle[Math.min(middle.length - 1, index + 1)]];
    const [dx, dy] = [after.x - before.x, after.y - before.y];
    const norm = Math.hypot(dx, dy) || 1;
    const fromEnd = Math.min(index, middle.length - 1 - index) / curveSteps;
    const reach = (thickness / 2) * (thin + (1 - thin) * Math.sin((Math.min(1, fromEnd) * Math.PI) / 2) ** 2);
    const [nx, ny] = [(-dy / norm) * reach, (dx / norm) * reach];
    return {inner: {x: place.x - nx, y: place.y - ny}, outer: {x: place.x + nx, y: place.y + ny}};
  });
}

function mirrored({x, y}: XY): XY {
  return {x: -x, y};
}

type Pair = readonly [number, number];

function cubic(a: Pair, b: Pair, c: Pair, d: Pair, t: number): XY {
  const s = 1 - t;
  const at = (i: 0 | 1) => s ** 3 * a[i] + 3 * s * s * t * b[i] + 3 * s * t * t * c[i] + t ** 3 * d[i];
  return {x: at(0), y: at(1)};
}
