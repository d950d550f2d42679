import {describe, expect, it} from 'vitest';
import {arrowOutline, boxReach, headingAlong, labelCentre, wayLength, type ArrowLook, type LabelSide} from '../../src/components/arrowGeometry';
import type {XY} from '../../src/components/coordinates';

const look: ArrowLook = {thickness: 8, headLength: 30, headWidth: 28, bendDegrees: 0};
const origin = {x: 0, y: 0};


/** Distance of the arrow's outline from a box: 0 when they touch. */
function clearance(outline: XY[], centre: XY, box: {width: number; height: number}): number {
  const inside = (p: XY) => Math.abs(p.x - centre.x) < box.width / 2 && Math.abs(p.y - centre.y) < box.height / 2;
  let least = Infinity;
  outline.forEach((a, index) => {
    const b = outline[(index + 1) % outline.length];
    for (let step = 0; step <= 40; step++) {
      const p = {x: a.x + ((b.x - a.x) * step) / 40, y: a.y + ((b.y - a.y) * step) / 40};
      if (inside(p)) least = 0;
      const outX = Math.max(0, Math.abs(p.x - centre.x) - box.width / 2);
      const outY = Math.max(0, Math.abs(p.y - centre.y) - box.height / 2);
      least = Math.min(least, Math.hypot(outX, outY));
    }
  });
  return least;
}

describe('arrowOutline()', () => {
  it('arrowOutline() puts the tip exactly on the end, straight and bent', () => {
    for (const bendDegrees of [0, 40, -90, 180, 300]) {
      const outline = arrowOutline({x: -30, y: 12}, {x: 200, y: -77}, {...look, bendDegrees});
      const nearest = Math.min(...outline.map(p => Math.hypot(p.x - 200, p.y + 77)));
      expect(nearest).toBeLessThan(1e-9);
    }
  });

  it('arrowOutline() joins the head to the shaft: the neck lies between the barbs and the tip', () => {
    const outline = arrowOutline(origin, {x: 300, y: 0}, look);
    const xs = outline.map(p => p.x);
    expect(xs[1]).toBeGreaterThan(xs[2]);
    expect(xs[1]).toBeLessThan(xs[3]);
    expect(outline).toHaveLength(7);
  });

  it('arrowOutline() of a short arrow scales its head down to 42 % of the length', () => {
    const outline = arrowOutline(origin, {x: 20, y: 0}, look);
    const back = Math.min(...[outline[2].x, outline[4].x]);
    expect(20 - back).toBeCloseTo(8.4, 9);
  });

  it('arrowOutline() of no length and of no growth is empty', () => {
    expect(arrowOutline(origin, origin, look)).toEqual([]);
    expect(arrowOutline(origin, {x: 10, y: 0}, look, 0)).toEqual([]);
  });

  it('arrowOutline() half grown has its tip half way along the arc', () => {
    const bent = {...look, bendDegrees: 180};
    const tip = headingAlong(origin, {x: 200, y: 0}, 180, 0.5);
    expect(tip.y).toBeCloseTo(-100, 9);
    const outline = arrowOutline(origin, {x: 200, y: 0}, bent, 0.5);
    expect(Math.min(...outline.map(p => Math.hypot(p.x - tip.x, p.y - tip.y)))).toBeLessThan(1e-9);
  });
});

describe('headingAlong()', () => {
  it('headingAlong() of a positive bend passes left of travel: up on screen for a step to the right', () => {
    expect(headingAlong(origin, {x: 10, y: 0}, 60, 0.5).y).toBeLessThan(0);
  });

  it('headingAlong() runs in the direction in which the place moves', () => {
    for (const bend of [0, 70, -200]) {
      const a = headingAlong({x: 5, y: 9}, {x: -80, y: 40}, bend, 0.3);
      const b = headingAlong({x: 5, y: 9}, {x: -80, y: 40}, bend, 0.3001);
      const length = Math.hypot(b.x - a.x, b.y - a.y);
      expect((b.x - a.x) / length).toBeCloseTo(a.dx, 3);
      expect((b.y - a.y) / length).toBeCloseTo(a.dy, 3);
    }
  });

  it('wayLength() of a half circle is its diameter times pi / 2', () => {
    expect(wayLength(origin, {x: 2, y: 0}, 180)).toBeCloseTo(Math.PI, 9);
  });
});

