/**
 * A frame drawn small: 256 by 144 cells, enough for flashes and pops and cheap enough for every frame.
 *
 * In: the pixels of a canvas of that size. Out: cells as they are stored, how much each changed, how bright it is.
 */
import type {Box, FrameSize} from './box';

/** Cells of the small picture. */
export const cells: FrameSize = {width: 256, height: 144};
const count = cells.width * cells.height;

export interface SmallPicture {
  /** RGB bytes, rows from the top. */
  readonly bytes: Uint8Array;
  /** The largest change of a channel since the frame before, 0 to 255. */
  readonly change: Uint8Array;
}

/** Pixels drawn for one cell in each direction: edges are soft in a cell, so that nothing jumps by drawing small. */
export const pixelsACell = 2;

/** Takes the next picture from the pixels of a canvas. */
export function nextPicture(pixels: Uint8Array, before: SmallPicture | undefined): SmallPicture {
  const bytes = averaged(pixels);
  const change = new Uint8Array(count);
  if (before) {
    for (let cell = 0, at = 0; cell < count; cell++, at += 3) {
      const red = Math.abs(bytes[at] - before.bytes[at]);
      const green = Math.abs(bytes[at + 1] - before.bytes[at + 1]);
      const blue = Math.abs(bytes[at + 2] - before.bytes[at + 2]);
      change[cell] = Math.max(red, green, blue);
    }
  }
  return {bytes, change};
}

function averaged(pixels: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(count * 3);
  const stride = cells.width * pixelsACell * 4;
  for (let y = 0, to = 0; y < cells.height; y++) {
    for (let x = 0; x < cells.width; x++, to += 3) {
      const from = y * pixelsACell * stride + x * pixelsACell * 4;
      for (let channel = 0; channel < 3; channel++) {
        const at = from + channel;
        bytes[to + channel] = (pixels[at] + pixels[at + 4] + pixels[at + stride] + pixels[at + stride + 4] + 2) >> 2;
      }
    }
  }
  return bytes;
}

/** The same picture once more: nothing has changed. */
export function samePicture({bytes}: SmallPicture): SmallPicture {
  return {bytes, change: nothing};
}

const nothing = new Uint8Array(count);

/** The cells that a box of the design touches, ends exclusive; none where it lies outside the frame. */
export function cellsOf(box: Box, design: FrameSize): {left: number; top: number; right: number; bottom: number} {
  const [sx, sy] = [cells.width / design.width, cells.height / design.height];
  return {
    left: Math.max(0, Math.floor((box.left + design.width / 2) * sx)),
    top: Math.max(0, Math.floor((box.top + design.height / 2) * sy)),
    right: Math.min(cells.width, Math.ceil((box.right + design.width / 2) * sx)),
    bottom: Math.min(cells.height, Math.ceil((box.bottom + design.height / 2) * sy)),
  };
}

/** How much the picture changed in a box: the cells that changed visibly, and the sum of all changes in levels. */
export function changeIn({change}: SmallPicture, box: Box, design: FrameSize): {readonly cells: number; readonly sum: number} {
  const {left, top, right, bottom} = cellsOf(box, design);
  let [visible, sum] = [0, 0];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const level = change[y * cells.width + x];
      sum += level;
      if (level > VISIBLE_CHANGE) visible++;
    }
  }
  return {cells: visible, sum};
}

/** A cell changes visibly by more than so many of 255 levels. */
const VISIBLE_CHANGE = 12;
