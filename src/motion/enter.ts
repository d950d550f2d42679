/** How things come and go: fading, growing, never popping. */
import type {Node} from '@motion-canvas/2d';
import {all, tween, Vector2, type PossibleVector2, type ThreadGenerator} from '@motion-canvas/core';
import {smooth, type Easing} from '../math/easing';
import {seconds as durations} from '../theme/timing';
import {laggedStart, type LagOptions} from './laggedStart';

export interface EnterOptions extends LagOptions {
  /** The thing comes from, or goes to, its place shifted by this, in pixels of its parent. Default none. */
  readonly shift?: PossibleVector2;
  /** Size at the far end, as a share of its own. Default 1. */
  readonly scale?: number;
  readonly easing?: Easing;
}

/**
 * Fades things in, one after another by the lag ratio.
 *
 * duration = `seconds`. Each ends at its own place and size, with the opacity it had, or 1 where it was hidden.
 *
 * @example yield* fadeIn(lines, {shift: [0, 40], seconds: 1.5});  // 1.5 s
 */
export function* fadeIn(things: Node | readonly Node[], options: EnterOptions = {}): ThreadGenerator {
  const list = asList(things);
  const finals = list.map(node => (node.opacity() > 0 ? node.opacity() : 1));
  list.forEach(node => node.opacity(0));
  yield* laggedStart(list, (node, seconds, i) => pass(node, seconds, 0, finals[i], options, t => 1 - t), options);
}

/**
 * Fades things out, one after another by the lag ratio.
 *
 * duration = `seconds`. Each is left with opacity 0 at its own place and size.
 *
 * @example yield* fadeOut([title, rule]);  // 1.0 s
 */
export function* fadeOut(things: Node | readonly Node[], options: EnterOptions = {}): ThreadGenerator {
  yield* laggedStart(asList(things), (node, seconds) => pass(node, seconds, node.opacity(), 0, options, t => t), options);
}

/**
 * Grows things from their middle, one after another by the lag ratio.
 *
 * duration = `seconds`. Each ends in its own size, with the opacity it had, or 1 where it was hidden.
 *
 * @example yield* growFromCentre(arrow, {seconds: 0.5});  // 0.5 s
 */
export function* growFromCentre(things: Node | readonly Node[], options: LagOptions & {readonly easing?: Easing} = {}): ThreadGenerator {
  const {easing = smooth} = options;
  const list = asList(things);
  const scales = list.map(node => node.scale());
  list.forEach(node => node.scale(0));
  list.forEach(node => node.opacity() === 0 && node.opacity(1));
  yield* laggedStart(list, (node, seconds, i) => tween(seconds, share => node.scale(scales[i].scale(easing(share)))), options);
}

/** Swaps what is seen: one group fades out while the other fades in. duration = `seconds`. */
export function* crossFade(
  out: Node | readonly Node[],
  into: Node | readonly Node[],
  seconds: number = durations.standard,
): ThreadGenerator {
  yield* all(fadeOut(out, {seconds, lag: 0}), fadeIn(into, {seconds, lag: 0}));
}

function* pass(
  node: Node,
  seconds: number,
  from: number,
  to: number,
  {shift = 0, scale = 1, easing = smooth}: EnterOptions,
  away: (share: number) => number,
): ThreadGenerator {
  const [place, size, offset] = [node.position(), node.scale(), new Vector2(shift)];
  const moves = offset.x !== 0 || offset.y !== 0;
  try {
    yield* tween(seconds, share => {
      const t = easing(share);
      node.opacity(from + (to - from) * t);
      if (moves) node.position(place.add(offset.scale(away(t))));
      if (scale !== 1) node.scale(size.scale(1 + (scale - 1) * away(t)));
    });
  } finally {
    if (moves) node.position(place);
    if (scale !== 1) node.scale(size);
  }
}

function asList(things: Node | readonly Node[]): readonly Node[] {
  return Array.isArray(things) ? things : [things as Node];
}