describe('labelCentre()', () => {
  it('labelCentre() keeps its box off the arrow at every angle, bend and side', () => {
    const sides: LabelSide[] = ['tip', 'tail', 'left', 'right', 'above', 'below', 'outer'];
    for (const bendDegrees of [0, 50, -120]) {
      for (let degrees = 0; degrees < 360; degrees += 15) {
        const to = {x: 220 * Math.cos((degrees * Math.PI) / 180), y: 220 * Math.sin((degrees * Math.PI) / 180)};
        for (const side of sides) {
          const bent = {...look, bendDegrees};
          const box = {width: 130, height: 44};
          const centre = labelCentre(origin, to, bent, box, side, 6);
          expect(clearance(arrowOutline(origin, to, bent), centre, box), `${side} at ${degrees}, bend ${bendDegrees}`).toBeGreaterThan(3);
        }
      }
    }
  });

  it('labelCentre() aside of the tip keeps its box off a straight arrow and off a step that goes on', () => {
    for (const degrees of [0, 20, 45, 60, 120, 160, 180, 200, 240, 300, 330]) {
      const to = {x: 220 * Math.cos((degrees * Math.PI) / 180), y: 220 * Math.sin((degrees * Math.PI) / 180)};
      const box = {width: 130, height: 44};
      const centre = labelCentre(origin, to, look, box, 'aside', 6);
      expect(clearance(arrowOutline(origin, to, look), centre, box), `at ${degrees}`).toBeGreaterThan(3);
      expect(clearance(arrowOutline(to, {x: 2 * to.x, y: 2 * to.y}, look), centre, box), `at ${degrees}`).toBeGreaterThan(3);
    }
  });

  it('labelCentre() above is above for every arrow that is not steep', () => {
    for (const degrees of [0, 30, 150, 180, 210, 330]) {
      const to = {x: 100 * Math.cos((degrees * Math.PI) / 180), y: 100 * Math.sin((degrees * Math.PI) / 180)};
      expect(labelCentre(origin, to, look, {width: 40, height: 20}, 'above', 4).y).toBeLessThan(to.y / 2);
    }
  });

  it('labelCentre() never jumps while an arrow turns once around', () => {
    const box = {width: 130, height: 44};
    const tail = {x: 40, y: -90};
    for (const side of ['tip', 'tail', 'aside', 'left', 'right', 'above', 'below', 'outer'] as const) {
      let before: XY | null = null;
      for (let step = 0; step <= 3600; step++) {
        const angle = (step * Math.PI) / 1800;
        const to = {x: tail.x + 220 * Math.cos(angle), y: tail.y + 220 * Math.sin(angle)};
        const centre = labelCentre(tail, to, look, box, side, 6);
        if (before !== null) expect(Math.hypot(centre.x - before.x, centre.y - before.y), `${side} at ${step / 10} degrees`).toBeLessThan(12);
        before = centre;
      }
    }
  });

  it('labelCentre() of an arrow without length is finite', () => {
    const centre = labelCentre(origin, origin, look, {width: 40, height: 20}, 'tip', 4);
    expect(Number.isFinite(centre.x) && Number.isFinite(centre.y)).toBe(true);
  });

  it('boxReach() of a square along its diagonal reaches its corner', () => {
    expect(boxReach({width: 2, height: 2}, {x: Math.SQRT1_2, y: Math.SQRT1_2})).toBeCloseTo(Math.SQRT2, 9);
  });

  it('clearance() of this test sees a box that lies on the shaft', () => {
    expect(clearance(arrowOutline(origin, {x: 200, y: 0}, look), {x: 100, y: 0}, {width: 40, height: 20})).toBe(0);
  });
});
