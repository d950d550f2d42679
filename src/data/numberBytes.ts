/**
 * Numbers as other programs store them: the types of NumPy and safetensors, in either byte order.
 * Bytes come in, JavaScript numbers go out. Safe in scenes.
 */

/** A stored number type. */
export type NumberType = 'F16' | 'BF16' | 'F32' | 'F64' | 'I8' | 'U8' | 'I16' | 'I32' | 'I64';

/** Bytes a number. */
export const bytesOf: Readonly<Record<NumberType, number>> = {F16: 2, BF16: 2, F32: 4, F64: 8, I8: 1, U8: 1, I16: 2, I32: 4, I64: 8};

type ReadOne = (view: DataView, offset: number, little: boolean) => number;

const readers: Readonly<Record<NumberType, ReadOne>> = {
  F16: (view, offset, little) => halfToNumber(view.getUint16(offset, little)),
  BF16: (view, offset, little) => brainToNumber(view.getUint16(offset, little)),
  F32: (view, offset, little) => view.getFloat32(offset, little),
  F64: (view, offset, little) => view.getFloat64(offset, little),
  I8: (view, offset) => view.getInt8(offset),
  U8: (view, offset) => view.getUint8(offset),
  I16: (view, offset, little) => view.getInt16(offset, little),
  I32: (view, offset, little) => view.getInt32(offset, little),
  I64: (view, offset, little) => Number(view.getBigInt64(offset, little)),
};

/**
 * Reads all numbers of a stretch of bytes.
 *
 * @param bytes - a whole number of numbers
 * @param little - whether the low byte comes first, default true
 * @returns float64 for F64, I32 and I64 (exact up to 2^53), float32 for the rest, which it holds exactly
 */
export function numbersFromBytes(bytes: Uint8Array, type: NumberType, little = true): Float32Array | Float64Array {
  const size = bytesOf[type];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wide = type === 'F64' || type === 'I64' || type === 'I32';
  const numbers = wide ? new Float64Array(bytes.length / size) : new Float32Array(bytes.length / size);
  const read = readers[type];
  for (let i = 0; i < numbers.length; i++) numbers[i] = read(view, i * size, little);
  return numbers;
}

/** IEEE 754 half precision: 1 sign bit, 5 exponent bits, 10 fraction bits. @example halfToNumber(0x3c00)  // 1 */
export function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

const scratch = new DataView(new ArrayBuffer(4));

/** bfloat16: the upper half of a float32. @example brainToNumber(0x3f80)  // 1 */
export function brainToNumber(bits: number): number {
  scratch.setUint32(0, bits << 16);
  return scratch.getFloat32(0);
}
