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

/** Draws the whole of a picture into a place given in the context's own coordinates, from its middle, as Chromium does. */
export function drawFilmPicture(context: SKRSContext2D, picture: Canvas, {x, y, width, height}: Placement): void {
  context.save();
  context.translate(x + width / 2, y + height / 2);
  context.scale(width / picture.width, height / picture.height);
  const {a, b, c, d} = context.getTransform();
  const [w, h] = [picture.width / 2, picture.height / 2];
  const level = halved(picture, Math.hypot(a, b), Math.hypot(c, d));
  if (b === 0 && c === 0) {
    context.scale(picture.width / level.width, picture.height / level.height);
    context.drawImage(level, -level.width / 2, -level.height / 2);
  } else {
    clipToRect(context, {left: -w, top: -h, right: w, bottom: h});
    context.scale(picture.width / level.width, picture.height / level.height);
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
