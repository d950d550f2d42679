/**
 * RGBA to I420 in plain arithmetic: what the SIMD module must equal byte for byte. In: a frame. Out: its three planes.
 * Called by the tests, and by anyone who wants to read what the fast one does.
 */
import {bluenessWeights, lumaWeights, rednessWeights} from './weights';

type Weights = Readonly<Record<'red' | 'green' | 'blue', number>>;

/** Bytes of an I420 frame: luma, and a quarter of it for each chroma. */
export function i420Bytes(width: number, height: number): number {
  return (width * height * 3) / 2;
}

/**
 * Converts a frame to BT.709, limited range, chroma averaged over two by two pixels (sited in their centre).
 *
 * Each result is the exact weighted sum rounded to the nearest whole number.
 *
 * @param rgba - width x height x 4 bytes, opaque
 * @param width - even, pixels
 * @param height - even, pixels
 * @returns luma rows, then blueness rows, then redness rows, without gaps
 * @example convertReference(new Uint8Array([255, 0, 0, 255, …]), 2, 2)[0]  // 63: the luma of pure red
 */
export function convertReference(rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): Uint8Array {
  const planes = new Uint8Array(i420Bytes(width, height));
  for (let pixel = 0; pixel < width * height; pixel++) {
    planes[pixel] = rounded(weigh(lumaWeights, at => rgba[4 * pixel + at]!), 16, 15);
  }
  const halfWidth = width / 2;
  const blueness = width * height;
  const redness = blueness + (width * height) / 4;
  for (let y = 0; y < height / 2; y++) {
    for (let x = 0; x < halfWidth; x++) {
      const corner = 4 * (2 * y * width + 2 * x);
      const sum = (at: number): number => [0, 4, 4 * width, 4 * width + 4].reduce((total, step) => total + rgba[corner + step + at]!, 0);
      planes[blueness + y * halfWidth + x] = rounded(weigh(bluenessWeights, sum), 128, 17);
      planes[redness + y * halfWidth + x] = rounded(weigh(rednessWeights, sum), 128, 17);
    }
  }
  return planes;
}

function weigh(weights: Weights, channel: (at: number) => number): number {
  return weights.red * channel(0) + weights.green * channel(1) + weights.blue * channel(2);
}

/** Takes off the 2^bits of the weights, rounds, and lifts by the value that stands for nothing. */
function rounded(sum: number, lift: number, bits: number): number {
  return (sum + (lift << bits) + (1 << (bits - 1))) >> bits;
}
