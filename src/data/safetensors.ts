/**
 * The safetensors format: a JSON header that places named tensors, then their bytes.
 * Header bytes come in, checked places go out. Safe in scenes; files are opened by readSafetensors.ts.
 */
import type {NumberType} from './numberBytes';
import {bytesOf, numbersFromBytes} from './numberBytes';

/** A named block of numbers. Row-major: the last index runs fastest. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float32Array | Float64Array;
}

/** Tensors by name. */
export type TensorMap = ReadonlyMap<string, Tensor>;

/** Where a tensor lies, in bytes from the end of the header. */
export interface TensorPlace {
  readonly type: NumberType;
  readonly shape: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** The longest header that the format allows. */
export const maxHeaderBytes = 100_000_000;

/**
 * The length of the JSON header, from the first 8 bytes.
 *
 * @throws RangeError "a header of 5,000,000,000 bytes is longer than the format allows"
 */
export function safetensorsHeaderLength(firstBytes: Uint8Array): number {
  if (firstBytes.length < 8) throw new RangeError('it ends before the length of its header does');
  const length = new DataView(firstBytes.buffer, firstBytes.byteOffset, 8).getBigUint64(0, true);
  if (length > BigInt(maxHeaderBytes)) {
    throw new RangeError(`a header of ${length.toLocaleString('en-US')} bytes is longer than the format allows`);
  }
  return Number(length);
}

/**
 * Reads and checks the header: known types, sizes that match shapes, and places that cover the data without overlap.
 *
 * @param json - the header's text
 * @param dataBytes - how many bytes follow the header
 * @throws RangeError "tensor "wte.weight" of shape 3×2 in F32 needs 24 bytes, its place has 20"
 * @see https://huggingface.co/docs/safetensors (format)
 */
export function safetensorsPlaces(json: string, dataBytes: number): Map<string, TensorPlace> {
  let header: unknown;
  try {
    header = JSON.parse(json);
  } catch {
    throw new RangeError('its header is not JSON');
  }
  if (typeof header !== 'object' || header === null || Array.isArray(header)) throw new RangeError('its header is not a JSON object');
  const places = new Map<string, TensorPlace>();
  for (const [name, entry] of Object.entries(header)) {
    if (name !== '__metadata__') places.set(name, tensorPlace(name, entry));
  }
  requireCover(places, dataBytes);
  return places;
}

/** Reads a whole safetensors file that is in memory already. @throws RangeError saying what is wrong */
export function tensorsFromBytes(bytes: Uint8Array): TensorMap {
  const length = safetensorsHeaderLength(bytes);
  if (bytes.length < 8 + length) throw new RangeError('it ends before its header does');
  const data = bytes.subarray(8 + length);
  const places = safetensorsPlaces(new TextDecoder().decode(bytes.subarray(8, 8 + length)), data.length);
  const tensors = new Map<string, Tensor>();
  for (const [name, {type, shape, from, to}] of places) {
    tensors.set(name, {shape, data: numbersFromBytes(data.subarray(from, to), type)});
  }
  return tensors;
}

/** Writes tensors as a safetensors file in F32, names in order. Law: tensorsFromBytes(safetensorsBytes(t)) holds t. */
export function safetensorsBytes(tensors: TensorMap): Uint8Array {
  const header: Record<string, unknown> = {};
  let end = 0;
  for (const [name, {shape, data}] of tensors) header[name] = {dtype: 'F32', shape, data_offsets: [end, (end += 4 * data.length)]};
  const text = new TextEncoder().encode(JSON.stringify(header));
  const padded = Math.ceil(text.length / 8) * 8;
  const bytes = new Uint8Array(8 + padded + end).fill(32, 8, 8 + padded);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(padded), true);
  bytes.set(text, 8);
  let offset = 8 + padded;
  for (const {data} of tensors.values()) for (const value of data) view.setFloat32((offset += 4) - 4, value, true);
  return bytes;
}

function tensorPlace(name: string, entry: unknown): TensorPlace {
  const {dtype, shape, data_offsets: offsets} = (entry ?? {}) as Record<string, unknown>;
  if (typeof dtype !== 'string' || !(dtype in bytesOf)) throw new RangeError(`tensor "${name}" has the unknown type ${JSON.stringify(dtype)}`);
  if (!isCounts(shape)) throw new RangeError(`tensor "${name}" has the shape ${JSON.stringify(shape)}`);
  if (!isCounts(offsets) || offsets.length !== 2 || offsets[1] < offsets[0]) {
    throw new RangeError(`tensor "${name}" has the place ${JSON.stringify(offsets)}`);
  }
  const type = dtype as NumberType;
  const needed = shape.reduce((product, size) => product * size, bytesOf[type]);
  const [from, to] = offsets;
  if (to - from !== needed) {
    throw new RangeError(`tensor "${name}" of shape ${shape.join('×')} in ${type} needs ${needed} bytes, its place has ${to - from}`);
  }
  return {type, shape, from, to};
}

function requireCover(places: ReadonlyMap<string, TensorPlace>, dataBytes: number): void {
  let end = 0;
  for (const [name, place] of [...places].sort((a, b) => a[1].from - b[1].from)) {
    if (place.from !== end) throw new RangeError(`tensor "${name}" begins at ${place.from}, where ${end} was expected`);
    end = place.to;
  }
  if (end > dataBytes) throw new RangeError(`its tensors need ${end} bytes, ${dataBytes} follow the header`);
  if (end < dataBytes) throw new RangeError(`${dataBytes - end} bytes follow its last tensor`);
}

function isCounts(value: unknown): value is number[] {
  return Array.isArray(value) && value.every(each => Number.isSafeInteger(each) && each >= 0);
}
