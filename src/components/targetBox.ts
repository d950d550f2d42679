/** The box around the nodes that a mark is about, in the pixels of the mark. */
import type {Node} from '@motion-canvas/2d';
import type {BBox} from '@motion-canvas/core';
import {boxAround} from './Figure';
import {borderOf} from './nodeBorder';

/** What a mark may be about: a node, several, or a function that finds them when it draws. */
export type Target = Node | readonly Node[] | (() => Node | readonly Node[] | null);

/**
 * The upright box around all nodes of a target, however they are turned.
 *
 * Nodes that have left the scene do not count; without any there is no box.
 *
 * @param mark - in whose pixels the box is given
 */
export function targetBox(mark: Node, target: Target): BBox | null {
  const found = typeof target === 'function' ? target() : target;
  const nodes = (found === null ? [] : Array.isArray(found) ? found : [found]) as readonly Node[];
  const present = nodes.filter(node => node.parent() !== null);
  if (present.length === 0) return null;
  const toLocal = mark.worldToLocal();
  return boxAround(present.flatMap(node => borderOf(node, toLocal)), 0);
}

/**
 * Passes a target through.
 *
 * @throws TypeError 'Cannot draw HighlightRect: give "around" a node, a list of nodes, or a function that finds them'
 */
export function requireTarget(owner: string, prop: string, target: Target | null | undefined): Target {
  if (target === null || target === undefined) {
    throw new TypeError(`Cannot draw ${owner}: give "${prop}" a node, a list of nodes, or a function that finds them`);
  }
  return target;
}
