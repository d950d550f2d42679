/** Clips without smooth edges, as Skia makes them where a browser asks for none. */
import type {SKRSContext2D} from '@napi-rs/canvas';

/** Sides in the context's own coordinates. */
export interface Sides {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Cuts what is drawn from here on to the pixels whose centres lie in a rectangle, turned as the context is. */
export function clipToRect(context: SKRSContext2D, {left, top, right, bottom}: Sides): void {
  const matrix = context.getTransform();
  const r = Math.fround;
  const along = (fromX: number, x: number, fromY: number, y: number, shift: number) => r(r(r(fromX) * r(x)) + r(r(r(fromY) * r(y)) + r(shift)));
  const corners = [[left, top], [right, top], [right, bottom], [left, bottom]].map(([x, y]) => [
    along(matrix.a, x, matrix.c, y, matrix.e),
    along(matrix.b, x, matrix.d, y, matrix.f),
  ]);
  context.resetTransform();
  context.beginPath();
  for (const [row, from, to] of rowsInside(corners, context.canvas)) context.rect(from, row, to - from, 1);
  context.clip();
  context.setTransform(matrix);
}

/**
 * Rows of a convex outline as [row, first pixel, the one after the last], within a canvas.
 *
 * Skia's own arithmetic, since a film's edge is drawn or not by it: corners on a grid of 1/64 px, slopes and places of edges
 * in fixed point, 1/65536 px.
 */
export function rowsInside(corners: readonly (readonly number[])[], {width, height}: {readonly width: number; readonly height: number}): [number, number, number][] {
  const points = corners.map(corner => corner.map(coordinate => Math.trunc(Math.fround(coordinate) * 64)));
  const reach = new Map<number, [number, number]>();
  points.forEach((point, index) => {
    for (const [row, x] of edge(point, points[(index + 1) % points.length])) {
      const [left, right] = reach.get(row) ?? [Infinity, -Infinity];
      reach.set(row, [Math.min(left, x), Math.max(right, x)]);
    }
  });
  const rows: [number, number, number][] = [];
  for (const [row, [left, right]] of reach) {
    const [from, to] = [Math.max(left, 0), Math.min(right, width)];
    if (row >= 0 && row < height && to > from) rows.push([row, from, to]);
  }
  return rows;
}

/** The pixel at which an edge crosses the middle of each row; ends in 1/64 px. */
function* edge(from: readonly number[], to: readonly number[]): Generator<[number, number]> {
  const [[x0, y0], [x1, y1]] = from[1] <= to[1] ? [from, to] : [to, from];
  const [top, bottom] = [(y0 + 32) >> 6, (y1 + 32) >> 6];
  if (top === bottom) return;
  const slope = Math.trunc(((x1 - x0) * 65536) / (y1 - y0));
  let x = (x0 + Math.floor((slope * (top * 64 + 32 - y0)) / 65536)) * 1024;
  for (let row = top; row < bottom; row++, x += slope) yield [row, Math.floor((x + 32768) / 65536)];
}
