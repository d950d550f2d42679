/** Path data as absolute segments: what stands at each vertex, and which way a line comes and goes there. */
import {arcToCubics} from '../canvas/arcToCubics';
import {NUMBER, svgNumber} from './svgNumber';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A move, a line, a curve with its two control points, or the way back to where the subpath began. */
export type PathSegment =
  | {readonly kind: 'move' | 'line'; readonly to: Point}
  | {readonly kind: 'curve'; readonly controls: readonly [Point, Point]; readonly to: Point}
  | {readonly kind: 'close'};

/** How many numbers each command takes. */
const COUNTS: Readonly<Record<string, number>> = {M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0};

/**
 * Reads path data.
 *
 * Quadratic curves become cubic ones; an arc becomes one curve with the arc's directions at its ends, which is all of it
 * that markers ask for.
 *
 * @param data - the attribute `d`
 * @returns segments up to the first mistake, as browsers draw them
 * @see SVG 1.1, section 8.3
 */
export function pathSegments(data: string): PathSegment[] {
  const segments: PathSegment[] = [];
  let from: Point = {x: 0, y: 0};
  let start = from;
  /** The last control point, which smooth commands mirror, and whether it was that of a quadratic curve. */
  let control: {readonly at: Point; readonly isQuadratic: boolean} | null = null;
  for (const {command, numbers} of commandsOf(data)) {
    const isRelative = command !== command.toUpperCase();
    const origin = isRelative ? from : {x: 0, y: 0};
    const point = (index: number): Point => ({x: f(origin.x + numbers[index]), y: f(origin.y + numbers[index + 1])});
    const mirrored = (isQuadratic: boolean): Point => (control?.isQuadratic === isQuadratic ? {x: f(2 * from.x - control.at.x), y: f(2 * from.y - control.at.y)} : from);
    const curve = (first: Point, second: Point, to: Point, last: typeof control) => {
      segments.push({kind: 'curve', controls: [first, second], to});
      [from, control] = [to, last];
    };
    const quadratic = (at: Point, to: Point) => curve(between(from, at), between(to, at), to, {at, isQuadratic: true});
    const straight = (kind: 'move' | 'line', to: Point) => {
      segments.push({kind, to});
      [from, control] = [to, null];
    };
    switch (command.toUpperCase()) {
      case 'M':
        straight('move', point(0));
        start = from;
        break;
      case 'L':
        straight('line', point(0));
        break;
      case 'H':
        straight('line', {x: f(origin.x + numbers[0]), y: from.y});
        break;
      case 'V':
        straight('line', {x: from.x, y: f(origin.y + numbers[0])});
        break;
      case 'C':
        curve(point(0), point(2), point(4), {at: point(2), isQuadratic: false});
        break;
      case 'S':
        curve(mirrored(false), point(0), point(2), {at: point(0), isQuadratic: false});
        break;
      case 'Q':
        quadratic(point(0), point(2));
        break;
      case 'T':
        quadratic(mirrored(true), point(0));
        break;
      case 'A': {
        const [rx, ry, rotation, large, sweep] = numbers;
        const to = point(5);
        const cubics = arcToCubics(from, {rx, ry, rotation, large: large !== 0, sweep: sweep !== 0, ...to});
        if (cubics.length === 0) straight('line', to);
        else curve(cubics[0][0], cubics[cubics.length - 1][1], to, null);
        break;
      }
      default:
        segments.push({kind: 'close'});
        [from, control] = [start, null];
    }
  }
  return segments;
}

/** Two thirds of the way to a quadratic curve's control point stands that of the cubic one. */
function between(end: Point, control: Point): Point {
  return {x: f((end.x + 2 * control.x) / 3), y: f((end.y + 2 * control.y) / 3)};
}

const f = Math.fround;

const COMMAND = /[\s,]*([MLHVCSQTAZ])/iy;
const VALUE = new RegExp(`[\\s,]*(${NUMBER})`, 'y');
/** Arcs may write their two flags without anything between. */
const FLAG = /[\s,]*([01])/y;

function* commandsOf(data: string): Generator<{command: string; numbers: number[]}> {
  let at = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(data);
    if (match) at = pattern.lastIndex;
    return match?.[1] ?? null;
  };
  for (let command = take(COMMAND); command !== null; ) {
    const count = COUNTS[command.toUpperCase()];
    const numbers: number[] = [];
    while (numbers.length < count) {
      const text = take(command.toUpperCase() === 'A' && (numbers.length === 3 || numbers.length === 4) ? FLAG : VALUE);
      if (text === null) return;
      numbers.push(svgNumber(text));
    }
    yield {command, numbers};
    const next = take(COMMAND);
    // Numbers that go on repeat the command; after a move they are lines.
    if (next === null && count === 0) return;
    command = next ?? ({M: 'L', m: 'l'}[command] ?? command);
    if (next === null && !hasNumber(data, at)) return;
  }
}

function hasNumber(data: string, at: number): boolean {
  VALUE.lastIndex = at;
  return VALUE.test(data);
}
