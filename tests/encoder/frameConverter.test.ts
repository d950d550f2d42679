import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {buildConverter} from '../../src/encoder/convert/build.mjs';
import {convertReference} from '../../src/encoder/convert/reference';
import {FrameConverter} from '../../src/encoder/frameConverter';
import {seededRandom} from '../../src/math/seededRandom';
import {packageRoot} from '../../src/stage/packageRoot';

beforeAll(() => buildConverter(path.join(packageRoot(), '.build')));

function noise(width: number, height: number, seed: number): Uint8Array {
  const random = seededRandom(seed).next;
  return Uint8Array.from({length: width * height * 4}, (_, i) => (i % 4 === 3 ? 255 : Math.floor(random() * 256)));
}

/** BT.709 in limited range, in floating point, from the definition. */
function exactYuv([red, green, blue]: readonly number[]): number[] {
  const [r, g, b] = [red! / 255, green! / 255, blue! / 255];
  const y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return [16 + 219 * y, 128 + (224 * (b - y)) / 1.8556, 128 + (224 * (r - y)) / 1.5748];
}

describe('FrameConverter', () => {
  test.each([[2, 2], [16, 2], [18, 4], [30, 6], [64, 48], [130, 10], [1920, 8]])('convert() of %ix%i noise equals the reference byte for byte', (width, height) => {
    const frame = noise(width, height, width);
    expect(Buffer.from(new FrameConverter(width, height).convert(frame).bytes).equals(Buffer.from(convertReference(frame, width, height)))).toBe(true);
  });

  test('convert() of extremes never wraps around', () => {
    const frame = Uint8Array.from({length: 32 * 32 * 4}, (_, i) => (Math.floor(i / 4) * 7 + (i % 4)) % 3 === 0 ? 255 : 0);
    expect(Array.from(new FrameConverter(32, 32).convert(frame).bytes)).toEqual(Array.from(convertReference(frame, 32, 32)));
  });

  test('convert() keeps only what changed apart, through many frames and slots', () => {
    const [width, height] = [34, 40];
    const converter = new FrameConverter(width, height);
    const random = seededRandom(3).next;
    const frame = noise(width, height, 1);
    for (let i = 0; i < 60; i++) {
      // Some rows change, sometimes none, sometimes all.
      const rows = Math.floor(random() * 4) * Math.floor(random() * 12);
      const from = Math.floor(random() * (height - Math.min(rows, height - 1)));
      frame.subarray(from * width * 4, Math.min(height, from + rows) * width * 4).fill(i);
      const picture = converter.convert(frame);
      expect(Buffer.from(picture.bytes).equals(Buffer.from(convertReference(frame, width, height)))).toBe(true);
      picture.release();
    }
  });

  test('convert() of an equal frame hands out the same picture and says so', () => {
    const converter = new FrameConverter(16, 16);
    const first = converter.convert(noise(16, 16, 1));
    const second = converter.convert(noise(16, 16, 1));
    expect([first.changed, second.changed]).toEqual([true, false]);
    expect(second.bytes).toBe(first.bytes);
  });

  test('convert() leaves a picture that is still held as it was', () => {
    const converter = new FrameConverter(16, 16);
    const held = converter.convert(noise(16, 16, 1));
    const copy = Uint8Array.from(held.bytes);
    converter.convert(noise(16, 16, 2)).release();
    converter.convert(noise(16, 16, 3)).release();
    expect(held.bytes).toEqual(copy);
  });

  test('convert() when every picture is held says to await', () => {
    const converter = new FrameConverter(16, 16);
    for (const seed of [1, 2, 3, 4]) converter.convert(noise(16, 16, seed));
    expect(() => converter.convert(noise(16, 16, 5))).toThrow('await each write before the next');
  });

  test('convert() of a frame of another size names both sizes', () => {
    expect(() => new FrameConverter(16, 16).convert(new Uint8Array(100))).toThrow(new RangeError('Cannot convert a frame of 100 bytes: 16x16 RGBA takes 1024'));
  });
});

describe('convertReference()', () => {
  test('of pure red stores a luma of 63', () => {
    expect(convertReference(new Uint8Array([255, 0, 0, 255, 255, 0, 0, 255, 255, 0, 0, 255, 255, 0, 0, 255]), 2, 2)[0]).toBe(63);
  });

  test('of every colour on a lattice is the exact value rounded, within 1/100 of a step', () => {
    for (let i = 0; i < 9 ** 3; i++) {
      const colour = [i % 9, Math.floor(i / 9) % 9, Math.floor(i / 81)].map(step => Math.min(255, step * 32));
      const frame = new Uint8Array([1, 2, 3, 4].flatMap(() => [...colour, 255]));
      const [y, , , , u, v] = convertReference(frame, 2, 2);
      const exact = exactYuv(colour);
      for (const [k, value] of [y!, u!, v!].entries()) expect(Math.abs(value - exact[k]!)).toBeLessThanOrEqual(0.51);
    }
  });

  test('of grey has no colour', () => {
    for (let grey = 0; grey < 256; grey++) {
      expect(Array.from(convertReference(new Uint8Array(16).fill(grey), 2, 2).slice(4))).toEqual([128, 128]);
    }
  });
});
