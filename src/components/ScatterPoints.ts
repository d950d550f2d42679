/**
 * Many points at once, drawn in one pass: data in a plane, a vocabulary in a space.
 */
import {colorSignal, initial, interpolation, nodeName, parser, signal} from '@motion-canvas/2d';
import type {NodeProps} from '@motion-canvas/2d';
import {Color} from '@motion-canvas/core';
import type {BBox, ColorSignal, PossibleColor, Signal, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, smooth, type Easing} from '../math/easing';
import {theme} from '../theme/theme';
import {boxAround} from './canvasDrawing';
import {frameOf, layerOf, seenStride, type Point, type XY} from './coordinates';
import {Figure} from './Figure';
import {laggedShares} from './laggedShares';
import {numberSignal} from './pointSignal';
import {paintOrder} from './projection';

/** Points packed for speed: `dimension` numbers each. */
export interface PackedPoints {
  readonly dimension: 2 | 3;
  readonly coordinates: Float64Array;
}

export interface ScatterPointsProps extends NodeProps {
  /** Shape (n, 2) in a plane, (n, 3) in a space, stage pixels elsewhere. */
  points: SignalValue<readonly Point[]>;
  color?: SignalValue<PossibleColor>;
  /** One colour a point; overrides `color`. */
  colors?: SignalValue<readonly PossibleColor[] | null>;
  /** Radius of a point in pixels, default 6. */
  radius?: SignalValue<number>;
  /** How many have appeared, 0 to 1: one after another, each growing from nothing. Default 1. */
  shown?: SignalValue<number>;
  /** Delay between neighbours as a share of one point's own time, default 0.05. */
  lag?: SignalValue<number>;
}

/** How finely fading is told apart: neighbours of one step are filled together, in one path. */
const fadeSteps = 24;

/**
 * A cloud of dots in a plane or a space.
 *
 * In an EmbeddingSpace each dot takes its own place in the order of painting, so arrows pass between them.
 *
 * @throws TypeError 'Cannot draw ScatterPoints: point 3 has 2 numbers, point 0 has 3'
 * @throws RangeError 'Cannot draw ScatterPoints: point 3 holds NaN'
 * @example
 * <ScatterPoints ref={cloud} points={data} color={theme().data} />;
 * yield* cloud().appear(2);      // one after another, 2.0 s
 * yield* cloud().points(other, 1);  // all move; as many points are needed
 */
@nodeName('ScatterPoints')
export class ScatterPoints extends Figure {
  @initial([])
  @interpolation(mixPacked as never)
  @parser((value: readonly Point[] | PackedPoints) => packPoints(value))
  @signal()
  public declare readonly points: Signal<readonly Point[] | PackedPoints, PackedPoints, this>;

  @initial(() => theme().data)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  @initial(null)
  @signal()
  public declare readonly colors: SimpleSignal<readonly PossibleColor[] | null, this>;

  @initial(6)
  @numberSignal()
  public declare readonly radius: SimpleSignal<number, this>;

  @initial(1)
  @numberSignal()
  public declare readonly shown: SimpleSignal<number, this>;

  @initial(0.05)
  @numberSignal()
  public declare readonly lag: SimpleSignal<number, this>;

  public constructor(props: ScatterPointsProps) {
    super(props);
  }

  /** Lets the points appear one after another. */
  public *appear(seconds = 1.5, easing: Easing = smooth): ThreadGenerator {
    this.shown(0);
    yield* this.shown(1, seconds, easing);
  }

  /** Number of points. */
  public count(): number {
    const {coordinates, dimension} = this.points();
    return coordinates.length / dimension;
  }

  /** All points as the frame shows them, {@link seenStride} numbers each. */
  public seen(): Float64Array {
    const frame = frameOf(this);
    const {coordinates, dimension} = this.points();
    const out = new Float64Array(this.count() * seenStride);
    if (out.length === 0) return out;
    if (dimension !== frame.dimension) {
      const place = frame.dimension === 2 ? 'this plane is flat and takes 2' : 'this space is deep and takes 3';
      throw new TypeError(`Cannot draw ScatterPoints: its points have ${dimension} numbers, ${place}`);
    }
    frame.seeAll(coordinates, out);
    return out;
  }

