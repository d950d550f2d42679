/**
 * The weights that turn red, green and blue into luma and chroma. In: BT.709's definition. Out: whole numbers, for the
 * arithmetic of reference.ts and of the SIMD module, which holds the same numbers as literals.
 *
 * Y = 0.2126 R + 0.7152 G + 0.0722 B;  Cb = (B - Y) / 1.8556;  Cr = (R - Y) / 1.5748. In limited range Y spans 219 steps
 * from 16, and Cb, Cr span 224 steps about 128. Weights are 2^15 times that; each chroma row sums to 0, so that grey has
 * no colour at all.
 *
 * @see ITU-R BT.709-6, sections 3 and 4
 */
export const lumaWeights = {red: 5983, green: 20127, blue: 2032} as const;
export const bluenessWeights = {red: -3298, green: -11094, blue: 14392} as const;
export const rednessWeights = {red: 14392, green: -13072, blue: -1320} as const;
