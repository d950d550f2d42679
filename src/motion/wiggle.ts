/** A shake of the head that points something out without moving it anywhere. */
import type {Node} from '@motion-canvas/2d';
import {tween, type ThreadGenerator} from '@motion-canvas/core';
import {thereAndBack, wiggle as swing} from '../math/easing';

export interface WiggleOptions {
  /** Default 1 s. */
  readonly seconds?: number;
  /** How far it turns to either side, degrees, default 4. */
  readonly degrees?: number;
  /** How much it swells on the way, default 1.1. */
  readonly scale?: number;
  /** Half-waves, whole, default 6. */
  readonly swings?: number;
}

/**
 * Turns a node to and fro, and leaves it exactly as it was.
 *
 * duration = `seconds`; rotation = degrees · thereAndBack(t) · sin(swings · π · t).
 *
 * @example yield* wiggle(token);  // 1.0 s
 */
export function* wiggle(node: Node, options: WiggleOptions = {}): ThreadGenerator {
  const {seconds = 1, degrees = 4, scale = 1.1, swings = 6} = options;
  const [rotation, size] = [node.rotation(), node.scale()];
  const turn = swing(swings);
  try {
    yield* tween(seconds, share => {
      node.rotation(rotation + degrees * turn(share));
      node.scale(size.scale(1 + (scale - 1) * thereAndBack(share)));
    });
  } finally {
    node.rotation(rotation);
    node.scale(size);
  }
}
