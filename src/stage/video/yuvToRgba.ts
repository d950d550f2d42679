/**
 * Colours of films as Chromium shows them.
 *
 * In: the planes of a frame, colour at half the resolution. Out: 8-bit RGBA. The sums are those of libyuv, in 6-bit fixed
 * point: each colour sample stands for four pixels, and blue's share of a limited-range film is cut off at 2.
 */

/** The matrix that a film's colours were made with, in ffmpeg's word, and whether its levels fill the byte. */
export interface FilmColours {
  readonly matrix: 'bt709' | 'smpte170m' | 'bt2020';
  readonly isFullRange: boolean;
}

export interface PlaneSize {
  readonly width: number;
  readonly height: number;
  /** A fourth plane, at full resolution, holds how opaque each pixel is. */
  readonly hasAlpha: boolean;
}

interface Shares {
  readonly luma: number;
  readonly bias: number;
  readonly blueOfU: number;
  readonly greenOfU: number;
  readonly greenOfV: number;
  readonly redOfV: number;
}

/** In 1/64, luma's in 1/64 · 256/257. */
const SHARES: Readonly<Record<FilmColours['matrix'], {readonly limited: Shares; readonly full: Shares}>> = {
  smpte170m: {
    limited: {luma: 18997, bias: -1160, blueOfU: 128, greenOfU: 25, greenOfV: 52, redOfV: 102},
    full: {luma: 16320, bias: 32, blueOfU: 113, greenOfU: 22, greenOfV: 46, redOfV: 90},
  },
  bt709: {
    limited: {luma: 18997, bias: -1160, blueOfU: 128, greenOfU: 14, greenOfV: 34, redOfV: 115},
    full: {luma: 16320, bias: 32, blueOfU: 119, greenOfU: 12, greenOfV: 30, redOfV: 101},
  },
  bt2020: {
    limited: {luma: 19003, bias: -1160, blueOfU: 128, greenOfU: 12, greenOfV: 42, redOfV: 107},
    full: {luma: 16320, bias: 32, blueOfU: 120, greenOfU: 11, greenOfV: 37, redOfV: 94},
  },
};

/** Bytes of one frame's planes. */
export function planeBytes({width, height, hasAlpha}: PlaneSize): number {
  return width * height * (hasAlpha ? 2 : 1) + 2 * half(width) * half(height);
}

/**
 * Turns one frame into pixels.
 *
 * @param planes - luma, U, V, and alpha where there is one, each without padding
 * @returns RGBA, not premultiplied, shape (height, width, 4)
 */
export function yuvToRgba(planes: Uint8Array, size: PlaneSize, {matrix, isFullRange}: FilmColours): Buffer {
  const {width, height, hasAlpha} = size;
  const {luma, bias, blueOfU, greenOfU, greenOfV, redOfV} = SHARES[matrix][isFullRange ? 'full' : 'limited'];
  const [across, down] = [half(width), half(height)];
  const [u, v, alpha] = [width * height, width * height + across * down, width * height + 2 * across * down];
  const lightOf = Int32Array.from({length: 256}, (_, value) => Math.floor((value * 0x101 * luma) / 65536) + bias);
  const pixels = new Uint32Array(width * height);
  for (let y = 0; y < height; y++) {
    let sample = (y >> 1) * across;
    for (let x = 0, at = y * width; x < width; sample++) {
      const fromU = planes[u + sample] - 128;
      const fromV = planes[v + sample] - 128;
      const red = fromV * redOfV;
      const green = -fromU * greenOfU - fromV * greenOfV;
      const blue = fromU * blueOfU;
      for (const end = Math.min(x + 2, width); x < end; x++, at++) {
        const light = lightOf[planes[at]];
        const opaque = hasAlpha ? planes[alpha + at] : 255;
        // A word is written backwards: little-endian machines are the only ones that the canvas library runs on.
        pixels[at] = BYTES[((light + red) >> 6) + BELOW] | (BYTES[((light + green) >> 6) + BELOW] << 8) | (BYTES[((light + blue) >> 6) + BELOW] << 16) | (opaque << 24);
      }
    }
  }
  return Buffer.from(pixels.buffer);
}

/** How far sums go below 0; they go as far above 255. */
const BELOW = 512;

/** Sums cut to a byte. */
const BYTES = Uint8ClampedArray.from({length: 2 * BELOW + 256}, (_, index) => index - BELOW);

function half(length: number): number {
  return (length + 1) >> 1;
}
