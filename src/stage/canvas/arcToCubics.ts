/**
 * Turns an SVG elliptical arc into cubic Bézier curves, as browsers do before they measure or draw one.
 *
 * Points are 32-bit floats and matrices doubles, as in Blink: an arc's length hangs on each rounding in between.
 */

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The arguments of the path command `A`: radii and end point in px, rotation in degrees. */
export interface EllipticalArc {
  readonly rx: number;
  readonly ry: number;
  readonly rotation: number;
  readonly large: boolean;
  readonly sweep: boolean;
  readonly x: number;
  readonly y: number;
}

/** One cubic Bézier curve without its start: two control points and the end. */
export type CubicTail = readonly [Point, Point, Point];

/**
 * Converts an arc to cubics of at most a quarter turn each.
 *
 * @param from - where the arc starts, px
 * @param arc - the arguments of `A`
 * @returns cubics in drawing order; a straight one where a radius is 0; none where the arc ends where it starts
 * @see SVG 1.1, appendix F.6
 */
export function arcToCubics(from: Point, arc: EllipticalArc): CubicTail[] {
  if (from.x === arc.x && from.y === arc.y) return [];
  let rx = f(Math.abs(arc.rx));
  let ry = f(Math.abs(arc.ry));
  const to = {x: f(arc.x), y: f(arc.y)};
  if (rx === 0 || ry === 0) return [[from, to, to]];

  const angle = (f(arc.rotation) * Math.PI) / 180;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const turned = rounded(cos * halfOf(from.x, to.x) + sin * halfOf(from.y, to.y), cos * halfOf(from.y, to.y) - sin * halfOf(from.x, to.x));
  const reach = f(f(f(turned.x * turned.x) / f(rx * rx)) + f(f(turned.y * turned.y) / f(ry * ry)));
  if (reach > 1) {
    rx = f(rx * f(Math.sqrt(reach)));
    ry = f(ry * f(Math.sqrt(reach)));
  }

  // In the space where the ellipse is the unit circle, the centre lies on the bisector of the chord.
  const toUnit = ({x, y}: Point): Point => rounded(cos * f(1 / rx) * x + sin * f(1 / rx) * y, cos * f(1 / ry) * y - sin * f(1 / ry) * x);
  const fromUnit = (x: number, y: number): Point => rounded(cos * rx * x - sin * ry * y, sin * rx * x + cos * ry * y);
  const a = toUnit(from);
  const b = toUnit(to);
  const dx = f(b.x - a.x);
  const dy = f(b.y - a.y);
  const scale = f(Math.sqrt(Math.max(1 / (dx * dx + dy * dy) - 0.25, 0))) * (arc.sweep === arc.large ? -1 : 1);
  const centre = rounded(f(f(a.x + b.x) * 0.5) - f(dy * scale), f(f(a.y + b.y) * 0.5) + f(dx * scale));

  const start = f(Math.atan2(f(a.y - centre.y), f(a.x - centre.x)));
  let turn = f(f(Math.atan2(f(b.y - centre.y), f(b.x - centre.x))) - start);
  if (turn < 0 && arc.sweep) turn = f(turn + f(2 * Math.PI));
  else if (turn > 0 && !arc.sweep) turn = f(turn - f(2 * Math.PI));

  const count = Math.ceil(Math.abs(turn / f(f(Math.PI / 2) + f(0.001))));
  const cubics: CubicTail[] = [];
  for (let i = 0; i < count; i++) {
    const t0 = f(start + f(f(i * turn) / count));
    const t1 = f(start + f(f((i + 1) * turn) / count));
    const handle = f(f(8 / 6) * f(Math.tan(f(0.25 * f(t1 - t0)))));
    if (!Number.isFinite(handle)) return cubics;
    const [c0, s0, c1, s1] = [Math.cos(t0), Math.sin(t0), Math.cos(t1), Math.sin(t1)].map(f);
    const first = rounded(f(c0 - f(handle * s0)) + centre.x, f(s0 + f(handle * c0)) + centre.y);
    const end = rounded(c1 + centre.x, s1 + centre.y);
    const second = rounded(end.x + f(handle * s1), end.y - f(handle * c1));
    cubics.push([fromUnit(first.x, first.y), fromUnit(second.x, second.y), fromUnit(end.x, end.y)]);
  }
  return cubics;
}

const f = Math.fround;

const rounded = (x: number, y: number): Point => ({x: f(x), y: f(y)});

const halfOf = (a: number, b: number): number => f(f(a - b) * 0.5);
