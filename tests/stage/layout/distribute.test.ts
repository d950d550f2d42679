import {expect, test} from 'vitest';
import {aspectRatio} from '../../../src/stage/layout/aspectRatio';
import {distribute} from '../../../src/stage/layout/distribute';
import {percentOf, toUnits} from '../../../src/stage/layout/units';

const forwards = {reverse: false, leftIsStart: true};
const offsets = (alignment: string, free: number, count: number, axis = forwards): number[] =>
  Array.from({length: count}, (_, index) => distribute(alignment, free, count, axis)(index));

test('distribute() loses no unit to rounding, as measured in Chromium', () => {
  expect(offsets('space-between', 5953, 7)).toEqual([0, 992, 1984, 2977, 3969, 4961, 5953]);
  expect(offsets('space-around', 5952, 7)).toEqual([425, 1275, 2126, 2976, 3826, 4676, 5527]);
  expect(offsets('space-evenly', 6144, 4)).toEqual([1228, 2457, 3686, 4914]);
});

test('distribute() on overflow starts spaced items at the physical start', () => {
  expect(offsets('space-around', -10, 2)).toEqual([0, 0]);
  expect(offsets('space-around', -10, 2, {reverse: true, leftIsStart: true})).toEqual([-10, -10]);
  expect(offsets('center', -69, 2)).toEqual([-34, -34]);
});

test('aspectRatio() is exact in 1/64 and else the shortest fraction within a millionth', () => {
  expect(aspectRatio(1.5, 1)).toEqual({inline: 96, block: 64});
  expect(aspectRatio(16 / 9, 1)).toEqual({inline: 16, block: 9});
  expect(aspectRatio(0, 1)).toBeNull();
});

test('toUnits() and percentOf() truncate', () => {
  expect(toUnits(57.6)).toBe(3686);
  expect(toUnits(-0.02)).toBe(-1);
  expect(percentOf(100 * 64, 33.333)).toBe(2133);
});
