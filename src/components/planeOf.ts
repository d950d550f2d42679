/** Finds the plane that a plotted figure belongs to. */
import type {Node} from '@motion-canvas/2d';
import {Plane} from './Plane';

/**
 * The Plane or Axes around a node.
 *
 * @throws TypeError 'Cannot draw FunctionPlot outside a plane: place it in a <Plane> or <Axes>'
 */
export function planeOf(node: Node): Plane {
  const plane = node.findAncestor(ancestor => ancestor instanceof Plane);
  if (plane === null) throw new TypeError(`Cannot draw ${node.constructor.name} outside a plane: place it in a <Plane> or <Axes>`);
  return plane as Plane;
}
