/**
 * How a space of three dimensions is seen on the flat stage.
 *
 * In: a viewpoint and points with x to the right, y away from the viewer and z up. Out: pixels (y down), depth and
 * magnification. Nothing here knows nodes or signals.
 */
import type {ProjectedPoint} from './coordinates';

/** Where the viewer stands. */
export interface Viewpoint {
  /** Degrees by which the space has turned about its vertical axis, anticlockwise seen from above. */
  readonly azimuth: number;
  /** Degrees by which the viewer looks down: 0 is level with the floor, 90 straight from above. */
  readonly elevation: number;
  /** Pixels per unit at the point looked at, above 0. */
  readonly unitPixels: number;
  /** The point in the middle of the picture, in units of the space. */
  readonly lookAt: readonly [number, number, number];
  /** Distance of the viewer from that point in units; Infinity is a parallel view. */
  readonly distance: number;
}

/** Nearer than this share of the distance a point counts as behind the viewer: it is held there, not flipped. */
const nearestShare = 0.05;

/** A viewpoint made ready: six numbers of a rotation, then a division. */
export interface Projector {
  (x: number, y: number, z: number): ProjectedPoint;
  /** The same without making an object: writes x, y, depth and magnification at `at` of `out`. */
  into(out: Float64Array, at: number, x: number, y: number, z: number): void;
}

/**
 * Makes the function that sees points from a viewpoint.
 *
 * The space is turned by the azimuth about z, then tilted by the elevation. What then points right is x on screen,
 * what points up is minus y on screen, what points away is depth. In perspective a point at depth d is drawn
 * distance / (distance + d) times as large.
 *
 * @param viewpoint - where the viewer stands
 * @returns a function from x, y, z in units to pixels around the stage's origin
 * @throws RangeError "Cannot look at a space: unitPixels is 0, it must be above 0"
 * @example createProjector({azimuth: 0, elevation: 0, unitPixels: 100, lookAt: [0, 0, 0], distance: Infinity})(1, 0, 2)
 *   // {x: 100, y: -200, depth: 0, magnification: 1}
 */
export function createProjector(viewpoint: Viewpoint): Projector {
  const {unitPixels, distance, lookAt} = viewpoint;
  if (!(unitPixels > 0)) throw new RangeError(`Cannot look at a space: unitPixels is ${unitPixels}, it must be above 0`);
  if (!(distance > 0)) throw new RangeError(`Cannot look at a space: distance is ${distance}, it must be above 0`);
  const [cosA, sinA] = cosSin(viewpoint.azimuth);
  const [cosE, sinE] = cosSin(viewpoint.elevation);
  const parallel = !Number.isFinite(distance);
  const into = (out: Float64Array, at: number, x: number, y: number, z: number) => {
    const px = x - lookAt[0];
    const py = y - lookAt[1];
    const pz = z - lookAt[2];
    const right = px * cosA - py * sinA;
    const away = px * sinA + py * cosA;
    const up = pz * cosE + away * sinE;
    const depth = away * cosE - pz * sinE;
    const magnification = parallel ? 1 : distance / Math.max(distance * nearestShare, distance + depth);
    out[at] = right * unitPixels * magnification;
    out[at + 1] = -up * unitPixels * magnification;
    out[at + 2] = depth;
    out[at + 3] = magnification;
  };
  const one = new Float64Array(4);
  const project = (x: number, y: number, z: number): ProjectedPoint => {
    into(one, 0, x, y, z);
    return {x: one[0], y: one[1], depth: one[2], magnification: one[3]};
  };
  return Object.assign(project, {into});
}

/**
 * Order in which things are painted: the farthest first.
 *
 * @param depths - depth of each thing; equal depths keep their order
 * @returns indices into `depths`
 * @example paintOrder([0, 5, 2])  // [1, 2, 0]
 */
export function paintOrder(depths: ArrayLike<number>): number[] {
  return Array.from(depths, (_, index) => index).sort((a, b) => depths[b] - depths[a] || a - b);
}

/**
 * How strongly a thing at some depth is drawn, so that far ones fade into the ground.
 *
 * @param depth - depth in units, 0 at the point looked at
 * @param reach - depth at which the fade is complete, above 0
 * @param faded - strength left there, 0 to 1
 * @returns 1 for what is nearer than the point looked at, `faded` beyond `reach`, straight between
 */
export function depthStrength(depth: number, reach: number, faded: number): number {
  const share = Math.min(1, Math.max(0, depth / reach));
  return 1 - share * (1 - faded);
}

/** Turns that are whole quarters give exact zeros, so that a front view is truly a front view. */
function cosSin(degrees: number): readonly [number, number] {
  const turned = ((degrees % 360) + 360) % 360;
  if (turned === 0) return [1, 0];
  if (turned === 90) return [0, 1];
  if (turned === 180) return [-1, 0];
  if (turned === 270) return [0, -1];
  const radians = (turned * Math.PI) / 180;
  return [Math.cos(radians), Math.sin(radians)];
}
