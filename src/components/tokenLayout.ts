/** Where the boxes of a row of tokens stand. Widths come in, boxes come out, in pixels around the middle, y down. */

/** A token's box. */
export interface TokenPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/**
 * Places token boxes side by side, in lines no wider than a limit.
 *
 * Boxes abut but for `gap`; each line is centred; a box wider than the limit has a line of its own.
 *
 * @param widths - shape (n), pixels
 * @param options - limit of a line's width, gap between boxes, and the distance of lines
 * @returns middles and widths, and the size of the whole
 * @example placeTokens([40, 60], {limit: Infinity, gap: 0, pitch: 50}).places[1]  // {x: 20, y: 0, width: 60}
 */
export function placeTokens(
  widths: readonly number[],
  {limit, gap, pitch}: {readonly limit: number; readonly gap: number; readonly pitch: number},
): {readonly places: readonly TokenPlace[]; readonly width: number; readonly lines: number} {
  const lines: number[][] = [];
  let length = Infinity;
  widths.forEach((width, i) => {
    if (lines.length === 0 || length + gap + width > limit) {
      lines.push([i]);
      length = width;
    } else {
      lines.at(-1)!.push(i);
      length += gap + width;
    }
  });
  const places: TokenPlace[] = [];
  let widest = 0;
  lines.forEach((line, k) => {
    const total = line.reduce((sum, i) => sum + widths[i], 0) + gap * (line.length - 1);
    widest = Math.max(widest, total);
    let x = -total / 2;
    for (const i of line) {
      places.push({x: x + widths[i] / 2, y: (k - (lines.length - 1) / 2) * pitch, width: widths[i]});
      x += widths[i] + gap;
    }
  });
  return {places, width: widest, lines: lines.length};
}
