/**
 * Draws a film's picture as Chromium does: with hard edges, unlike other pictures, which shows where it is turned or skewed.
 *
 * A picture that sticks out by a pixel is cut to the pixels whose centres lie inside; clips and alpha of the context hold as
 * for any drawing.
 */
import {createCanvas, type Canvas, type SKRSContext2D} from '@napi-rs/canvas';
import type {Placement} from '../canvas/drawables';
import {clipToRect} from '../canvas/hardClip';

/** Rows of pixels beyond the edge that repeat it, so that smoothing has something to look at. */
const FRAME = 1;

/** Draws the whole of a picture into a place given in the context's own coordinates. */
export function drawFilmPicture(context: SKRSContext2D, picture: Canvas, {x, y, width, height}: Placement): void {
  context.save();
  const {a, b, c, d} = context.getTransform();
  const isTurned = b !== 0 || c !== 0;
  const clip = clipToRect(context, {left: x, top: y, right: x + width, bottom: y + height});
  moveTo(context, {x, y}, {across: width / picture.width, down: height / picture.height});
  if (isTurned) clipToRect(context, {left: 0, top: 0, right: picture.width, bottom: picture.height}, clip);
  const level = halved(picture, Math.hypot(a, b) * (width / picture.width), Math.hypot(c, d) * (height / picture.height));
  context.scale(picture.width / level.width, picture.height / level.height);
  if (isTurned) context.drawImage(framed(level), -FRAME, -FRAME);
  else context.drawImage(level, 0, 0);
  context.restore();
}

const f = Math.fround;

/** Moves and scales what is drawn, in the order in which Chromium rounds: where a pixel lies between two may hang on it. */
function moveTo(context: SKRSContext2D, {x, y}: {readonly x: number; readonly y: number}, {across, down}: {readonly across: number; readonly down: number}): void {
  const m = context.getTransform();
  const along = (ofX: number, ofY: number, from: number) => f(f(f(ofX) * f(x)) + f(f(f(ofY) * f(y)) + f(from)));
  context.setTransform(f(m.a * f(across)), f(m.b * f(across)), f(m.c * f(down)), f(m.d * f(down)), along(m.a, m.c, m.e), along(m.b, m.d, m.f));
}

/** Halves a picture for as long as it stays at least as large as it will be seen: four pixels become one. */
function halved(picture: Canvas, across: number, down: number): Canvas {
  const smaller = [Math.max(picture.width >> 1, 1), Math.max(picture.height >> 1, 1)] as const;
  if (smaller[0] < picture.width * across || smaller[1] < picture.height * down || picture.width < 2 || picture.height < 2) return picture;
  const canvas = createCanvas(...smaller);
  canvas.getContext('2d').drawImage(picture, 0, 0, ...smaller);
  return halved(canvas, (across * picture.width) / smaller[0], (down * picture.height) / smaller[1]);
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
