/**
 * Where a point given by an author lands on the stage.
 *
 * In: points of two or three numbers. Out: pixels in the local space of the frame that holds them, with depth.
 * Plane and EmbeddingSpace are frames; a figure outside any frame counts in stage pixels, y down.
 */
import type {Node} from '@motion-canvas/2d';

/** Two numbers (a plane) or three (a space). */
export type Point = readonly number[];

/** What authors may write for a point: `[x, y]`, `[x, y, z]` or anything with x and y. */
export type PossiblePoint = Point | {readonly x: number; readonly y: number; readonly z?: number};

/** A point in pixels. */
export interface XY {
  readonly x: number;
  readonly y: number;
}

/** A point as projected: pixels, how far it lies from the viewer, and how much perspective shrinks things there. */
export interface ProjectedPoint extends XY {
  /** Grows away from the viewer; 0 on a flat frame. */
  readonly depth: number;
  /** Pixels per pixel at the point looked at: 1 on a flat frame and at the centre of a space. */
  readonly magnification: number;
}

/** A projected point, and how strongly things there are drawn: below 1 where depth fades them. */
export interface SeenPoint extends ProjectedPoint {
  readonly strength: number;
}

/** Numbers written for each point by {@link CoordinateFrame.seeAll}: x, y, depth, magnification, strength. */
export const seenStride = 5;

/** A node that gives its descendants coordinates of its own. */
export interface CoordinateFrame {
  readonly dimension: 2 | 3;
  see(point: Point): SeenPoint;
  /** The same for many points at once: `coordinates` has `dimension` numbers a point, `out` takes {@link seenStride}. */
  seeAll(coordinates: Float64Array, out: Float64Array): void;
  /** The point of a word that the frame knows. */
  readonly named?: (word: string) => Point;
  /** What is being painted: shapes first and labels over all of them, or everything at once when undefined. */
  readonly layer?: () => Layer | undefined;
}

/** A pass of painting. */
export type Layer = 'shapes' | 'labels';

const stagePixels: CoordinateFrame = {
  dimension: 2,
  see: point => ({x: point[0], y: point[1], depth: 0, magnification: 1, strength: 1}),
  seeAll: (coordinates, out) => seeFlat(coordinates, out, (x, y) => ({x, y})),
};

/** Writes points of a flat frame: no depth, no fading. */
export function seeFlat(coordinates: Float64Array, out: Float64Array, place: (x: number, y: number) => XY): void {
  for (let index = 0; index * 2 < coordinates.length; index++) {
    const {x, y} = place(coordinates[index * 2], coordinates[index * 2 + 1]);
    out.set([x, y, 0, 1, 1], index * seenStride);
  }
}

function isFrame(node: Node): node is Node & CoordinateFrame {
  return typeof (node as Partial<CoordinateFrame>).see === 'function';
}

/**
 * Finds the coordinates that a figure is drawn in: those of the nearest Plane or EmbeddingSpace around it.
 *
 * @param node - any node
 * @returns the frame, or stage pixels (two numbers, y down) outside any
 */
export function frameOf(node: Node): CoordinateFrame {
  return (node.findAncestor(isFrame) as CoordinateFrame | null) ?? stagePixels;
}

/**
 * Reads a point or the name of a word that the frame around a node knows.
 *
 * @throws TypeError 'Cannot draw VectorArrow: no space around it knows the word "king"'
 */
export function resolvePoint(owner: string, prop: string, node: Node, target: PossiblePoint | string): Point {
  if (typeof target !== 'string') return readPoint(owner, prop, target);
  const frame = frameOf(node);
  if (frame.named === undefined) throw new TypeError(`Cannot draw ${owner}: no space around it knows the word "${target}"`);
  return frame.named(target);
}

/** The pass in which the frame around a node is painting; undefined when there is one pass for all. */
export function layerOf(node: Node): Layer | undefined {
  return frameOf(node).layer?.();
}

/**
 * Reads a point as an author may write it.
 *
 * @param owner - the figure it is for, named in errors
 * @param prop - the prop it came by, named in errors
 * @param value - `[x, y]`, `[x, y, z]` or an object with x and y
 * @returns two or three finite numbers
 * @throws TypeError 'Cannot draw VectorArrow: "to" has 4 numbers, a point takes 2 or 3'
 * @throws RangeError 'Cannot draw VectorArrow: "to" holds NaN'
 * @example readPoint('VectorArrow', 'to', {x: 1, y: 2})  // [1, 2]
 */
export function readPoint(owner: string, prop: string, value: PossiblePoint): Point {
  const numbers = pointNumbers(value);
  if (numbers === null || !numbers.every(entry => typeof entry === 'number')) {
    throw new TypeError(`Cannot draw ${owner}: "${prop}" is ${describe(value)}, a point takes 2 or 3 numbers`);
  }
  if (numbers.length !== 2 && numbers.length !== 3) {
    throw new TypeError(`Cannot draw ${owner}: "${prop}" has ${numbers.length} numbers, a point takes 2 or 3`);
  }
  for (const entry of numbers) {
    if (!Number.isFinite(entry)) throw new RangeError(`Cannot draw ${owner}: "${prop}" holds ${entry}`);
  }
  return numbers;
}

/**
 * Refuses a point that has another number of coordinates than the frame it is drawn in.
 *
 * @throws TypeError 'Cannot draw VectorArrow: "to" has 3 numbers, this plane is flat and takes 2'
 */
export function requireDimension(owner: string, prop: string, point: Point, frame: CoordinateFrame): void {
  if (point.length === frame.dimension) return;
  const place = frame.dimension === 2 ? 'this plane is flat and takes 2' : 'this space is deep and takes 3';
  throw new TypeError(`Cannot draw ${owner}: "${prop}" has ${point.length} numbers, ${place}`);
}

/** Sum of two points of equal dimension. */
export function addPoints(a: Point, b: Point): Point {
  return a.map((entry, axis) => entry + (b[axis] ?? 0));
}

/** The step from `a` to `b`. */
export function stepBetween(a: Point, b: Point): Point {
  return b.map((entry, axis) => entry - (a[axis] ?? 0));
}

/** The point at fraction `t` on the straight way from `a` to `b`. */
export function mixPoints(a: Point, b: Point, t: number): Point {
  return b.map((entry, axis) => (a[axis] ?? 0) + (entry - (a[axis] ?? 0)) * t);
}

/** Length of a step. */
export function lengthOf(step: Point): number {
  return Math.hypot(...step);
}

function pointNumbers(value: unknown): readonly number[] | null {
  if (Array.isArray(value) || value instanceof Float32Array || value instanceof Float64Array) return Array.from(value);
  if (typeof value !== 'object' || value === null || !('x' in value) || !('y' in value)) return null;
  const {x, y, z} = value as {x: number; y: number; z?: number};
  return z === undefined ? [x, y] : [x, y, z];
}

function describe(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  return typeof value === 'object' ? 'an object without x and y' : JSON.stringify(value);
}
