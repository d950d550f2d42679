import {describe, expect, test} from 'vitest';
import {canonicalJson, chunkKey} from '../../src/farm/chunkKey';

describe('chunkKey()', () => {
  test('of equal records in another order is equal', () => {
    expect(chunkKey({b: {y: 1, x: [1, {q: 1, p: 2}]}, a: 'é'})).toBe(chunkKey({a: 'é', b: {x: [1, {p: 2, q: 1}], y: 1}}));
  });

  test('does not see values that are undefined', () => {
    expect(chunkKey({a: 1, b: undefined})).toBe(chunkKey({a: 1}));
  });

  test('of any other value, order of a list, name or type is another', () => {
    const records = [{a: 1}, {a: '1'}, {a: [1]}, {a: true}, {a: null}, {b: 1}, {a: {}}, {a: []}, {a: [1, 2]}, {a: [2, 1]}, {a: [1, undefined]}, {a: 1.5}, {a: {b: 1}}, {'a.b': 1}, {a: 'b":1'}];
    expect(new Set(records.map(chunkKey)).size).toBe(records.length);
  });

  test('is 64 hexadecimal digits', () => {
    expect(chunkKey({})).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    [{settings: {crf: NaN}}, 'Cannot key a chunk by record.settings.crf: NaN is not a number that JSON can hold'],
    [{list: [1, Infinity]}, 'Cannot key a chunk by record.list[1]: Infinity is not a number that JSON can hold'],
    [{made: new Date(0)}, 'Cannot key a chunk by record.made: it takes plain values, and this is a Date'],
    [{draw: () => 1}, 'Cannot key a chunk by record.draw: it takes plain values, and this is a function'],
  ])('of %o says what it cannot take', (record, message) => {
    expect(() => chunkKey(record)).toThrow(new TypeError(message));
  });

  test('reads negative zero as zero, as JSON does', () => {
    expect(canonicalJson({a: -0})).toBe('{"a":0}');
  });
});
