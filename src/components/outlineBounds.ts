/** Measures of the outlines that MathJax writes: absolute M, L, H, V, Q, T, C and Z. */

export interface OutlineBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * The box around an outline's points. Fonts put points on the extremes of their curves, so that it hugs.
 *
 * @example outlineBounds('M0 0L10 0L10 5Z')  // left 0, top 0, right 10, bottom 5
 */
export function outlineBounds(shape: string): OutlineBox {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const {x, y} of outlinePoints(shape)) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return left > right ? {left: 0, top: 0, right: 0, bottom: 0} : {left, top, right, bottom};
}

/** About how long an outline is: the length of the lines between its points, for tracing it. */
export function outlineLength(shape: string): number {
  let length = 0;
  let last: {x: number; y: number} | null = null;
  for (const point of outlinePoints(shape)) {
    if (last !== null && !point.starts) length += Math.hypot(point.x - last.x, point.y - last.y);
    last = point;
  }
  return length;
}

function* outlinePoints(shape: string): Generator<{x: number; y: number; starts: boolean}> {
  let [x, y] = [0, 0];
  for (const [, command, list] of shape.matchAll(/([MLHVQTCZ])([^MLHVQTCZ]*)/g)) {
    const values = list.match(/-?\d*\.?\d+(?:e[-+]?\d+)?/g)?.map(Number) ?? [];
    const step = command === 'H' || command === 'V' ? 1 : 2;
    for (let i = 0; i + step <= values.length; i += step) {
      if (command === 'H') x = values[i];
      else if (command === 'V') y = values[i];
      else [x, y] = [values[i], values[i + 1]];
      yield {x, y, starts: command === 'M'};
    }
  }
}
