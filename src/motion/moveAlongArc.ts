/** Moving on a circle instead of a line: for swaps and re-arrangements. */
import type {Node} from '@motion-canvas/2d';
import {tween, Vector2, type PossibleVector2, type ThreadGenerator} from '@motion-canvas/core';
import {smooth, type Easing} from '../math/easing';
import {seconds as durations} from '../theme/timing';
import {arcPoint} from './arc';

export interface ArcOptions {
  /** Default 1 s. */
  readonly seconds?: number;
  /** Turn of the arc, default 60; positive bends left of travel. */
  readonly degrees?: number;
  readonly easing?: Easing;
}

/**
 * Moves a node to a place in its parent along an arc.
 *
 * duration = `seconds`; two nodes that swap with the same degrees pass on opposite sides.
 *
 * @param to - in pixels of the node's parent
 * @example yield* all(moveAlongArc(a, b.position()), moveAlongArc(b, a.position()));  // 1.0 s, a swap
 */
export function* moveAlongArc(node: Node, to: PossibleVector2, options: ArcOptions = {}): ThreadGenerator {
  const {seconds = durations.standard, degrees = 60, easing = smooth} = options;
  const [start, end] = [node.position(), new Vector2(to)];
  yield* tween(seconds, share => node.position(arcPoint(start, end, degrees, easing(share))));
}
