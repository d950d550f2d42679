/** Copies of a thing that fly into another and are absorbed by it. */
import {Node} from '@motion-canvas/2d';
import {tween, Vector2, type PossibleVector2, type ThreadGenerator} from '@motion-canvas/core';
import {smooth, type Easing} from '../math/easing';
import {arcPoint, type XY} from './arc';
import {boxIn, commonGround, Ghost} from './ghost';
import {laggedStart} from './laggedStart';

export interface FlyOptions {
  /** Time until the last copy has landed, default 1 s. */
  readonly seconds?: number;
  /** Turn of the arc, default -45: copies swing out to the right of travel. */
  readonly degrees?: number;
  /** Size on landing as a share of the start, default 0.3. */
  readonly scale?: number;
  /** Opacity on landing, default 0. It falls in the last third of the way. */
  readonly fade?: number;
  /** Lag ratio between several things that fly, default 0.1. */
  readonly lag?: number;
  readonly easing?: Easing;
}

/**
 * Sends a copy of each thing into a place; the things themselves stay as they are.
 *
 * duration = `seconds`, for one thing or many: they set out one after another by the lag ratio.
 *
 * @param things - one node or several; each must be in the scene
 * @param target - a node (its middle is taken), or a point in pixels of the scene
 * @throws RangeError 'flyInto() cannot move Txt[3]: it is not in the scene'
 * @example yield* flyInto(letters, machine, {seconds: 1.5, lag: 0.02});  // 1.5 s
 */
export function* flyInto(things: Node | readonly Node[], target: Node | PossibleVector2, options: FlyOptions = {}): ThreadGenerator {
  const list: readonly Node[] = things instanceof Node ? [things] : (things as readonly Node[]);
  yield* laggedStart(list, (thing, seconds) => fly(thing, target, seconds, options), options);
}

function* fly(thing: Node, target: Node | PossibleVector2, seconds: number, options: FlyOptions): ThreadGenerator {
  const {degrees = -45, scale = 0.3, fade = 0, easing = smooth} = options;
  const ground = target instanceof Node ? commonGround('flyInto', thing, target) : commonGround('flyInto', thing);
  const end = target instanceof Node ? boxIn(ground, target).center : pointOn(ground, new Vector2(target));
  const ghost = new Ghost(ground, thing);
  try {
    yield* tween(seconds, share => {
      const t = easing(share);
      const size = 1 + (scale - 1) * t;
      const strength = t < 2 / 3 ? 1 : 1 + (fade - 1) * (3 * t - 2);
      ghost.carry(arcPoint(ghost.box.center, end, degrees, t), new Vector2(size), strength);
    });
  } finally {
    ghost.remove();
  }
}

// Scene pixels have their origin in the middle of the view; the view's matrix leads from them to the world.
function pointOn(ground: Node, point: Vector2): XY {
  return point.transformAsPoint(ground.worldToLocal().multiply(ground.view().localToWorld()));
}
