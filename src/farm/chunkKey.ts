/** The name of a chunk: one hash of everything that decides its bytes. In: a plain record. Out: 64 hexadecimal digits. */
import {createHash} from 'node:crypto';

/** What a key may be made of: JSON, with absent values left out. */
export type Keyed = string | number | boolean | null | undefined | readonly Keyed[] | {readonly [name: string]: Keyed};

/**
 * Hashes a record.
 *
 * Law: records that are equal value by value have equal keys, in whatever order their names were set; a value that is
 * absent and one that is undefined are the same.
 *
 * @param record - plain values only
 * @returns SHA-256 of the record's canonical JSON, hexadecimal
 * @throws TypeError `Cannot key a chunk by settings.crf: NaN is not a number that JSON can hold`
 * @example chunkKey({b: 1, a: [2]}) === chunkKey({a: [2], b: 1})  // true
 */
export function chunkKey(record: object): string {
  return createHash('sha256').update(canonicalJson(record)).digest('hex');
}

/** Writes JSON with the names of each object in order of their code units (after RFC 8785). */
export function canonicalJson(value: unknown, place = 'record'): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`Cannot key a chunk by ${place}: ${value} is not a number that JSON can hold`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item, i) => (item === undefined ? 'null' : canonicalJson(item, `${place}[${i}]`))).join(',')}]`;
  if (typeof value !== 'object' || ![Object.prototype, null].includes(Object.getPrototypeOf(value))) {
    throw new TypeError(`Cannot key a chunk by ${place}: it takes plain values, and this is ${describe(value)}`);
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, item]) => `${JSON.stringify(name)}:${canonicalJson(item, `${place}.${name}`)}`).join(',')}}`;
}

function describe(value: unknown): string {
  return typeof value === 'object' ? `a ${value?.constructor.name ?? 'value'}` : `a ${typeof value}`;
}
