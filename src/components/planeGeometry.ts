/** Plane coordinates (y up) to pixels (y down) and back, for a window of the plane that is centred on its node. */
import type {XY} from './coordinates';

/** The part of a plane that is shown, and how large. */
export interface PlaneWindow {
  readonly xRange: readonly [number, number];
  readonly yRange: readonly [number, number];
  /** Pixels per unit along x and along y, both above 0. */
  readonly unit: readonly [number, number];
}

/**
 * Pixels of a plane point; the middle of the window is the node's own origin.
 *
 * @example planeToPixels({xRange: [-2, 2], yRange: [0, 2], unit: [100, 100]}, 1, 2)  // {x: 100, y: -100}
 */
export function planeToPixels(window: PlaneWindow, x: number, y: number): XY {
  return {
    x: (x - (window.xRange[0] + window.xRange[1]) / 2) * window.unit[0],
    y: ((window.yRange[0] + window.yRange[1]) / 2 - y) * window.unit[1],
  };
}

/** The plane point under a pixel: the inverse of {@link planeToPixels}. */
export function pixelsToPlane(window: PlaneWindow, pixel: XY): readonly [number, number] {
  return [
    pixel.x / window.unit[0] + (window.xRange[0] + window.xRange[1]) / 2,
    (window.yRange[0] + window.yRange[1]) / 2 - pixel.y / window.unit[1],
  ];
}

/**
 * Where an axis runs: through zero, or along the near edge when zero is not shown.
 *
 * @example axisPlace([2, 9])  // 2
 */
export function axisPlace(range: readonly [number, number]): number {
  return Math.min(range[1], Math.max(range[0], 0));
}

/**
 * Cuts a straight line to a window.
 *
 * @param slope - rise per unit
 * @param intercept - height at x = 0
 * @returns both ends in plane units, or null when the line misses the window
 * @example lineInWindow({xRange: [0, 4], yRange: [0, 2], unit: [1, 1]}, 1, 0)  // [[0, 0], [2, 2]]
 */
export function lineInWindow(window: PlaneWindow, slope: number, intercept: number): [[number, number], [number, number]] | null {
  const [left, right] = window.xRange;
  const [low, high] = window.yRange;
  let [start, end] = [left, right];
  if (slope === 0) {
    if (intercept < low || intercept > high) return null;
  } else {
    const crossings = [(low - intercept) / slope, (high - intercept) / slope];
    start = Math.max(start, Math.min(...crossings));
    end = Math.min(end, Math.max(...crossings));
  }
  if (start > end) return null;
  return [[start, slope * start + intercept], [end, slope * end + intercept]];
}

/**
 * Follows a function across a window as runs of points, broken where it is undefined, leaves the window or jumps.
 *
 * Ends of a run that leave the window are cut exactly at its edge, so that curves neither stop short nor stick out.
 *
 * @param window - what is shown
 * @param f - the function; NaN and infinities break the curve
 * @param range - where along x it is followed, plane units
 * @param samples - steps across the range, at least 1
 * @returns runs of plane points
 */
export function followFunction(
  window: PlaneWindow,
  f: (x: number) => number,
  range: readonly [number, number],
  samples: number,
): (readonly [number, number])[][] {
  const [low, high] = window.yRange;
  const height = high - low;
  const runs: (readonly [number, number])[][] = [];
  let run: (readonly [number, number])[] = [];
  const close = () => {
    if (run.length > 1) runs.push(run);
    run = [];
  };
  let before: readonly [number, number] | null = null;
  for (let index = 0; index <= samples; index++) {
    const x = range[0] + ((range[1] - range[0]) * index) / samples;
    const y = f(x);
    const here: readonly [number, number] | null = Number.isFinite(y) ? [x, y] : null;
    const joined = before !== null && here !== null && Math.abs(here[1] - before[1]) < height * 4;
    if (!joined) close();
    const inside = here !== null && y >= low && y <= high;
    const wasInside = before !== null && before[1] >= low && before[1] <= high;
    if (joined && inside !== wasInside) {
      run.push(edgeCrossing(before!, here!, inside ? before![1] : y, low, high));
      if (!inside) close();
    } else if (joined && !inside && !wasInside && before![1] > high !== y > high) {
      run.push(edgeCrossing(before!, here!, before![1], low, high), edgeCrossing(before!, here!, y, low, high));
      close();
    }
    if (inside) run.push(here!);
    before = here;
  }
  close();
  return runs;
}

/** Where the step from a to b passes the edge beyond which `outside` lies. */
function edgeCrossing(
  a: readonly [number, number],
  b: readonly [number, number],
  outside: number,
  low: number,
  high: number,
): readonly [number, number] {
  const edge = outside > high ? high : low;
  const share = (edge - a[1]) / (b[1] - a[1]);
  return [a[0] + (b[0] - a[0]) * share, edge];
}

/**
 * Cuts a convex outline by a straight edge (Sutherland and Hodgman's step for one side).
 *
 * @param outline - corners in order, any units
 * @param keep - above 0 on the side that stays, below 0 on the other; affine in x and y
 * @returns the part of the outline on the kept side, corners in order
 * @see Sutherland and Hodgman 1974, Reentrant polygon clipping
 */
export function clippedOutline(outline: readonly XY[], keep: (point: XY) => number): XY[] {
  const kept: XY[] = [];
  outline.forEach((point, index) => {
    const next = outline[(index + 1) % outline.length];
    const [here, there] = [keep(point), keep(next)];
    if (here >= 0) kept.push(point);
    if (here >= 0 !== there >= 0) {
      const share = here / (here - there);
      kept.push({x: point.x + (next.x - point.x) * share, y: point.y + (next.y - point.y) * share});
    }
  });
  return kept;
}
