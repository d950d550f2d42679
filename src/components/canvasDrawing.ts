/** Small acts of drawing that all figures share. */
import {BBox} from '@motion-canvas/core';
import type {XY} from './coordinates';

/**
 * The box around points, widened on all sides.
 *
 * @example boxAround([{x: 0, y: 0}, {x: 4, y: 2}], 1)  // x -1, y -1, width 6, height 4
 */
export function boxAround(points: readonly XY[], margin: number): BBox {
  if (points.length === 0) return new BBox();
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const {x, y} of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return new BBox(left, top, right - left, bottom - top).expand(margin);
}

/** Starts a path through points and closes it on request; nothing for an empty list. */
export function tracePath(context: CanvasRenderingContext2D, points: readonly XY[], closed: boolean): void {
  context.beginPath();
  points.forEach((point, index) => (index === 0 ? context.moveTo(point.x, point.y) : context.lineTo(point.x, point.y)));
  if (closed && points.length > 0) context.closePath();
}

/** Draws with a share of the present opacity, and puts back all that the drawing changed. */
export function faded(context: CanvasRenderingContext2D, strength: number, draw: () => void): void {
  if (strength <= 0) return;
  context.save();
  context.globalAlpha *= Math.min(1, strength);
  draw();
  context.restore();
}
