/**
 * Where markers stand on a path, and which way they look.
 *
 * @see SVG 1.1, section 11.6.2
 */
import type {PathSegment, Point} from './svgPathSegments';

export interface Vertex {
  readonly at: Point;
  /** Degrees, clockwise from the x axis. */
  readonly angle: number;
}

interface Direction extends Point {}

/** Browsers round here. */
const f = Math.fround;

/** A vertex on the way: where lines arrive from, and where they leave to. */
interface Passing {
  readonly at: Point;
  arriving: Direction;
  leaving: Direction;
  /** The first of a subpath looks where the line goes, the last where it comes from, those between half-way. */
  readonly isFirst: boolean;
  isLast: boolean;
}

/** Lists the vertices of a path in order. A closed subpath ends where it began, both looking half-way. */
export function verticesOf(segments: readonly PathSegment[]): Vertex[] {
  const passed: Passing[] = [];
  const closed: [first: Passing, last: Passing][] = [];
  let first: Passing | null = null;
  for (const segment of segments) {
    const before = passed.at(-1);
    const from = before?.at ?? {x: 0, y: 0};
    const to = segment.kind === 'close' ? (first?.at ?? from) : segment.to;
    const [leaving, arriving] = directions(segment, from, to, first);
    if (before && segment.kind === 'move') before.isLast = true;
    if (before) before.leaving = leaving;
    const vertex: Passing = {at: to, arriving, leaving: arriving, isFirst: segment.kind === 'move', isLast: false};
    passed.push(vertex);
    if (segment.kind === 'move') first = vertex;
    if (segment.kind === 'close' && first) closed.push([first, vertex]);
  }
  const last = passed.at(-1);
  if (last) last.isLast = true;
  const angles = new Map(passed.map(vertex => [vertex, angleAt(vertex)]));
  for (const [start, end] of closed) {
    const angle = halfway(degrees(end.arriving), degrees(start.leaving));
    angles.set(start, angle);
    angles.set(end, angle);
  }
  return passed.map(vertex => ({at: vertex.at, angle: f(angles.get(vertex)!)}));
}

function angleAt({arriving, leaving, isFirst, isLast}: Passing): number {
  if (isLast) return degrees(arriving);
  return isFirst ? degrees(leaving) : halfway(degrees(arriving), degrees(leaving));
}

/** How a segment leaves its beginning and arrives at its end; where control points coincide, the next ones tell. */
function directions(segment: PathSegment, from: Point, to: Point, first: Passing | null): [leaving: Direction, arriving: Direction] {
  const straight = towards(from, to);
  if (segment.kind === 'close' && isNone(straight) && first) return [first.leaving, first.leaving];
  if (segment.kind !== 'curve') return [straight, straight];
  const [one, two] = segment.controls;
  const leaving = [towards(from, one), towards(one, two), towards(two, to)].find(direction => !isNone(direction));
  const arriving = [towards(two, to), towards(one, two), towards(from, one)].find(direction => !isNone(direction));
  return [leaving ?? straight, arriving ?? straight];
}

function towards(from: Point, to: Point): Direction {
  return {x: f(to.x - from.x), y: f(to.y - from.y)};
}

function isNone({x, y}: Direction): boolean {
  return x === 0 && y === 0;
}

function degrees({x, y}: Direction): number {
  return (Math.atan2(y, x) * 180) / Math.PI;
}

/** The smaller way around is the one between. */
function halfway(arriving: number, leaving: number): number {
  const apart = arriving - leaving;
  return ((apart > 180 || apart <= -180 ? arriving + 360 : arriving) + leaving) / 2;
}
