/** Doing something to a node for a while. */
import type {Node} from '@motion-canvas/2d';
import {all, type ThreadGenerator} from '@motion-canvas/core';
import {smooth} from '../math/easing';
import {seconds as durations} from '../theme/timing';

/**
 * Runs an animation and then brings the nodes back to the state they were in before it.
 *
 * duration = that of the animation + `seconds`.
 *
 * @param nodes - one node or several
 * @param seconds - for the way back, default 1 s
 * @example yield* saveAndRestore(title, title.scale(2, 1), 0.5);  // 1.5 s
 */
export function* saveAndRestore(
  nodes: Node | readonly Node[],
  animation: ThreadGenerator,
  seconds: number = durations.standard,
): ThreadGenerator {
  const list: readonly Node[] = Array.isArray(nodes) ? nodes : [nodes as Node];
  list.forEach(node => node.save());
  yield* animation;
  if (list.length > 0) yield* all(...list.map(node => node.restore(seconds, smooth)));
}
