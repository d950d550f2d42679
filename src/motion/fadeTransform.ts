/** One picture turning into another: both move from the first one's box to the second one's while they cross-fade. */
import type {Node} from '@motion-canvas/2d';
import {tween, Vector2, type BBox, type ThreadGenerator} from '@motion-canvas/core';
import {smooth, type Easing} from '../math/easing';
import {seconds as durations} from '../theme/timing';
import {arcPoint} from './arc';
import {commonGround, Ghost} from './ghost';

export interface TransformOptions {
  /** Default 1 s. */
  readonly seconds?: number;
  /** Turn of the arc on which the middle moves, default 0, a straight line; positive bends left of travel. */
  readonly degrees?: number;
  /** Each picture is stretched to the box of the moment; by default it keeps its proportions and fits inside. */
  readonly stretch?: boolean;
  /** The two look the same, so the second one only moves and nothing fades. Default false. */
  readonly solid?: boolean;
  /** The two have the same shape in different colours, such as one word: the second comes over the first, which stays whole. */
  readonly sameShape?: boolean;
  readonly easing?: Easing;
}

/** Share of the way on which each of two pictures fades: together they are never both strong. */
const overlap = 0.85;

/**
 * Turns one node into another: `to` is what remains.
 *
 * duration = `seconds`. `from` stays in its place with opacity 0, so that nothing around it jumps; `to` ends with the
 * opacity it had, or 1 where it was hidden. Both must be in the scene.
 *
 * @throws RangeError 'fadeTransform() cannot move Txt[3]: it is not in the scene'
 * @example yield* fadeTransform(word, vector);  // 1.0 s
 */
export function* fadeTransform(from: Node, to: Node, options: TransformOptions = {}): ThreadGenerator {
  yield* morph('fadeTransform', from, to, false, options);
}

/**
 * Sends a copy of one node to become another: `from` stays, and `to` is what the copy becomes.
 *
 * duration = `seconds`. `to` must be in the scene, hidden or not; it ends with the opacity it had, or 1.
 *
 * @throws RangeError 'transformFromCopy() cannot move Txt[3]: it is not in the scene'
 * @example yield* transformFromCopy(token, vector, {degrees: 60});  // 1.0 s
 */
export function* transformFromCopy(from: Node, to: Node, options: TransformOptions = {}): ThreadGenerator {
  yield* morph('transformFromCopy', from, to, true, options);
}

function* morph(verb: string, from: Node, to: Node, keep: boolean, options: TransformOptions): ThreadGenerator {
  const {seconds = durations.standard, degrees = 0, stretch = false, solid = false, sameShape = false, easing = smooth} = options;
  const ground = commonGround(verb, from, to);
  const final = to.opacity() > 0 ? to.opacity() : 1;
  const [leaving, arriving] = [new Ghost(ground, from), new Ghost(ground, to, final)];
  if (!keep) from.opacity(0);
  to.opacity(0);
  try {
    yield* tween(seconds, share => {
      const t = easing(share);
      const centre = arcPoint(leaving.box.center, arriving.box.center, degrees, t);
      const size = Vector2.lerp(leaving.box.size, arriving.box.size, t);
      const arrived = solid ? 1 : (t - 1 + overlap) / overlap;
      // Two half transparent letters are weaker together than one whole one: a word would dim on its way.
      const left = sameShape ? (arrived < 1 ? 1 : 0) : 1 - t / overlap;
      leaving.carry(centre, fitting(leaving.box, size, stretch), solid ? 0 : left);
      arriving.carry(centre, fitting(arriving.box, size, stretch), arrived);
    });
  } finally {
    leaving.remove();
    arriving.remove();
    to.opacity(final);
  }
}

/** Factors that bring a box to a size: of its own on either side, or one for both that fits it inside. */
export function fitting(box: BBox, size: Vector2, stretch: boolean): Vector2 {
  const x = box.width > 0 ? size.x / box.width : 1;
  const y = box.height > 0 ? size.y / box.height : 1;
  return stretch ? new Vector2(x, y) : new Vector2(Math.min(x, y));
}
