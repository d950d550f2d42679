/** Turns an SVG elliptical arc into cubic Bézier curves, as browsers do before they measure or draw one. */

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
  let rx = Math.abs(arc.rx);
  let ry = Math.abs(arc.ry);
  const to = {x: arc.x, y: arc.y};
  if (rx === 0 || ry === 0) return [[from, to, to]];

  const angle = (arc.rotation * Math.PI) / 180;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const half = {x: (from.x - to.x) / 2, y: (from.y - to.y) / 2};
  const turned = {x: cos * half.x + sin * half.y, y: cos * half.y - sin * half.x};
  const reach = turned.x ** 2 / rx ** 2 + turned.y ** 2 / ry ** 2;
  if (reach > 1) {
    rx *= Math.sqrt(reach);
    ry *= Math.sqrt(reach);
  }

  // In the space where the ellipse is the unit circle, the centre lies on the bisector of the chord.
  const toUnit = (p: Point): Point => ({x: (cos * p.x + sin * p.y) / rx, y: (cos * p.y - sin * p.x) / ry});
  const fromUnit = (x: number, y: number): Point => ({x: cos * rx * x - sin * ry * y, y: sin * rx * x + cos * ry * y});
  const a = toUnit(from);
  const b = toUnit(to);
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const scale = Math.sqrt(Math.max(1 / (dx * dx + dy * dy) - 0.25, 0)) * (arc.sweep === arc.large ? -1 : 1);
  const centre = {x: (a.x + b.x) / 2 - scale * dy, y: (a.y + b.y) / 2 + scale * dx};

  const start = Math.atan2(a.y - centre.y, a.x - centre.x);
  let turn = Math.atan2(b.y - centre.y, b.x - centre.x) - start;
  if (turn < 0 && arc.sweep) turn += 2 * Math.PI;
  if (turn > 0 && !arc.sweep) turn -= 2 * Math.PI;

  const count = Math.ceil(Math.abs(turn / (Math.PI / 2 + 0.001)));
  const cubics: CubicTail[] = [];
  for (let i = 0; i < count; i++) {
    const t0 = start + (i * turn) / count;
    const t1 = start + ((i + 1) * turn) / count;
    const handle = (4 / 3) * Math.tan((t1 - t0) / 4);
    if (!Number.isFinite(handle)) return cubics;
    const c0 = fromUnit(Math.cos(t0) - handle * Math.sin(t0) + centre.x, Math.sin(t0) + handle * Math.cos(t0) + centre.y);
    const end = fromUnit(Math.cos(t1) + centre.x, Math.sin(t1) + centre.y);
    const c1 = fromUnit(Math.cos(t1) + handle * Math.sin(t1) + centre.x, Math.sin(t1) - handle * Math.cos(t1) + centre.y);
    cubics.push([c0, c1, i === count - 1 ? to : end]);
  }
  return cubics;
}
