// RGBA to I420, BT.709, limited range, in WebAssembly SIMD. AssemblyScript: compiled by build.mjs beside this file.
// In: two rows of opaque pixels. Out: two rows of luma, one of each chroma. reference.ts is the same in plain words,
// and the tests hold the two equal byte for byte; weights.ts tells where the numbers come from.
//
// A pixel is one 32-bit lane. Masked, it is the pair of 16-bit numbers (R, B); shifted, the pair (G, A). A dot product of
// pairs then gives a weighted sum in 32 bits, exact, with no shuffling of channels: alpha is weighed with 0.

// @ts-ignore: decorator
@inline function redBlue(pixels: v128): v128 {
  return v128.and(pixels, i32x4.splat(0x00ff00ff));
}

// @ts-ignore: decorator
@inline function greenAlpha(pixels: v128): v128 {
  return i16x8.shr_u(pixels, 8);
}

// @ts-ignore: decorator
@inline function weigh(rb: v128, ga: v128, red: i32, green: i32, blue: i32, bias: i32): v128 {
  const sum = i32x4.add(
    i32x4.dot_i16x8_s(rb, i32x4.splat((blue << 16) | (red & 0xffff))),
    i32x4.dot_i16x8_s(ga, i32x4.splat(green & 0xffff)),
  );
  return i32x4.add(sum, i32x4.splat(bias));
}

// @ts-ignore: decorator
@inline function luma(pixels: v128): v128 {
  return i32x4.shr_s(weigh(redBlue(pixels), greenAlpha(pixels), 5983, 20127, 2032, (16 << 15) + (1 << 14)), 15);
}

/** Sixteen pixels to sixteen bytes of luma. */
// @ts-ignore: decorator
@inline function storeLuma(to: usize, a: v128, b: v128, c: v128, d: v128): void {
  v128.store(to, i8x16.narrow_i16x8_u(i16x8.narrow_i32x4_s(luma(a), luma(b)), i16x8.narrow_i32x4_s(luma(c), luma(d))));
}

/** From eight sums of two pixels, one above the other, to four sums of two by two: the even lanes and the odd ones. */
// @ts-ignore: decorator
@inline function sumNeighbours(left: v128, right: v128): v128 {
  return i16x8.add(v128.shuffle<i32>(left, right, 0, 2, 4, 6), v128.shuffle<i32>(left, right, 1, 3, 5, 7));
}

// @ts-ignore: decorator
@inline function storeChroma(to: usize, left: v128, right: v128): void {
  const wide = i16x8.narrow_i32x4_s(i32x4.shr_s(left, 17), i32x4.shr_s(right, 17));
  v128.store64_lane(to, i8x16.narrow_i16x8_u(wide, wide), 0);
}

// @ts-ignore: decorator
@inline function blueness(rb: v128, ga: v128): v128 {
  return weigh(rb, ga, -3298, -11094, 14392, (128 << 17) + (1 << 16));
}

// @ts-ignore: decorator
@inline function redness(rb: v128, ga: v128): v128 {
  return weigh(rb, ga, 14392, -13072, -1320, (128 << 17) + (1 << 16));
}

// @ts-ignore: decorator
@inline function convertPair(upper: usize, lower: usize, y0: usize, y1: usize, u: usize, v: usize, width: usize): void {
  let x: usize = 0;
  for (; x + 16 <= width; x += 16) {
    const a0 = v128.load(upper + 4 * x), a1 = v128.load(upper + 4 * x, 16), a2 = v128.load(upper + 4 * x, 32), a3 = v128.load(upper + 4 * x, 48);
    const b0 = v128.load(lower + 4 * x), b1 = v128.load(lower + 4 * x, 16), b2 = v128.load(lower + 4 * x, 32), b3 = v128.load(lower + 4 * x, 48);
    storeLuma(y0 + x, a0, a1, a2, a3);
    storeLuma(y1 + x, b0, b1, b2, b3);
    const rbLeft = sumNeighbours(i16x8.add(redBlue(a0), redBlue(b0)), i16x8.add(redBlue(a1), redBlue(b1)));
    const gaLeft = sumNeighbours(i16x8.add(greenAlpha(a0), greenAlpha(b0)), i16x8.add(greenAlpha(a1), greenAlpha(b1)));
    const rbRight = sumNeighbours(i16x8.add(redBlue(a2), redBlue(b2)), i16x8.add(redBlue(a3), redBlue(b3)));
    const gaRight = sumNeighbours(i16x8.add(greenAlpha(a2), greenAlpha(b2)), i16x8.add(greenAlpha(a3), greenAlpha(b3)));
    storeChroma(u + (x >> 1), blueness(rbLeft, gaLeft), blueness(rbRight, gaRight));
    storeChroma(v + (x >> 1), redness(rbLeft, gaLeft), redness(rbRight, gaRight));
  }
  for (; x < width; x += 2) convertQuad(upper + 4 * x, lower + 4 * x, y0 + x, y1 + x, u + (x >> 1), v + (x >> 1));
}

/** Two by two pixels at the right edge, where sixteen no longer fit. */
function convertQuad(upper: usize, lower: usize, y0: usize, y1: usize, u: usize, v: usize): void {
  store<u8>(y0, scalarLuma(upper));
  store<u8>(y0 + 1, scalarLuma(upper + 4));
  store<u8>(y1, scalarLuma(lower));
  store<u8>(y1 + 1, scalarLuma(lower + 4));
  const red = channelSum(upper, lower), green = channelSum(upper + 1, lower + 1), blue = channelSum(upper + 2, lower + 2);
  store<u8>(u, ((-3298 * red - 11094 * green + 14392 * blue + (128 << 17) + (1 << 16)) >> 17) as u8);
  store<u8>(v, ((14392 * red - 13072 * green - 1320 * blue + (128 << 17) + (1 << 16)) >> 17) as u8);
}

function scalarLuma(pixel: usize): u8 {
  return ((5983 * <i32>load<u8>(pixel) + 20127 * <i32>load<u8>(pixel + 1) + 2032 * <i32>load<u8>(pixel + 2) + (16 << 15) + (1 << 14)) >> 15) as u8;
}

function channelSum(upper: usize, lower: usize): i32 {
  return <i32>load<u8>(upper) + <i32>load<u8>(upper + 4) + <i32>load<u8>(lower) + <i32>load<u8>(lower + 4);
}

/**
 * Converts pairs of rows.
 *
 * pixels, y, u, v: addresses of the first row of each; width: even; pairs: how many times two rows follow, each plane
 * without gaps between its rows.
 */
export function convertRows(pixels: usize, y: usize, u: usize, v: usize, width: usize, pairs: usize): void {
  const row = 4 * width, half = width >> 1;
  for (let i: usize = 0; i < pairs; i++) {
    convertPair(pixels, pixels + row, y, y + width, u, v, width);
    pixels += 2 * row;
    y += 2 * width;
    u += half;
    v += half;
  }
}
