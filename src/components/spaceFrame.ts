/** The axes and the floor of a space, cut into pieces that can be painted in order of depth and fade with it. */
import type {CoordinateFrame, Point, SeenPoint} from './coordinates';

/** Something to paint, and how far away it is. */
export interface PaintedPiece {
  readonly depth: number;
  readonly paint: (context: CanvasRenderingContext2D) => void;
}

export interface SpaceFrameLook {
  readonly extent: readonly [number, number, number];
  readonly color: string;
  readonly floorColor: string;
  readonly floor: boolean;
  /** How much is drawn, from the origin outwards, 0 to 1. */
  readonly drawn: number;
}

export interface SpaceFrame {
  /** Painted first, under everything. */
  readonly floor: (context: CanvasRenderingContext2D) => void;
  /** Painted in order with the rest. */
  readonly axes: readonly PaintedPiece[];
}

/** How finely the fading of the floor is told apart. */
const floorShades = 12;
const axisWidth = 3.5;
const floorWidth = 1.5;
const tickHalf = 0.07;

/**
 * Cuts axes and floor into straight pieces of about one unit.
 *
 * @param frame - how points are seen
 * @param look - half lengths in units, colours, how much is drawn
 */
export function paintSpaceFrame(frame: CoordinateFrame, look: SpaceFrameLook): SpaceFrame {
  const [x, y, z] = look.extent.map(half => half * look.drawn);
  const axes = [
    ...pieces(frame, [-x, 0, 0], [x, 0, 0], look.color, axisWidth),
    ...pieces(frame, [0, -y, 0], [0, y, 0], look.color, axisWidth),
    ...pieces(frame, [0, 0, -z], [0, 0, z], look.color, axisWidth),
    ...ticks(frame, [x, y, z], look),
  ];
  return {floor: context => look.floor && paintFloor(context, frame, x, y, look.floorColor), axes};
}

/** All floor lines of one strength in one path: a dozen strokes instead of a hundred and fifty. */
function paintFloor(context: CanvasRenderingContext2D, frame: CoordinateFrame, x: number, y: number, color: string): void {
  const lines = [
    ...wholesWithin(x).flatMap(at => cut(frame, [at, -y, 0], [at, y, 0])),
    ...wholesWithin(y).flatMap(at => cut(frame, [-x, at, 0], [x, at, 0])),
  ];
  const byStrength = new Map<number, typeof lines>();
  for (const line of lines) {
    const shade = Math.round(((line.start.strength + line.end.strength) / 2) * floorShades);
    byStrength.set(shade, [...(byStrength.get(shade) ?? []), line]);
  }
  context.strokeStyle = color;
  context.lineWidth = floorWidth;
  const alpha = context.globalAlpha;
  for (const [shade, group] of byStrength) {
    context.globalAlpha = (alpha * shade) / floorShades;
    context.beginPath();
    for (const {start, end} of group) {
      context.moveTo(start.x, start.y);
      context.lineTo(end.x, end.y);
    }
    context.stroke();
  }
}

/** Small marks at whole units; on the upright axis they lie along x, so that they never vanish into it. */
function ticks(frame: CoordinateFrame, [x, y, z]: readonly number[], look: SpaceFrameLook): PaintedPiece[] {
  const mark = (from: Point, to: Point) => pieces(frame, from, to, look.color, axisWidth * 0.7);
  return [
    ...wholesWithin(x).filter(Boolean).flatMap(at => mark([at, -tickHalf, 0], [at, tickHalf, 0])),
    ...wholesWithin(y).filter(Boolean).flatMap(at => mark([-tickHalf, at, 0], [tickHalf, at, 0])),
    ...wholesWithin(z).filter(Boolean).flatMap(at => mark([-tickHalf, 0, at], [tickHalf, 0, at])),
  ];
}

function wholesWithin(half: number): number[] {
  const last = Math.floor(half + 1e-9);
  return Array.from({length: 2 * last + 1}, (_, index) => index - last);
}

function pieces(frame: CoordinateFrame, from: Point, to: Point, color: string, width: number): PaintedPiece[] {
  return cut(frame, from, to).map(({start, end}) => ({
    depth: (start.depth + end.depth) / 2,
    paint: context => {
      context.save();
      context.globalAlpha *= (start.strength + end.strength) / 2;
      context.strokeStyle = color;
      context.lineWidth = width * Math.min(1.4, (start.magnification + end.magnification) / 2);
      context.beginPath();
      context.moveTo(start.x, start.y);
      context.lineTo(end.x, end.y);
      context.stroke();
      context.restore();
    },
  }));
}

/** A line as seen, in parts of about one unit. */
function cut(frame: CoordinateFrame, from: Point, to: Point): {start: SeenPoint; end: SeenPoint}[] {
  const length = Math.hypot(...from.map((entry, axis) => to[axis] - entry));
  const count = length === 0 ? 0 : Math.max(1, Math.min(40, Math.round(length)));
  const seen = Array.from({length: count + 1}, (_, index) =>
    frame.see(from.map((entry, axis) => entry + ((to[axis] - entry) * index) / Math.max(1, count))),
  );
  return seen.slice(1).map((end, index) => ({start: seen[index], end}));
}
