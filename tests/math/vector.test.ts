import {describe, expect, it} from 'vitest';
import {seededRandom} from '../../src/math/seededRandom';
import {
  add, angleDegrees, coordinates, cosine, distance, dot, mean, norm, normalize, orthonormalize, projection, scale,
  subtract, weightedSum,
} from '../../src/math/vector';

const random = seededRandom('vectors');
const draw = (length: number) => Array.from({length}, () => random.normal());
const samples = Array.from({length: 20}, () => [draw(7), draw(7)] as const);

describe('dot(), norm() and cosine()', () => {
  it('dot() is norm times norm times cosine', () => {
    for (const [a, b] of samples) expect(dot(a, b)).toBeCloseTo(norm(a) * norm(b) * cosine(a, b), 12);
  });

  it('norm() neither overflows nor vanishes', () => {
    expect(norm([3e200, 4e200])).toBeCloseTo(5e200, -190);
    expect(norm([3e-200, 4e-200]) / 5e-200).toBeCloseTo(1, 12);
    expect(norm([])).toBe(0);
  });

  it('dot() of unequal lengths names both', () => {
    expect(() => dot([1, 2, 3], [1, 2])).toThrow('a 3-vector and a 2-vector: they must be equally long');
  });

  it('cosine() never leaves -1..1 and refuses a zero vector', () => {
    for (const [a] of samples) expect(Math.abs(cosine(a, scale(a, 3)))).toBeLessThanOrEqual(1);
    expect(() => cosine([0, 0], [1, 0])).toThrow('points nowhere');
  });
});

describe('angleDegrees()', () => {
  it('is 0, 90 and 180 for same, right and opposite', () => {
    expect(angleDegrees([2, 0], [5, 0])).toBe(0);
    expect(angleDegrees([1, 0], [0, 2])).toBeCloseTo(90, 12);
    expect(angleDegrees([1, 1], [-2, -2])).toBeCloseTo(180, 12);
  });

  it('sees a millionth of a degree, which acos of a cosine cannot', () => {
    const tiny = (1e-6 * Math.PI) / 180;
    expect(angleDegrees([1, 0], [Math.cos(tiny), Math.sin(tiny)]) / 1e-6).toBeCloseTo(1, 6);
  });
});

describe('projection()', () => {
  it('leaves a rest at a right angle to the direction', () => {
    for (const [a, b] of samples) expect(dot(subtract(a, projection(a, b).vector), b)).toBeCloseTo(0, 11);
  });

  it('of a vector on itself is itself', () => {
    expect(projection([3, 4], [3, 4])).toEqual({vector: [3, 4], factor: 1});
    expect(() => projection([1], [0])).toThrow('points nowhere');
  });
});

describe('orthonormalize()', () => {
  it('gives unit axes at right angles that keep the first direction', () => {
    const axes = orthonormalize([draw(5), draw(5), draw(5)]);
    axes.forEach((a, i) => axes.forEach((b, j) => expect(dot(a, b)).toBeCloseTo(i === j ? 1 : 0, 12)));
    expect(orthonormalize([[2, 0], [1, 1]])).toEqual([[1, 0], [0, 1]]);
  });

  it('refuses a direction that adds no axis', () => {
    expect(() => orthonormalize([[1, 2], [2, 4]])).toThrow('Direction 2 lies in the span of those before it');
  });
});

describe('weightedSum(), mean(), add(), coordinates() and distance()', () => {
  it('mix as arithmetic does', () => {
    expect(weightedSum([2, 1], [[1, 0], [0, 1]])).toEqual([2, 1]);
    expect(mean([[0, 0], [2, 4]])).toEqual([1, 2]);
    expect(add([1, 2], [3, 4])).toEqual([4, 6]);
    expect(coordinates([[1, 0], [0, 2]], [3, 4])).toEqual([3, 8]);
    expect(distance([1, 1], [4, 5])).toBe(5);
    expect(norm(normalize([5, 12]))).toBeCloseTo(1, 15);
    expect(() => weightedSum([1], [])).toThrow('Cannot mix 0 vectors by 1 weights');
  });
});
