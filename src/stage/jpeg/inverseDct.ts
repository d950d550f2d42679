/**
 * Blocks of 8 x 8 coefficients into squares of 8, 4, 2 or 1 samples a side: a picture at its size, or at a half, a quarter
 * or an eighth of it. The sums are those of libjpeg's exact integer method, so that samples equal a browser's to the bit.
 *
 * @see Loeffler, Ligtenberg and Moschytz 1989, Practical fast 1-D DCT algorithms with 11 multiplications
 */

/** Samples along a side of the squares. */
export type BlockSide = 1 | 2 | 4 | 8;

/** Eight values of a line, `step` apart, into the first ones of another line of the same kind. */
type LineTransform = (from: Int32Array, at: number, step: number, to: Int32Array, shift: number) => void;

/** Factors are in 1/8192. */
const FACTOR_BITS = 13;
/** Columns are kept in quarters of a unit until their rows are summed up. */
const COLUMN_BITS = 2;
/** Two sums of eight make every sample eight times too large. */
const SAMPLE_BITS = 3;

const ONE = 1 << FACTOR_BITS;
const factor = (value: number): number => Math.round(value * ONE);

const [F0_211, F0_298, F0_390, F0_509, F0_541, F0_601, F0_720, F0_765, F0_850, F0_899] = [
  0.211164243, 0.298631336, 0.390180644, 0.509795579, 0.5411961, 0.601344887, 0.720959822, 0.765366865, 0.850430095, 0.899976223,
].map(factor);
const [F1_061, F1_175, F1_272, F1_451, F1_501, F1_847, F1_961, F2_053, F2_172, F2_562, F3_072, F3_624] = [
  1.061594337, 1.175875602, 1.27275858, 1.451774981, 1.50132111, 1.847759065, 1.96157056, 2.053119869, 2.172734803, 2.562915447, 3.072711026, 3.624509785,
].map(factor);

const toEight: LineTransform = (from, at, step, to, shift) => {
  const i0 = from[at];
  const i1 = from[at + step];
  const i2 = from[at + 2 * step];
  const i3 = from[at + 3 * step];
  const i4 = from[at + 4 * step];
  const i5 = from[at + 5 * step];
  const i6 = from[at + 6 * step];
  const i7 = from[at + 7 * step];
  const turned = (i2 + i6) * F0_541;
  const even0 = (i0 + i4) * ONE;
  const even1 = (i0 - i4) * ONE;
  const even2 = turned - i6 * F1_847;
  const even3 = turned + i2 * F0_765;
  const shared = (i7 + i3 + i5 + i1) * F1_175;
  const z1 = (i7 + i1) * -F0_899;
  const z2 = (i5 + i3) * -F2_562;
  const z3 = shared - (i7 + i3) * F1_961;
  const z4 = shared - (i5 + i1) * F0_390;
  const odd0 = i7 * F0_298 + z1 + z3;
  const odd1 = i5 * F2_053 + z2 + z4;
  const odd2 = i3 * F3_072 + z2 + z3;
  const odd3 = i1 * F1_501 + z1 + z4;
  const half = 1 << (shift - 1);
  to[at] = (even0 + even3 + odd3 + half) >> shift;
  to[at + step] = (even1 + even2 + odd2 + half) >> shift;
  to[at + 2 * step] = (even1 - even2 + odd1 + half) >> shift;
  to[at + 3 * step] = (even0 - even3 + odd0 + half) >> shift;
  to[at + 4 * step] = (even0 - even3 - odd0 + half) >> shift;
  to[at + 5 * step] = (even1 - even2 - odd1 + half) >> shift;
  to[at + 6 * step] = (even1 + even2 - odd2 + half) >> shift;
  to[at + 7 * step] = (even0 + even3 - odd3 + half) >> shift;
};

/** The middle coefficient would cancel itself out. */
const toFour: LineTransform = (from, at, step, to, shift) => {
  const i1 = from[at + step];
  const i3 = from[at + 3 * step];
  const i5 = from[at + 5 * step];
  const i7 = from[at + 7 * step];
  const even0 = from[at] * 2 * ONE;
  const even1 = from[at + 2 * step] * F1_847 - from[at + 6 * step] * F0_765;
  const odd0 = i5 * F1_451 - i7 * F0_211 - i3 * F2_172 + i1 * F1_061;
  const odd1 = i3 * F0_899 - i7 * F0_509 - i5 * F0_601 + i1 * F2_562;
  const half = 1 << shift;
  to[at] = (even0 + even1 + odd1 + half) >> (shift + 1);
  to[at + step] = (even0 - even1 + odd0 + half) >> (shift + 1);
  to[at + 2 * step] = (even0 - even1 - odd0 + half) >> (shift + 1);
  to[at + 3 * step] = (even0 + even1 - odd1 + half) >> (shift + 1);
};

/** Of the even coefficients only the first counts. */
const toTwo: LineTransform = (from, at, step, to, shift) => {
  const even = from[at] * 4 * ONE;
  const odd = from[at + step] * F3_624 - from[at + 3 * step] * F1_272 + from[at + 5 * step] * F0_850 - from[at + 7 * step] * F0_720;
  const half = 1 << (shift + 1);
  to[at] = (even + odd + half) >> (shift + 2);
  to[at + step] = (even - odd + half) >> (shift + 2);
};

const TRANSFORMS = {8: toEight, 4: toFour, 2: toTwo} as const;

const block = new Int32Array(64);

/**
 * Turns one block into a square of samples, 0 … 255.
 *
 * @param coefficients - quantised, 64 from `at` on, row by row
 * @param steps - what they are multiplied by, in the same order
 * @param samples - where the square goes, from `place` on, in rows `stride` apart
 */
export function inverseDct(
  side: BlockSide,
  coefficients: Int16Array,
  at: number,
  steps: Uint16Array,
  samples: Uint8ClampedArray,
  place: number,
  stride: number,
): void {
  if (side === 1) {
    samples[place] = MIDDLE + ((coefficients[at] * steps[0] + (1 << (SAMPLE_BITS - 1))) >> SAMPLE_BITS);
    return;
  }
  const transform = TRANSFORMS[side];
  for (let i = 0; i < 64; i++) block[i] = coefficients[at + i] * steps[i];
  for (let x = 0; x < 8; x++) transform(block, x, 8, block, FACTOR_BITS - COLUMN_BITS);
  for (let y = 0; y < side; y++) {
    transform(block, 8 * y, 1, block, FACTOR_BITS + COLUMN_BITS + SAMPLE_BITS);
    for (let x = 0; x < side; x++) samples[place + y * stride + x] = MIDDLE + block[8 * y + x];
  }
}

/** Samples are coded as distances from it. */
const MIDDLE = 128;
