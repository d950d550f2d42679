/** The border of any node, as it is seen from another. */
import {Circle, Layout, Rect} from '@motion-canvas/2d';
import type {Node} from '@motion-canvas/2d';
import {Vector2} from '@motion-canvas/core';
import type {XY} from './coordinates';
import {Figure} from './Figure';

/** Corners of the polygon that stands for a circle: its sides are under a tenth of a pixel off for 200 pixels. */
const circleCorners = 120;

/**
 * The border of a node as corners in the pixels of whoever asks.
 *
 * A Layout counts by its size, a Circle is round and so are the corners of a Rect; a figure says its own border, and
 * anything else counts by the box of what it draws.
 *
 * @param toLocal - world to the pixels of the one who asks
 * @returns corners of a convex outline, clockwise
 */
export function borderOf(node: Node, toLocal: DOMMatrix): XY[] {
  const matrix = toLocal.multiply(node.localToWorld());
  return localBorder(node).map(({x, y}) => new Vector2(x, y).transformAsPoint(matrix));
}

/** A circle around the origin as a polygon. */
export function circleOutline(radius: number): XY[] {
  return Array.from({length: circleCorners}, (_, index) => {
    const angle = (index * 2 * Math.PI) / circleCorners;
    return {x: Math.cos(angle) * radius, y: Math.sin(angle) * radius};
  });
}

function localBorder(node: Node): readonly XY[] {
  if (node instanceof Figure) return node.border();
  if (!(node instanceof Layout)) return node.cacheBBox().corners;
  // Its own pixels have their origin in its middle, whatever its offset: the way to the parent takes care of that.
  const {x: width, y: height} = node.size();
  return node instanceof Circle ? circleOutline(1).map(({x, y}) => ({x: (x * width) / 2, y: (y * height) / 2})) : rectBorder(node);
}

function rectBorder(node: Layout): XY[] {
  const radii = node instanceof Rect ? node.radius() : null;
  const corners = radii === null ? [0, 0, 0, 0] : [radii.top, radii.right, radii.bottom, radii.left];
  return roundedCorners(node.width(), node.height(), corners);
}

/** A rectangle around the origin whose corners are quarter circles, clockwise from the top left. */
function roundedCorners(width: number, height: number, radii: readonly number[]): XY[] {
  const signs = [[-1, -1], [1, -1], [1, 1], [-1, 1]];
  return signs.flatMap(([x, y], index) => {
    const radius = Math.max(0, Math.min(radii[index], width / 2, height / 2));
    const steps = radius === 0 ? 0 : 8;
    return Array.from({length: steps + 1}, (_, step) => {
      const angle = Math.PI * (1 + index / 2) + (steps === 0 ? 0 : (step / steps) * (Math.PI / 2));
      return {
        x: x * (width / 2 - radius) + radius * Math.cos(angle),
        y: y * (height / 2 - radius) + radius * Math.sin(angle),
      };
    });
  });
}