  /**
   * Paints some of the points, in the order given.
   *
   * @param seen - from {@link seen}
   * @param order - indices of points, farthest first
   */
  public paint(context: CanvasRenderingContext2D, seen: Float64Array, order: ArrayLike<number>): void {
    const colors = this.colors();
    const plain = this.color().serialize();
    const sub = laggedShares(this.count(), this.lag(), clamp01(this.shown()));
    const alpha = context.globalAlpha;
    let open = '';
    for (let step = 0; step < order.length; step++) {
      const index = order[step];
      const at = index * seenStride;
      const radius = this.radius() * seen[at + 3] * sub(index);
      if (!(radius > 0.05)) continue;
      const fade = Math.ceil(dotStrength(seen[at + 4], seen[at + 2], seen[at + 3]) * fadeSteps) / fadeSteps;
      const fill = colors === null ? plain : new Color(colors[index % Math.max(1, colors.length)] ?? plain).serialize();
      if (`${fill} ${fade}` !== open) {
        if (open !== '') context.fill();
        open = `${fill} ${fade}`;
        context.fillStyle = fill;
        context.globalAlpha = alpha * fade;
        context.beginPath();
      }
      context.moveTo(seen[at] + radius, seen[at + 1]);
      context.arc(seen[at], seen[at + 1], radius, 0, 2 * Math.PI);
    }
    if (open !== '') context.fill();
    context.globalAlpha = alpha;
  }

  /** The same inside the order of a space, which bypasses `render`: position and opacity of the node still count. */
  public paintRun(context: CanvasRenderingContext2D, seen: Float64Array, order: ArrayLike<number>): void {
    const opacity = this.opacity();
    if (opacity <= 0) return;
    context.save();
    this.transformContext(context);
    context.globalAlpha *= opacity;
    this.paint(context, seen, order);
    context.restore();
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    if (layerOf(this) === undefined) {
      const seen = this.seen();
      this.paint(context, seen, paintOrder(depthsOf(seen)));
    }
    this.drawChildren(context);
  }

  protected override drawnBox(): BBox {
    const seen = this.seen();
    const corners: XY[] = [];
    let magnification = 1;
    for (let at = 0; at < seen.length; at += seenStride) {
      corners.push({x: seen[at], y: seen[at + 1]});
      magnification = Math.max(magnification, seen[at + 3]);
    }
    return boxAround(corners, this.radius() * magnification + 2);
  }
}

/**
 * A cloud has no outline to read its depth by, so its dots fade over the whole depth and not only behind the middle.
 *
 * @param depth - 0 on a flat frame, where nothing fades
 * @param magnification - of perspective: above 1 in front of the point looked at
 */
function dotStrength(strength: number, depth: number, magnification: number): number {
  return depth === 0 ? strength : strength * clamp01(0.25 + 1.05 * (magnification - 0.65));
}

/** Depths of seen points, one number each. */
export function depthsOf(seen: Float64Array): Float64Array {
  return Float64Array.from({length: seen.length / seenStride}, (_, index) => seen[index * seenStride + 2]);
}

function packPoints(value: readonly Point[] | PackedPoints): PackedPoints {
  if (value !== null && typeof value === 'object' && 'coordinates' in value) return value;
  if (!Array.isArray(value)) throw new TypeError('Cannot draw ScatterPoints: "points" takes a list of points');
  const points = value as readonly Point[];
  const dimension = points.length === 0 ? 2 : points[0].length;
  if (dimension !== 2 && dimension !== 3) {
    throw new TypeError(`Cannot draw ScatterPoints: point 0 has ${dimension} numbers, a point takes 2 or 3`);
  }
  const coordinates = new Float64Array(points.length * dimension);
  points.forEach((point, index) => {
    if (point.length !== dimension) {
      throw new TypeError(`Cannot draw ScatterPoints: point ${index} has ${point.length} numbers, point 0 has ${dimension}`);
    }
    for (let axis = 0; axis < dimension; axis++) {
      if (!Number.isFinite(point[axis])) throw new RangeError(`Cannot draw ScatterPoints: point ${index} holds ${point[axis]}`);
      coordinates[index * dimension + axis] = point[axis];
    }
  });
  return {dimension, coordinates};
}

function mixPacked(from: PackedPoints, to: PackedPoints, share: number): PackedPoints {
  if (from.coordinates.length !== to.coordinates.length || from.dimension !== to.dimension) {
    throw new TypeError('Cannot move ScatterPoints: as many points, of as many numbers, are needed at both ends');
  }
  return {dimension: from.dimension, coordinates: to.coordinates.map((end, index) => from.coordinates[index] * (1 - share) + end * share)};
}
