/**
 * The length of a path of one segment, measured as Blink measures it, so that curves are walked at the browser's pace.
 *
 * Motion Canvas asks the browser for the arc length of exactly three shapes (`M x y C …`, `M x y Q …`, `M x y A …`) and
 * derives where each dash, arrow head and follower stands from the answer; a better integral would be a worse match.
 */
import {arcToCubics} from './arcToCubics';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A piece is straight when its control polygon exceeds its chord by less than this part of the curve's scale, squared. */
const TOLERANCE_SQUARED = 1e-16;
/** A curve is never halved more often than this. */
const DEEPEST = 20;

const f = Math.fround;

/**
 * Measures a path of one segment.
 *
 * Each curve is halved until its pieces are straight, and the control polygons of the pieces are added up in 32-bit floats.
 *
 * @param data - path data: one `M` followed by one `C`, `Q`, `A` or any number of `L`; numbers in px
 * @returns the length in px, 32-bit float precision; 0 where a coordinate is not a number, as in the browser
 * @throws SyntaxError "Cannot measure path …" for other commands
 * @example pathLength('M 0 0 L 3 4') // 5
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
        length = f(length + distance(from.x, from.y, points[0].x, points[0].y));
        break;
      case 'Q':
        length = f(length + curveLength([from, third(from, points[0]), third(points[1], points[0]), points[1]]));
        break;
      case 'C':
        length = f(length + curveLength([from, ...points]));
        break;
      case 'A': {
        const [rx, ry, rotation, large, sweep, x, y] = numbers;
        let start = from;
        for (const tail of arcToCubics(from, {rx, ry, rotation, large: large !== 0, sweep: sweep !== 0, x, y})) {
          length = f(length + curveLength([start, ...tail]));
          start = tail[2];
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

/** A quadratic curve is measured as the cubic of the same shape: two thirds of the way from an end to its control point. */
function third(end: Point, control: Point): Point {
  const one = f(1 / 3);
  return {x: f(f(end.x + f(2 * control.x)) * one), y: f(f(end.y + f(2 * control.y)) * one)};
}

/** Room for one curve a level, 8 floats each: the piece at hand, and below it the right halves that wait. */
const waiting = new Float32Array((DEEPEST + 2) * 8);
const depths = new Uint8Array(DEEPEST + 2);

function curveLength(points: readonly Point[]): number {
  points.forEach(({x, y}, i) => waiting.set([x, y], i * 2));
  let scale = 0;
  for (let i = 0; i < 8; i++) scale += waiting[i] * waiting[i];
  scale /= 16;
  if (scale < TOLERANCE_SQUARED) return 0;
  let length = 0;
  depths[0] = 0;
  for (let top = 0; top >= 0; ) {
    const at = top * 8;
    const polygon = polygonLength(at);
    const excess = f(polygon - distance(waiting[at], waiting[at + 1], waiting[at + 6], waiting[at + 7]));
    if ((excess * excess) / scale > TOLERANCE_SQUARED && depths[top] < DEEPEST) {
      halve(at);
      depths[top + 1] = ++depths[top];
      top++;
    } else {
      length = f(length + polygon);
      top--;
    }
  }
  return length;
}

function polygonLength(at: number): number {
  let length = 0;
  for (let i = at; i < at + 6; i += 2) length = f(length + distance(waiting[i], waiting[i + 1], waiting[i + 2], waiting[i + 3]));
  return length;
}

/** Puts the right half where the curve was, and the left half, which comes next, above it. */
function halve(at: number): void {
  for (let i = at; i < at + 2; i++) {
    const start = waiting[i];
    const middle = f((waiting[i + 2] + waiting[i + 4]) * 0.5);
    const left1 = f((start + waiting[i + 2]) * 0.5);
    const left2 = f((left1 + middle) * 0.5);
    const right2 = f((waiting[i + 4] + waiting[i + 6]) * 0.5);
    const right1 = f((right2 + middle) * 0.5);
    const joint = f((left2 + right1) * 0.5);
    waiting[i] = joint;
    waiting[i + 2] = right1;
    waiting[i + 4] = right2;
    waiting[i + 8] = start;
    waiting[i + 10] = left1;
    waiting[i + 12] = left2;
    waiting[i + 14] = joint;
  }
}

function distance(ax: number, ay: number, bx: number, by: number): number {
  const dx = f(bx - ax);
  const dy = f(by - ay);
  return f(Math.sqrt(dx * dx + dy * dy));
}

function numbersIn(text: string): number[] {
  return (text.match(/[-+]?(?:\d*\.\d+|\d+\.?)(?:[eE][-+]?\d+)?/g) ?? []).map(value => f(Number(value)));
}

function pairs(numbers: readonly number[]): Point[] {
  const points: Point[] = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) points.push({x: numbers[i], y: numbers[i + 1]});
  return points;
}
