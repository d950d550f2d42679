import {describe, expect, it} from 'vitest';
import {
  doubleSmooth, lerp, linear, rushFrom, rushInto, smooth, thereAndBack, thereAndBackWithPause, wiggle,
} from '../../src/math/easing';

const oneWay = {smooth, linear, rushInto, rushFrom, doubleSmooth};
const returning = {thereAndBack, thereAndBackWithPause, wiggle: wiggle(2), wiggle3: wiggle(3)};
const times = Array.from({length: 101}, (_, i) => i / 100);

describe('every one-way easing', () => {
  it.each(Object.entries(oneWay))('%s() hits both ends, never turns back, and stays put outside', (_, ease) => {
    expect([ease(0), ease(1), ease(-0.1), ease(1.1)]).toEqual([0, 1, 0, 1]);
    times.slice(1).forEach((t, i) => expect(ease(t)).toBeGreaterThanOrEqual(ease(times[i])));
  });
});

describe('every returning easing', () => {
  it.each(Object.entries(returning))('%s() is 0 at both ends', (_, ease) => {
    expect(ease(0)).toBeCloseTo(0, 15);
    expect(ease(1)).toBeCloseTo(0, 15);
    expect(Math.max(...times.map(t => Math.abs(ease(t))))).toBeGreaterThan(0.5);
  });
});

describe('the definitions', () => {
  it('smooth() is the quintic, symmetric about its middle', () => {
    for (const t of times) {
      expect(smooth(t)).toBeCloseTo(t ** 3 * (10 - 15 * t + 6 * t * t), 14);
      expect(smooth(t) + smooth(1 - t)).toBeCloseTo(1, 14);
    }
  });

  it('rushInto() and rushFrom() are the two halves of smooth()', () => {
    for (const t of times) {
      expect(rushInto(t)).toBeCloseTo(2 * smooth(t / 2), 14);
      expect(rushFrom(t)).toBeCloseTo(2 * smooth((t + 1) / 2) - 1, 14);
    }
  });

  it('doubleSmooth() rests at the middle', () => {
    expect(doubleSmooth(0.5)).toBe(0.5);
    expect((doubleSmooth(0.501) - doubleSmooth(0.499)) / 0.002).toBeLessThan(1e-3);
  });

  it('thereAndBackWithPause() holds 1 for the middle third', () => {
    for (const t of [0.3334, 0.4, 0.5, 0.6, 0.6666]) expect(thereAndBackWithPause(t)).toBe(1);
    expect(thereAndBackWithPause(0.3)).toBeLessThan(1);
    expect(thereAndBack(0.5)).toBe(1);
  });

  it('wiggle(n) is thereAndBack times a sine of n half-waves', () => {
    for (const t of times) expect(wiggle(3)(t)).toBeCloseTo(thereAndBack(t) * Math.sin(3 * Math.PI * t), 14);
  });

  it('lerp() hits both ends exactly', () => {
    expect([lerp(0.1, 0.7, 0), lerp(0.1, 0.7, 1), lerp(2, 4, 0.5)]).toEqual([0.1, 0.7, 3]);
  });
});
