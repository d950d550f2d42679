/**
 * The length of a path of one segment, measured as Skia measures it, so that curves are walked at the browser's pace.
 *
 * Motion Canvas asks the browser for the arc length of exactly three shapes (`M x y C …`, `M x y Q …`, `M x y A …`) and
 * derives where each dash, arrow head and follower stands from the answer; a better integral would be a worse match.
 */
import {arcToCubics} from './arcToCubics';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A chord may leave its curve by this much, in px, before the curve is halved (CHEAP_DIST_LIMIT in SkContourMeasure). */
const TOLERANCE = 0.5;
/** Parameters are 30-bit fixed point; a span below 2^10 of them is never halved again. */
const MAX_T = 0x3fffffff;

const f = Math.fround;

/**
 * Measures a path of one segment.
 *
 * @param data - path data: one `M` followed by one `C`, `Q`, `A` or any number of `L`; numbers in px
 * @returns the length in px, 32-bit float precision; 0 where a coordinate is not a number, as in the browser
 * @throws SyntaxError "Cannot measure path …" for other commands
 * @example pathLength('M 0 0 L 3 4') // 5
 * @see SkContourMeasure.cpp, compute_cubic_segs and compute_quad_segs
 */
export function pathLength(data: string): number {
  if (/NaN|Infinity/.test(data)) return 0;
  // An e inside a number (6.1e-15) starts no command.
  const segments = data.match(/[a-df-zA-DF-Z][^a-df-zA-DF-Z]*/g) ?? [];
  let from: Point = {x: 0, y: 0};
  let length = 0;
  for (const segment of segments) {
    const numbers = numbersIn(segment.slice(1));
    const points = pairs(numbers);
    switch (segment[0]) {
      case 'M':
        from = points[0];
        continue;
      case 'L':
        length = f(length + distance(from, points[0]));
        break;
      case 'Q':
        length = quadraticLength([from, points[0], points[1]], length, 0, MAX_T);
        break;
      case 'C':
        length = cubicLength([from, points[0], points[1], points[2]], length, 0, MAX_T);
        break;
      case 'A': {
        const [rx, ry, rotation, large, sweep, x, y] = numbers;
        let start = from;
        for (const [c1, c2, to] of arcToCubics(from, {rx, ry, rotation, large: large !== 0, sweep: sweep !== 0, x, y})) {
          length = cubicLength([start, c1, c2, to], length, 0, MAX_T);
          start = to;
        }
        from = {x, y};
        continue;
      }
      default:
        throw new SyntaxError(`Cannot measure path "${data}": command "${segment[0]}" is not one of M, L, Q, C, A`);
    }
    from = points[points.length - 1];
  }
  return length;
}

function cubicLength(p: readonly Point[], length: number, minT: number, maxT: number): number {
  if ((maxT - minT) >> 10 && isCubicCurvy(p)) {
    const [left, right] = halveCubic(p);
    const halfT = (minT + maxT) >> 1;
    return cubicLength(right, cubicLength(left, length, minT, halfT), halfT, maxT);
  }
  return f(length + distance(p[0], p[3]));
}

function quadraticLength(p: readonly Point[], length: number, minT: number, maxT: number): number {
  if ((maxT - minT) >> 10 && isQuadraticCurvy(p)) {
    const a = middle(p[0], p[1]);
    const b = middle(p[1], p[2]);
    const m = middle(a, b);
    const halfT = (minT + maxT) >> 1;
    return quadraticLength([m, b, p[2]], quadraticLength([p[0], a, m], length, minT, halfT), halfT, maxT);
  }
  return f(length + distance(p[0], p[2]));
}

/** A cubic is curvy when a control point leaves the third of the chord that it would sit on were the curve straight. */
function isCubicCurvy(p: readonly Point[]): boolean {
  return leaves(p[1], between(p[0], p[3], 1 / 3)) || leaves(p[2], between(p[0], p[3], 2 / 3));
}

function isQuadraticCurvy(p: readonly Point[]): boolean {
  const dx = f(f(p[1].x / 2) - f(f(p[0].x + p[2].x) / 4));
  const dy = f(f(p[1].y / 2) - f(f(p[0].y + p[2].y) / 4));
  return Math.max(Math.abs(dx), Math.abs(dy)) > TOLERANCE;
}

function leaves(point: Point, place: Point): boolean {
  return Math.max(Math.abs(f(place.x - point.x)), Math.abs(f(place.y - point.y))) > TOLERANCE;
}

function halveCubic(p: readonly Point[]): [Point[], Point[]] {
  const ab = middle(p[0], p[1]);
  const bc = middle(p[1], p[2]);
  const cd = middle(p[2], p[3]);
  const abc = middle(ab, bc);
  const bcd = middle(bc, cd);
  const m = middle(abc, bcd);
  return [
    [p[0], ab, abc, m],
    [m, bcd, cd, p[3]],
  ];
}

function middle(a: Point, b: Point): Point {
  return {x: f(f(a.x + b.x) * 0.5), y: f(f(a.y + b.y) * 0.5)};
}

function between(a: Point, b: Point, t: number): Point {
  return {x: f(a.x + f(f(b.x - a.x) * f(t))), y: f(a.y + f(f(b.y - a.y) * f(t)))};
}

function distance(a: Point, b: Point): number {
  const dx = f(b.x - a.x);
  const dy = f(b.y - a.y);
  return f(Math.sqrt(f(f(dx * dx) + f(dy * dy))));
}

function numbersIn(text: string): number[] {
  return (text.match(/[-+]?(?:\d*\.\d+|\d+\.?)(?:[eE][-+]?\d+)?/g) ?? []).map(value => f(Number(value)));
}

function pairs(numbers: readonly number[]): Point[] {
  const points: Point[] = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) points.push({x: numbers[i], y: numbers[i + 1]});
  return points;
}
