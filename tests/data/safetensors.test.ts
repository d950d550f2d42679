import {describe, expect, it} from 'vitest';
import {brainToNumber, halfToNumber, numbersFromBytes} from '../../src/data/numberBytes';
import {safetensorsBytes, safetensorsPlaces, tensorsFromBytes} from '../../src/data/safetensors';

const header = (entries: object) => JSON.stringify(entries);
const tensor = (shape: number[], from: number, to: number, dtype = 'F32') => ({dtype, shape, data_offsets: [from, to]});

describe('tensorsFromBytes()', () => {
  it('reads what safetensorsBytes() wrote', () => {
    const tensors = new Map([
      ['a', {shape: [2, 2], data: Float32Array.of(1, 2.5, -3, 4)}],
      ['scalar', {shape: [], data: Float32Array.of(7)}],
      ['none', {shape: [0, 3], data: Float32Array.of()}],
    ]);
    expect(tensorsFromBytes(safetensorsBytes(tensors))).toEqual(tensors);
  });

  it('refuses a file that is cut or no safetensors file', () => {
    expect(() => tensorsFromBytes(new Uint8Array(4))).toThrow('it ends before the length of its header does');
    expect(() => tensorsFromBytes(new Uint8Array(9).fill(255))).toThrow('is longer than the format allows');
    expect(() => tensorsFromBytes(Uint8Array.of(9, 0, 0, 0, 0, 0, 0, 0, 123))).toThrow('it ends before its header does');
  });
});

describe('safetensorsPlaces()', () => {
  it('passes over metadata', () => {
    expect([...safetensorsPlaces(header({__metadata__: {format: 'pt'}, a: tensor([2], 0, 8)}), 8).keys()]).toEqual(['a']);
  });

  it.each<[string, string, number, string]>([
    ['no JSON', '{', 0, 'its header is not JSON'],
    ['a list', '[]', 0, 'its header is not a JSON object'],
    ['an unknown type', header({a: tensor([1], 0, 4, 'Q3')}), 4, 'tensor "a" has the unknown type "Q3"'],
    ['a size that does not match the shape', header({a: tensor([3, 2], 0, 20)}), 20, 'tensor "a" of shape 3×2 in F32 needs 24 bytes, its place has 20'],
    ['a negative shape', header({a: tensor([-1], 0, 4)}), 4, 'tensor "a" has the shape [-1]'],
    ['a place that runs backwards', header({a: tensor([1], 4, 0)}), 4, 'tensor "a" has the place [4,0]'],
    ['tensors that overlap', header({a: tensor([2], 0, 8), b: tensor([1], 4, 8)}), 8, 'tensor "b" begins at 4, where 8 was expected'],
    ['a gap', header({a: tensor([1], 4, 8)}), 8, 'tensor "a" begins at 4, where 0 was expected'],
    ['data cut short', header({a: tensor([2], 0, 8)}), 4, 'its tensors need 8 bytes, 4 follow the header'],
    ['data left over', header({a: tensor([1], 0, 4)}), 8, '4 bytes follow its last tensor'],
  ])('refuses %s', (_, json, bytes, message) => {
    expect(() => safetensorsPlaces(json, bytes)).toThrow(message);
  });
});

describe('halfToNumber() and brainToNumber()', () => {
  it('give the values that the standard names', () => {
    expect([0x0000, 0x0001, 0x03ff, 0x0400, 0x3555, 0x3c00, 0xc000, 0x7bff, 0x7c00].map(halfToNumber)).toEqual(
      [0, 2 ** -24, 1023 * 2 ** -24, 2 ** -14, 0.333251953125, 1, -2, 65504, Infinity],
    );
    expect(halfToNumber(0x7e00)).toBeNaN();
    expect([0x3f80, 0xc040, 0x0000].map(brainToNumber)).toEqual([1, -3, 0]);
  });

  it('numbersFromBytes() reads from the middle of a larger buffer', () => {
    const bytes = new Uint8Array([9, 0, 0, 0x80, 0x3f, 9]).subarray(1, 5);
    expect([...numbersFromBytes(bytes, 'F32')]).toEqual([1]);
    expect([...numbersFromBytes(Uint8Array.of(0xff, 0x7f), 'I8')]).toEqual([-1, 127]);
    expect([...numbersFromBytes(Uint8Array.of(1, 2), 'I16', false)]).toEqual([258]);
  });
});
