/** Levels and visual order of text that runs in both directions (UAX #9), by way of bidi-js. */
import bidiFactory from 'bidi-js';

const bidi = bidiFactory();
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802-\ud803\ud83a-\ud83b]/;

/**
 * Computes the embedding level of each UTF-16 unit.
 *
 * @param text - a paragraph
 * @param base - its base direction
 * @returns null where everything runs left to right
 */
export function bidiLevels(text: string, base: 'ltr' | 'rtl'): Uint8Array | null {
  if (base === 'ltr' && !RIGHT_TO_LEFT.test(text)) return null;
  return bidi.getEmbeddingLevels(text, base).levels;
}

/**
 * Orders the pieces of a line from left to right (rule L2).
 *
 * @param levels - the level of each piece
 * @returns indices of pieces in visual order
 * @example visualOrder([0, 1, 1])  // [0, 2, 1]
 */
export function visualOrder(levels: readonly number[]): number[] {
  const order = levels.map((_, index) => index);
  const highest = Math.max(0, ...levels);
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < levels.length; start++) {
      if (levels[start] < level) continue;
      let end = start;
      while (end + 1 < levels.length && levels[end + 1] >= level) end++;
      order.splice(start, end - start + 1, ...order.slice(start, end + 1).reverse());
      start = end;
    }
  }
  return order;
}
