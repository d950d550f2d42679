/**
 * A JPEG picture at a half, a quarter or an eighth of its size, as Chromium shows it where it is drawn that small.
 *
 * A browser does not shrink such a picture: it has libjpeg make a smaller one from the first coefficients of each block,
 * which is sharper by a few levels. In: the bytes of a file. Out: RGBA, with the sums of libjpeg-turbo, to the bit.
 *
 * @see https://source.chromium.org/chromium/chromium/src/+/main:cc/tiles/software_image_decode_cache.cc
 */
import {inverseDct, type BlockSide} from './inverseDct';
import type {JpegComponent} from './jpegComponent';
import {readJpegFile, type JpegFile} from './jpegFile';

/** The picture is 2, 4 or 8 times smaller on each side. */
export type JpegDivisor = 2 | 4 | 8;

export interface ScaledJpeg {
  readonly width: number;
  readonly height: number;
  /** RGBA, all opaque, shape (height, width, 4). */
  readonly pixels: Uint8ClampedArray;
}

/** A plane of samples. */
interface Plane {
  readonly width: number;
  readonly height: number;
  /** Rows are longer than the picture where the blocks are. */
  readonly stride: number;
  readonly samples: Uint8ClampedArray;
}

/**
 * Reads a file into a smaller picture.
 *
 * @returns null for a picture that does not fill whole groups of blocks, of which Chromium makes no smaller one either, and
 * for what `readJpegFile` leaves to Skia
 */
export function scaledJpeg(bytes: Uint8Array, divisor: JpegDivisor): ScaledJpeg | null {
  const file = readJpegFile(bytes);
  if (!file || file.width % (8 * file.mostAcross) !== 0 || file.height % (8 * file.mostDown) !== 0) return null;
  const side = (8 / divisor) as BlockSide;
  const [width, height] = [file.width / divisor, file.height / divisor];
  const planes = file.components.map(component => {
    const own = sideOf(component, file, side);
    return enlarged(planeOf(component, file, own), {width, height}, side > 1);
  });
  return {width, height, pixels: file.colours === 'ycc' ? rgbOfYcc(planes, width, height) : rgbOfPlanes(planes, width, height)};
}

/** Colour at a lower resolution is shrunk less, so that little or nothing of it has to be enlarged again. */
function sideOf({across, down}: JpegComponent, {mostAcross, mostDown}: JpegFile, least: BlockSide): BlockSide {
  let side = least;
  while (side < 8 && (mostAcross * least) % (across * side * 2) === 0 && (mostDown * least) % (down * side * 2) === 0) side = (side * 2) as BlockSide;
  return side;
}

function planeOf(component: JpegComponent, {steps, width, height, mostAcross, mostDown}: JpegFile, side: BlockSide): Plane {
  const {across, down, blocksInRow, coefficients, table} = component;
  const stepsOf = steps.get(table) ?? new Uint16Array(64);
  const blocks = coefficients.length / 64;
  const stride = blocksInRow * side;
  const samples = new Uint8ClampedArray(blocks * side * side);
  for (let index = 0; index < blocks; index++) {
    const [row, column] = [Math.floor(index / blocksInRow), index % blocksInRow];
    inverseDct(side, coefficients, 64 * index, stepsOf, samples, row * side * stride + column * side, stride);
  }
  return {width: (width * across * side) / (8 * mostAcross), height: (height * down * side) / (8 * mostDown), stride, samples};
}

/** Brings a plane to the picture's size, smoothly where it is half as wide or half as high. */
function enlarged(plane: Plane, {width, height}: {readonly width: number; readonly height: number}, isSmooth: boolean): Plane {
  const [across, down] = [width / plane.width, height / plane.height];
  if (across === 1 && down === 1) return plane;
  if (isSmooth && across === 2 && down === 1 && plane.width > 2) return twiceAsWide(plane);
  if (isSmooth && across === 1 && down === 2) return twiceAsHigh(plane);
  const samples = new Uint8ClampedArray(width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / down) * plane.stride;
    for (let x = 0; x < width; x++) samples[y * width + x] = plane.samples[row + Math.floor(x / across)];
  }
  return {width, height, stride: width, samples};
}

/** Each sample becomes two, three parts itself and one part its neighbour; halves go down on the left and up on the right. */
function twiceAsWide({width, height, stride, samples}: Plane): Plane {
  const wide = new Uint8ClampedArray(2 * width * height);
  for (let y = 0; y < height; y++) {
    const row = y * stride;
    for (let x = 0; x < width; x++) {
      const own = 3 * samples[row + x];
      const to = 2 * (y * width + x);
      wide[to] = x === 0 ? samples[row] : (own + samples[row + x - 1] + 1) >> 2;
      wide[to + 1] = x === width - 1 ? samples[row + x] : (own + samples[row + x + 1] + 2) >> 2;
    }
  }
  return {width: 2 * width, height, stride: 2 * width, samples: wide};
}

/** The same from row to row; at the ends a row is its own neighbour. */
function twiceAsHigh({width, height, stride, samples}: Plane): Plane {
  const high = new Uint8ClampedArray(2 * width * height);
  for (let y = 0; y < 2 * height; y++) {
    const row = (y >> 1) * stride;
    const isUpper = y % 2 === 0;
    const neighbour = Math.min(Math.max((y >> 1) + (isUpper ? -1 : 1), 0), height - 1) * stride;
    for (let x = 0; x < width; x++) high[y * width + x] = (3 * samples[row + x] + samples[neighbour + x] + (isUpper ? 1 : 2)) >> 2;
  }
  return {width, height: 2 * height, stride: width, samples: high};
}

/** Grey planes stand for all three colours. */
function rgbOfPlanes(planes: readonly Plane[], width: number, height: number): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let colour = 0; colour < 3; colour++) {
    const {samples, stride} = planes[colour] ?? planes[0];
    for (let y = 0, to = colour; y < height; y++) {
      for (let x = 0; x < width; x++, to += 4) pixels[to] = samples[y * stride + x];
    }
  }
  return pixels;
}

const levels = (share: number, rounding: number): Int32Array => Int32Array.from({length: 256}, (_, value) => Math.round(share * 65536) * (value - 128) + rounding);

/** In 1/65536 of a level. @see JFIF 1.02, page 3 */
const RED_OF_CR = levels(1.402, 32768);
const BLUE_OF_CB = levels(1.772, 32768);
const GREEN_OF_CR = levels(-0.71414, 0);
const GREEN_OF_CB = levels(-0.34414, 32768);

function rgbOfYcc([luma, cb, cr]: readonly Plane[], width: number, height: number): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(4 * width * height);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to += 4) {
      const [light, blueness, redness] = [luma.samples[y * luma.stride + x], cb.samples[y * cb.stride + x], cr.samples[y * cr.stride + x]];
      pixels[to] = light + (RED_OF_CR[redness] >> 16);
      pixels[to + 1] = light + ((GREEN_OF_CB[blueness] + GREEN_OF_CR[redness]) >> 16);
      pixels[to + 2] = light + (BLUE_OF_CB[blueness] >> 16);
      pixels[to + 3] = 255;
    }
  }
  return pixels;
}
