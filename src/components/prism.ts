/** An upright box in a parallel view: the faces that are seen, shaded by which way they point, not by a lamp. */
import {Color} from '@motion-canvas/core';
import {tracePath} from './canvasDrawing';
import type {XY} from './coordinates';
import {placeInView, type ParallelView} from './parallelView';

/** A box by its middle and size in pixels: right, down and away. */
export interface Prism {
  readonly middle: readonly [number, number, number];
  readonly size: readonly [number, number, number];
}

export interface PrismFaces {
  /** The near upright face. */
  readonly front: XY[];
  /** The far upright face. */
  readonly back: XY[];
  /** The visible upright side. */
  readonly side: XY[];
  /** The hidden upright side. */
  readonly farSide: XY[];
  /** The visible lid, or floor when seen from below. */
  readonly lid: XY[];
  /** The hidden floor, or lid. */
  readonly base: XY[];
}

/** How much of the front's brightness each face keeps: order tells them apart, as in a drawing. */
const shades = {lid: 0.22, front: 0, side: -0.3};

/**
 * The faces of a box as outlines on screen.
 *
 * The side seen is the one whose outside points towards the viewer: opposite to where depth leads on screen.
 */
export function prismFaces(view: ParallelView, {middle, size}: Prism): PrismFaces {
  const [w, h, d] = size.map(length => length / 2);
  const at = (right: number, down: number, away: number) =>
    placeInView(view, middle[0] + right * w, middle[1] + down * h, middle[2] + away * d);
  // Depth leading to the right shows the left side covered and the right one open, and the other way round.
  const open = view.away.x >= 0 ? 1 : -1;
  const over = view.away.y <= 0 ? -1 : 1;
  const side = (right: number) => [at(right, -1, -1), at(right, -1, 1), at(right, 1, 1), at(right, 1, -1)];
  const lid = (down: number) => [at(-1, down, -1), at(1, down, -1), at(1, down, 1), at(-1, down, 1)];
  const upright = (away: number) => [at(-1, -1, away), at(1, -1, away), at(1, 1, away), at(-1, 1, away)];
  return {front: upright(-1), back: upright(1), side: side(open), farSide: side(-open), lid: lid(over), base: lid(-over)};
}

/** Paints the three visible faces of a box. @param fill - colour of the front */
export function paintPrism(context: CanvasRenderingContext2D, faces: PrismFaces, fill: Color, edge: string): void {
  paintFace(context, faces.lid, shaded(fill, shades.lid), edge);
  paintFace(context, faces.side, shaded(fill, shades.side), edge);
  paintFace(context, faces.front, fill.serialize(), edge);
}

/** Fills one face and draws its edge. */
export function paintFace(context: CanvasRenderingContext2D, face: readonly XY[], fill: string, edge: string): void {
  tracePath(context, face, true);
  context.fillStyle = fill;
  context.fill();
  context.strokeStyle = edge;
  context.lineJoin = 'round';
  context.lineWidth = 2;
  context.stroke();
}

/** A colour moved towards white (above 0) or black (below 0). */
export function shaded(color: Color, amount: number): string {
  return color.lerp(new Color(amount > 0 ? '#ffffff' : '#000000'), Math.abs(amount), 'lab').alpha(color.alpha()).serialize();
}
