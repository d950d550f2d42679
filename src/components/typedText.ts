/**
 * A page that is typed token by token, as pure functions of how many tokens have come (a fraction is one on its way):
 * what is seen, what is new, and how far the page has scrolled.
 */
import {clamp01, smooth} from '../math/easing';

/** Strength of a token: it comes in the first quarter of its time. @example tokenStrength(2, 2.25)  // 1 */
export function tokenStrength(index: number, typed: number): number {
  return clamp01((typed - index) * 4);
}

/**
 * How new a token is: 1 until the next one sets out, then fading for as long as that takes.
 *
 * @param settled - how many tokens are no longer new, whatever comes after them
 */
export function tokenNewness(index: number, typed: number, settled: number): number {
  if (typed <= index) return 0;
  return clamp01(index + 2 - typed) * (1 - clamp01(settled - index));
}

/**
 * How many lines have left a page at the top.
 *
 * A line comes into view while the token before its first one rests and its first one comes, so nothing jumps.
 *
 * @param linesOfTokens - for each token the line on which it ends, from 0, never falling
 * @param seedLines - lines that stand before the first token comes
 * @param room - lines that the page shows
 * @example scrolledLines([2, 3], 1, 4, 3)  // 1: line 3 (the fourth) is in view
 */
export function scrolledLines(linesOfTokens: readonly number[], typed: number, seedLines: number, room: number): number {
  const start = Math.max(0, seedLines - room);
  const last = linesOfTokens.at(-1) ?? -1;
  let scrolled = start;
  for (let line = room + start; line <= last; line++) {
    const first = linesOfTokens.findIndex(each => each >= line);
    scrolled += smooth(clamp01((typed - first + 1) / 2));
  }
  return scrolled;
}

/** How visible a line is: those that are leaving at the top or coming at the bottom are half there. */
export function lineStrength(line: number, scrolled: number, room: number): number {
  const row = line - scrolled;
  return clamp01(Math.min(1 + row, room - row));
}
