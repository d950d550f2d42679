/** Two pictures with parts of the same name: each part goes to where the other picture has it. */
import type {Node} from '@motion-canvas/2d';
import {all, tween, type ThreadGenerator} from '@motion-canvas/core';
import {smooth} from '../math/easing';
import {seconds as durations} from '../theme/timing';
import {fadeTransform, type TransformOptions} from './fadeTransform';
import {matchNames} from './matchNames';

/** Parts by name. */
export type Parts = ReadonlyMap<string, Node> | Readonly<Record<string, Node>>;

export interface MatchOptions extends TransformOptions {
  /** Names that differ: part of the first picture to part of the second, `{man: 'king'}`. */
  readonly match?: Readonly<Record<string, string>>;
  /** Whether two partners look the same: such a pair only moves and never fades. Default: they differ. */
  readonly same?: (from: Node, to: Node) => boolean;
}

/**
 * Turns one picture into another part by part: partners move over, the rest fades out in the first half or in in the second.
 *
 * duration = `seconds`. The parts of the first picture end with opacity 0, those of the second as they were, or 1.
 *
 * @throws RangeError 'matchingParts() knows no part "queen" in the second picture; it has: king, man'
 * @example yield* matchingParts(before.parts(), after.parts(), {match: {difference: 'step'}, degrees: 60});  // 1.0 s
 */
export function* matchingParts(from: Parts, to: Parts, options: MatchOptions = {}): ThreadGenerator {
  const {seconds = durations.standard, match, same = () => false, easing = smooth} = options;
  const [first, second] = [asMap(from), asMap(to)];
  const {moved, leaving, arriving} = matchNames([...first.keys()], [...second.keys()], match);
  const tasks = [
    ...moved.map(([a, b]) => {
      const [from, to] = [first.get(a)!, second.get(b)!];
      return fadeTransform(from, to, {...options, solid: same(from, to)});
    }),
    ...leaving.map(name => fadeBetween(first.get(name)!, seconds, t => 1 - easing(Math.min(1, 2 * t)))),
    ...arriving.map(name => appear(second.get(name)!, seconds, t => easing(Math.max(0, 2 * t - 1)))),
  ];
  if (tasks.length > 0) yield* all(...tasks);
}

function* fadeBetween(node: Node, seconds: number, strength: (share: number) => number): ThreadGenerator {
  const start = node.opacity();
  yield* tween(seconds, share => node.opacity(start * strength(share)));
}

function* appear(node: Node, seconds: number, strength: (share: number) => number): ThreadGenerator {
  const final = node.opacity() > 0 ? node.opacity() : 1;
  yield* tween(seconds, share => node.opacity(final * strength(share)));
}

function asMap(parts: Parts): ReadonlyMap<string, Node> {
  return parts instanceof Map ? parts : new Map(Object.entries(parts));
}
