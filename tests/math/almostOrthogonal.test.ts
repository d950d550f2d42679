import {describe, expect, it} from 'vitest';
import {
  angleReport, randomDirections, shareNearRightAngle, spreadDirections, welchBound, welchDegrees,
} from '../../src/math/almostOrthogonal';
import {roundTo} from '../../src/math/formatNumber';

describe('welchBound()', () => {
  it('says that 10,000 vectors in 100 dimensions have a pair at least 5.71° off', () => {
    expect(roundTo(welchBound(10_000, 100), 4)).toBe(0.0995);
    expect(roundTo(welchDegrees(10_000, 100), 2)).toBe(5.71);
    expect(roundTo(welchDegrees(1e6, 12_288), 3)).toBe(0.514);
  });

  it('is 0 where right angles fit', () => {
    expect([welchBound(3, 3), welchBound(1, 1)]).toEqual([0, 0]);
    expect(() => welchBound(3, 0)).toThrow('No bound for 3 vectors in 0 dimensions');
  });
});

describe('randomDirections() and angleReport()', () => {
  it('have pair angles of the known spread about 90°', () => {
    const report = angleReport(randomDirections(500, 100, 'pairs'));
    expect(report.pairs).toBe(124_750);
    expect(report.counts).toHaveLength(180);
    expect(report.counts.reduce((a, b) => a + b)).toBe(report.pairs);
    expect(Math.abs(shareNearRightAngle(report, 1) - 0.139)).toBeLessThan(0.01);
  });

  it('shows a copy and an opposite as they are', () => {
    const report = angleReport([[1, 0], [1, 0], [-1, 0], [0, 1]]);
    expect([report.minDegrees, report.maxDegrees, report.maxAbsCosine]).toEqual([0, 180, 1]);
    expect([report.counts[0], report.counts[90], report.counts[179]]).toEqual([1, 3, 2]);
  });
});

describe('spreadDirections()', () => {
  const start = randomDirections(60, 12, 'spread');
  const spread = spreadDirections(start, {steps: 150});

  it('brings the worst pair nearer to a right angle, never under the Welch bound', () => {
    const [before, after] = [angleReport(start).maxAbsCosine, angleReport(spread).maxAbsCosine];
    expect(after).toBeLessThan(0.75 * before);
    expect(after).toBeGreaterThanOrEqual(welchBound(60, 12));
  });

  it('keeps unit length and does not collapse', () => {
    for (const vector of spread) expect(Math.hypot(...vector)).toBeCloseTo(1, 12);
    expect(angleReport(spread).minDegrees).toBeGreaterThan(45);
  });

  it('gives the same arrangement again, and is never worse than its start', () => {
    expect(spreadDirections(start, {steps: 3})).toEqual(spreadDirections(start, {steps: 3}));
    const right = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];
    expect(spreadDirections(right)).toEqual(right);
  });
});
