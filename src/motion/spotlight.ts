/** All eyes on some members of a group: the others are dimmed, never removed. */
import type {Node} from '@motion-canvas/2d';
import {all, type ThreadGenerator} from '@motion-canvas/core';
import {smooth} from '../math/easing';
import {seconds as durations} from '../theme/timing';

export interface SpotlightOptions {
  /** Default 0.4 s. */
  readonly seconds?: number;
  /** Opacity of the others, 0..1, default 0.25. */
  readonly dim?: number;
}

/**
 * Dims all members of a group but the chosen ones, which shine in full.
 *
 * duration = `seconds`; called again with other members it moves the light over.
 *
 * @example yield* spotlight(columns, [columns[3]]);  // 0.4 s
 */
export function* spotlight(group: readonly Node[], chosen: readonly Node[], options: SpotlightOptions = {}): ThreadGenerator {
  const {seconds = durations.short, dim = 0.25} = options;
  const lit = new Set(chosen);
  const stray = chosen.find(node => !group.includes(node));
  if (stray !== undefined) throw new RangeError(`spotlight() cannot light ${stray.key}: it is not in the group`);
  if (group.length === 0) return;
  yield* all(...group.map(node => node.opacity(lit.has(node) ? 1 : dim, seconds, smooth)));
}

/** Lets all members shine again. @example yield* endSpotlight(columns);  // 0.4 s */
export function* endSpotlight(group: readonly Node[], seconds: number = durations.short): ThreadGenerator {
  yield* spotlight(group, group, {seconds});
}
