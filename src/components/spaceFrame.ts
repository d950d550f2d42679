/** The axes and the floor of a space, cut into pieces that can be painted in order of depth and fade with it. */
import type {CoordinateFrame, Point} from './coordinates';

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

const axisWidth = 3.5;
const floorWidth = 1.5;
const tickHalf = 0.07;

/**
 * Cuts axes and floor into straight pieces of about one unit.
 *
 * @param frame - how points are seen
 * @param look - half lengths in units, colours, how much is drawn
 * @returns the floor, to be painted first, and the axes, to be painted in order with the rest
 */
export function paintSpaceFrame(frame: CoordinateFrame, look: SpaceFrameLook): {floor: PaintedPiece[]; axes: PaintedPiece[]} {
  const [x, y, z] = look.extent.map(half => half * look.drawn);
  const axes = [
    ...pieces(frame, [-x, 0, 0], [x, 0, 0], look.color, axisWidth),
    ...pieces(frame, [0, -y, 0], [0, y, 0], look.color, axisWidth),
    ...pieces(frame, [0, 0, -z], [0, 0, z], look.color, axisWidth),
    ...ticks(frame, [x, y, z], look),
  ];
  const floor: PaintedPiece[] = [];
  if (look.floor) {
    for (const at of wholesWithin(x)) floor.push(...pieces(frame, [at, -y, 0], [at, y, 0], look.floorColor, floorWidth));
    for (const at of wholesWithin(y)) floor.push(...pieces(frame, [-x, at, 0], [x, at, 0], look.floorColor, floorWidth));
  }
  return {floor, axes};
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
  const length = Math.hypot(...from.map((entry, axis) => to[axis] - entry));
  const count = Math.max(1, Math.min(40, Math.round(length)));
  const at = (index: number): Point => from.map((entry, axis) => entry + ((to[axis] - entry) * index) / count);
  return Array.from({length: length === 0 ? 0 : count}, (_, index) => {
    const [start, end] = [frame.see(at(index)), frame.see(at(index + 1))];
    return {
      depth: (start.depth + end.depth) / 2,
      paint: (context: CanvasRenderingContext2D) => {
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
    };
  });
}
