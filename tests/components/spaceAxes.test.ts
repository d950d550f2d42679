import {describe, expect, it} from 'vitest';
import {readWords, viewOfSpace} from '../../src/components/spaceAxes';
import {seededRandom} from '../../src/math/seededRandom';

const random = seededRandom('space');
const table = {words: ['a', 'b', 'c', 'd', 'e'], vectors: Array.from({length: 5}, () => Array.from({length: 8}, () => random.normal()))};
const length = (point: readonly number[]) => Math.hypot(...point);

describe('viewOfSpace()', () => {
  it('viewOfSpace() draws the farthest word at the reach and none beyond', () => {
    const view = viewOfSpace(table, 'principal', {reach: 3.2});
    const lengths = table.vectors.map(vector => length(view.place(vector)));
    expect(Math.max(...lengths)).toBeCloseTo(3.2, 9);
  });

  it('viewOfSpace() is one linear map: a step drawn from one tip to another is the step of the model', () => {
    for (const axes of ['principal', [table.vectors[0], table.vectors[1]]] as const) {
      const view = viewOfSpace(table, axes, {reach: 3});
      const [a, b] = table.vectors;
      const drawn = view.place(b).map((entry, axis) => entry - view.place(a)[axis]);
      const step = view.placeStep(b.map((entry, axis) => entry - a[axis]));
      drawn.forEach((entry, axis) => expect(entry).toBeCloseTo(step[axis], 9));
    }
  });

  it('viewOfSpace() along given directions keeps their lengths and angles', () => {
    const view = viewOfSpace({words: [], vectors: []}, [[0, 0, 2, 0], [1, 0, 1, 0]], {reach: 3, scale: 1});
    expect(view.placeStep([0, 0, 5, 0])).toEqual([5, 0, 0]);
    expect(length(view.placeStep([3, 0, 4, 0]))).toBeCloseTo(5, 9);
  });

  it('viewOfSpace() measures what the three axes keep', () => {
    const kept = viewOfSpace(table, 'principal', {reach: 3}).keptShare!;
    expect(kept).toBeGreaterThan(0.5);
    expect(kept).toBeLessThanOrEqual(1 + 1e-12);
    expect(viewOfSpace(table, 'given', {reach: 3}).keptShare).toBeNull();
  });

  it('viewOfSpace() of words in three numbers or two fills what is missing with 0', () => {
    expect(viewOfSpace(readWords({one: [1, 2]}), 'given', {reach: 3, scale: 1}).place([1, 2])).toEqual([1, 2, 0]);
  });

  it('viewOfSpace() refuses four directions and unknown words', () => {
    expect(() => viewOfSpace(table, [[1], [1], [1], [1]], {reach: 1})).toThrow('a basis has 1 to 3 directions, not 4');
    expect(() => viewOfSpace(table, 'principal', {reach: 1, over: ['z']})).toThrow('No vector for "z"');
  });
});
