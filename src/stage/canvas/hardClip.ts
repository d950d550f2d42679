/** Clips without smooth edges, as Skia makes them where a browser asks for none. */
import type {SKRSContext2D} from '@napi-rs/canvas';

/** Sides in the context's own coordinates. */
export interface Sides {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

type Point = readonly [x: number, y: number];

/** Pixels of a row: the first one, and the one after the last. */
type Row = readonly [row: number, from: number, to: number];

/**
 * Cuts what is drawn from here on to the pixels whose centres lie in a rectangle, turned as the context is.
 *
 * @param within - whole pixels that the rectangle's edges are cut off at, which moves them by a hair; the canvas, unless
 * something else is filled there, as a film that fills the clip it is drawn in
 * @returns the bounds of the pixels that are left
 */
export function clipToRect(context: SKRSContext2D, {left, top, right, bottom}: Sides, within?: Sides): Sides {
  const matrix = context.getTransform();
  const r = Math.fround;
  const along = (fromX: number, x: number, fromY: number, y: number, shift: number) => r(r(r(fromX) * r(x)) + r(r(r(fromY) * r(y)) + r(shift)));
  const corners = [[left, top], [right, top], [right, bottom], [left, bottom]].map(([x, y]): Point => [
    along(matrix.a, x, matrix.c, y, matrix.e),
    along(matrix.b, x, matrix.d, y, matrix.f),
  ]);
  const {canvas} = context;
  const bounds = within ?? {left: 0, top: 0, right: canvas.width, bottom: canvas.height};
  if (matrix.b === 0 && matrix.c === 0) return clipToPixels(context, uprightPixels(corners, bounds));
  const rows = rowsInside(corners, bounds);
  context.resetTransform();
  context.beginPath();
  for (const [row, from, to] of rows) context.rect(from, row, to - from, 1);
  context.clip();
  context.setTransform(matrix);
  return boundsOf(rows);
}

/** Pixels of a rectangle that stands upright, perhaps mirrored. */
function uprightPixels(corners: readonly Point[], bounds: Sides): Sides {
  const [xs, ys] = [corners.map(([x]) => Math.floor(x + 0.5)), corners.map(([, y]) => Math.floor(y + 0.5))];
  return {
    left: Math.max(Math.min(...xs), bounds.left),
    top: Math.max(Math.min(...ys), bounds.top),
    right: Math.min(Math.max(...xs), bounds.right),
    bottom: Math.min(Math.max(...ys), bounds.bottom),
  };
}

function clipToPixels(context: SKRSContext2D, pixels: Sides): Sides {
  const matrix = context.getTransform();
  context.resetTransform();
  context.beginPath();
  context.rect(pixels.left, pixels.top, Math.max(pixels.right - pixels.left, 0), Math.max(pixels.bottom - pixels.top, 0));
  context.clip();
  context.setTransform(matrix);
  return pixels;
}

/** Where nothing is left, the bounds are none either. */
function boundsOf(rows: readonly Row[]): Sides {
  const bounds = {left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity};
  for (const [row, from, to] of rows) {
    bounds.left = Math.min(bounds.left, from);
    bounds.right = Math.max(bounds.right, to);
    bounds.top = Math.min(bounds.top, row);
    bounds.bottom = Math.max(bounds.bottom, row + 1);
  }
  return bounds;
}

/**
 * Rows of a convex outline within whole pixels.
 *
 * Skia's own arithmetic, since a film's edge is drawn or not by it: edges cut off at the bounds, their ends on a grid of
 * 1/64 px, slopes and places in fixed point, 1/65536 px.
 */
function rowsInside(corners: readonly Point[], bounds: Sides): Row[] {
  const reach = new Map<number, [number, number]>();
  corners.forEach((corner, index) => {
    for (const [from, to] of cutLine(corner, corners[(index + 1) % corners.length], bounds)) {
      for (const [row, x] of edge(onGrid(from), onGrid(to))) {
        const [left, right] = reach.get(row) ?? [Infinity, -Infinity];
        reach.set(row, [Math.min(left, x), Math.max(right, x)]);
      }
    }
  });
  return [...reach].flatMap(([row, [from, to]]) => (to > from ? [[row, from, to] as const] : []));
}

function onGrid([x, y]: Point): Point {
  return [Math.trunc(x * 64), Math.trunc(y * 64)];
}

/** A line within the bounds: cut at the top and the bottom, and led down the sides where it lies beyond them. */
function cutLine(from: Point, to: Point, {left, top, right, bottom}: Sides): [Point, Point][] {
  const [upper, lower] = from[1] < to[1] ? [from, to] : [to, from];
  if (lower[1] <= top || upper[1] >= bottom) return [];
  const alongX = (y: number) => Math.fround(from[0] + ((y - from[1]) * (to[0] - from[0])) / (to[1] - from[1]));
  const ends: [Point, Point] = [upper[1] < top ? [alongX(top), top] : upper, lower[1] > bottom ? [alongX(bottom), bottom] : lower];
  const [first, last] = ends[0][0] < ends[1][0] ? ends : [ends[1], ends[0]];
  if (last[0] <= left || first[0] >= right) {
    const side = last[0] <= left ? left : right;
    return [[[side, first[1]], [side, last[1]]]];
  }
  const alongY = (x: number) => Math.fround(first[1] + ((x - first[0]) * (last[1] - first[1])) / (last[0] - first[0]));
  const points: Point[] = [
    ...(first[0] < left ? [[left, first[1]], [left, alongY(left)]] as const : [first]),
    ...(last[0] > right ? [[right, alongY(right)], [right, last[1]]] as const : [last]),
  ];
  return points.slice(1).map((point, index) => [points[index], point]);
}

/** The pixel at which an edge crosses the middle of each row; ends in 1/64 px. */
function* edge(from: Point, to: Point): Generator<[number, number]> {
  const [[x0, y0], [x1, y1]] = from[1] <= to[1] ? [from, to] : [to, from];
  const [top, bottom] = [(y0 + 32) >> 6, (y1 + 32) >> 6];
  if (top === bottom) return;
  const slope = Math.trunc(((x1 - x0) * 65536) / (y1 - y0));
  let x = (x0 + Math.floor((slope * (top * 64 + 32 - y0)) / 65536)) * 1024;
  for (let row = top; row < bottom; row++, x += slope) yield [row, Math.floor((x + 32768) / 65536)];
}
