import {describe, expect, it} from 'vitest';
import {headingAlong} from '../../src/components/arrowGeometry';
import {centreOf, insideOutline, visibleSpan, type Corners} from '../../src/components/connectorGeometry';

function box(x: number, y: number, width: number, height: number, degrees = 0): Corners {
  const c = Math.cos((degrees * Math.PI) / 180);
  const s = Math.sin((degrees * Math.PI) / 180);
  const corner = (u: number, v: number) => ({x: x + u * c - v * s, y: y + u * s + v * c});
  return [corner(-width / 2, -height / 2), corner(width / 2, -height / 2), corner(width / 2, height / 2), corner(-width / 2, height / 2)];
}

describe('visibleSpan()', () => {
  it('visibleSpan() of two boxes side by side starts and ends on their facing edges', () => {
    const span = visibleSpan(box(0, 0, 100, 40), box(400, 0, 200, 40), 0)!;
    expect(span.start * 400).toBeCloseTo(50, 6);
    expect(span.end * 400).toBeCloseTo(300, 6);
  });

  it('visibleSpan() ends on the border of turned boxes and bent ways', () => {
    for (const bend of [0, 60, -100]) {
      const source = box(-200, 50, 120, 60, 20);
      const target = box(250, -120, 90, 140, -35);
      const span = visibleSpan(source, target, bend)!;
      const at = (share: number) => headingAlong(centreOf(source), centreOf(target), bend, share);
      expect(insideOutline(source, at(span.start - 1e-6))).toBe(true);
      expect(insideOutline(source, at(span.start + 1e-6))).toBe(false);
      expect(insideOutline(target, at(span.end + 1e-6))).toBe(true);
      expect(insideOutline(target, at(span.end - 1e-6))).toBe(false);
    }
  });

  it('visibleSpan() of overlapping boxes is null', () => {
    expect(visibleSpan(box(0, 0, 100, 100), box(20, 0, 100, 100), 0)).toBeNull();
  });
});
