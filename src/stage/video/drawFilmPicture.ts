/**
 * Draws a film's picture as Chromium does: with hard edges, unlike other pictures, which shows where it is turned or skewed.
 *
 * A picture that sticks out by a pixel is cut to the pixels whose centres lie inside; clips and alpha of the context hold as
 * for any drawing.
 */
import {createCanvas, type Canvas, type SKRSContext2D} from '@napi-rs/canvas';
import type {Placement} from '../canvas/drawables';

/** Rows of pixels beyond the edge that repeat it, so that smoothing has something to look at. */
const FRAME = 1;

/** Draws the whole of a picture into a place given in the context's own coordinates, from its middle, as Chromium does. */
export function drawFilmPicture(context: SKRSContext2D, picture: Canvas, {x, y, width, height}: Placement): void {
  context.save();
  context.translate(x + width / 2, y + height / 2);
  context.scale(width / picture.width, height / picture.height);
  const {a, b, c, d, e, f} = context.getTransform();
  const [w, h] = [picture.width / 2, picture.height / 2];
  const level = halved(picture, Math.hypot(a, b), Math.hypot(c, d));
  context.scale(picture.width / level.width, picture.height / level.height);
  if (b === 0 && c === 0) {
    context.drawImage(level, -level.width / 2, -level.height / 2);
  } else {
    const corners = [[-w, -h], [w, -h], [w, h], [-w, h]].map(([px, py]) => [mapped(a, px, c, py, e), mapped(b, px, d, py, f)]);
    const inPlace = context.getTransform();
    clipToPixels(context, corners);
    context.setTransform(inPlace);
    context.drawImage(framed(level), -level.width / 2 - FRAME, -level.height / 2 - FRAME);
  }
  context.restore();
}

/** Halves a picture for as long as it stays at least as large as it will be seen: four pixels become one. */
function halved(picture: Canvas, across: number, down: number): Canvas {
  const smaller = [Math.max(picture.width >> 1, 1), Math.max(picture.height >> 1, 1)] as const;
  if (smaller[0] < picture.width * across || smaller[1] < picture.height * down || picture.width < 2 || picture.height < 2) return picture;
  const canvas = createCanvas(...smaller);
  canvas.getContext('2d').drawImage(picture, 0, 0, ...smaller);
  return halved(canvas, (across * picture.width) / smaller[0], (down * picture.height) / smaller[1]);
}

/** A coordinate under a matrix, in 32-bit floats. */
function mapped(fromX: number, x: number, fromY: number, y: number, shift: number): number {
  const r = Math.fround;
  return r(r(r(fromX) * x) + r(r(r(fromY) * y) + r(shift)));
}

function clipToPixels(context: SKRSContext2D, corners: readonly (readonly number[])[]): void {
  context.resetTransform();
  context.beginPath();
  for (const [row, from, to] of rowsInside(corners, context.canvas)) context.rect(from, row, to - from, 1);
  context.clip();
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

function framed(picture: Canvas): Canvas {
  const {width, height} = picture;
  const canvas = createCanvas(width + 2 * FRAME, height + 2 * FRAME);
  const context = canvas.getContext('2d');
  // The picture shifted every way, and then in its place: what sticks out is its edge.
  for (const dx of [-FRAME, FRAME, 0]) for (const dy of [-FRAME, FRAME, 0]) {
    context.clearRect(FRAME, FRAME, width, height);
    context.drawImage(picture, FRAME + dx, FRAME + dy);
  }
  return canvas;
}
