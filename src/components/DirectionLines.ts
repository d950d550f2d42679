/**
 * Short tapered strokes that all run one way: a direction fills the whole plane or space for a moment.
 */
import {colorSignal, initial, nodeName, signal} from '@motion-canvas/2d';
import type {NodeProps} from '@motion-canvas/2d';
import {linear} from '@motion-canvas/core';
import type {BBox, ColorSignal, PossibleColor, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, smooth} from '../math/easing';
import {seededRandom} from '../math/seededRandom';
import {theme} from '../theme/theme';
import {boxAround} from './canvasDrawing';
import {addPoints, frameOf, layerOf, lengthOf, mixPoints, type Point, type PossiblePoint, type SeenPoint} from './coordinates';
import {Figure} from './Figure';
import {numberSignal, pointSignal, type PointSignal} from './pointSignal';

export interface DirectionLinesProps extends NodeProps {
  /** The way in which all strokes run; only its direction counts. */
  direction: SignalValue<PossiblePoint>;
  /** Half size of the block they are scattered in, in units of the frame; default `[4, 4, 3]` or `[6, 3.5]`, 800 by 450 pixels outside. */
  extent?: SignalValue<readonly number[] | null>;
  /** How many strokes, 1 to 2000; default 240. */
  count?: SignalValue<number>;
  /** Length of a stroke in units of the frame; default 1.4, 180 pixels outside. */
  length?: SignalValue<number | null>;
  color?: SignalValue<PossibleColor>;
  /** Width at the thick end in pixels, default 5. */
  thickness?: SignalValue<number>;
  /** Which scatter: the same seed gives the same strokes. Default `streaks`. */
  seed?: SignalValue<string | number>;
  /** Time, 0 (nothing yet) to 1 (all gone); default 0. */
  progress?: SignalValue<number>;
}

/** Share of the whole time over which the strokes' starts are spread. */
const spreadOfStarts = 0.6;

/**
 * Parallel strokes at random places that are drawn and fade, one after another.
 *
 * @throws RangeError 'Cannot draw DirectionLines: "direction" has no length, so it points nowhere'
 * @example
 * <DirectionLines ref={plural} direction={step} color={theme().highlight} />;
 * yield* plural().sweep(4);  // 4.0 s; nothing is left
 */
@nodeName('DirectionLines')
export class DirectionLines extends Figure {
  @initial([1, 0])
  @pointSignal()
  public declare readonly direction: PointSignal<this>;

  @initial(null)
  @signal()
  public declare readonly extent: SimpleSignal<readonly number[] | null, this>;

  @initial(240)
  @numberSignal()
  public declare readonly count: SimpleSignal<number, this>;

  @initial(null)
  @signal()
  public declare readonly length: SimpleSignal<number | null, this>;

  @initial(() => theme().highlight)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  @initial(5)
  @numberSignal()
  public declare readonly thickness: SimpleSignal<number, this>;

  @initial('streaks')
  @signal()
  public declare readonly seed: SimpleSignal<string | number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly progress: SimpleSignal<number, this>;

  public constructor(props: DirectionLinesProps) {
    super(props);
  }

  /** Lets the strokes come and go. */
  public *sweep(seconds = 4): ThreadGenerator {
    this.progress(0);
    yield* this.progress(1, seconds, linear);
  }

  /** Painted behind arrows: they are weather, not objects. */
  public depth(): number {
    return 1e6;
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    if (layerOf(this) !== 'labels') this.drawStrokes(context);
    this.drawChildren(context);
  }

  protected override drawnBox(): BBox {
    const frame = frameOf(this);
    return boxAround(this.strokes().flatMap(({from, to}) => [frame.see(from), frame.see(to)]), this.thickness());
  }

  private drawStrokes(context: CanvasRenderingContext2D): void {
    const progress = clamp01(this.progress());
    if (progress === 0 || progress === 1) return;
    const frame = frameOf(this);
    context.save();
    context.fillStyle = this.color().serialize();
    const alpha = context.globalAlpha;
    for (const {from, to, start} of this.strokes()) {
      const share = (progress - start * spreadOfStarts) / (1 - spreadOfStarts);
      if (share <= 0 || share >= 1) continue;
      // The front runs ahead in the first half, the back follows in the second: the stroke passes through its place.
      const [front, back] = [smooth(clamp01(share * 2)), smooth(clamp01(share * 2 - 1))];
      const [a, b] = [frame.see(mixPoints(from, to, back)), frame.see(mixPoints(from, to, front))];
      context.globalAlpha = alpha * (1 - back) * ((a.strength + b.strength) / 2) * 0.9;
      taper(context, a, b, this.thickness() * a.magnification);
    }
    context.restore();
  }

  /** Where each stroke runs, and when it starts as a share of the spread of starts. */
  private strokes(): {from: Point; to: Point; start: number}[] {
    const frame = frameOf(this);
    const direction = this.direction();
    const size = lengthOf(direction);
    if (size === 0) throw new RangeError('Cannot draw DirectionLines: "direction" has no length, so it points nowhere');
    const onStage = frame.named === undefined && frame.dimension === 2 && this.parentFrameIsStage();
    const extent = this.extent() ?? (frame.dimension === 3 ? [4, 4, 3] : onStage ? [800, 450] : [6, 3.5]);
    const stroke = this.length() ?? (onStage ? 180 : 1.4);
    const half = direction.map(entry => (entry / size) * (stroke / 2));
    const random = seededRandom(this.seed());
    const count = Math.max(0, Math.min(2000, Math.round(this.count())));
    return Array.from({length: count}, (_, index) => {
      const middle = direction.map((_, axis) => random.uniform(-1, 1) * (extent[axis] ?? 1));
      return {from: addPoints(middle, half.map(entry => -entry)), to: addPoints(middle, half), start: index / Math.max(1, count - 1)};
    });
  }

  private parentFrameIsStage(): boolean {
    return frameOf(this).see([1, 0]).x === 1 && frameOf(this).see([0, 1]).y === 1;
  }
}

/** A stroke that is thick in front and runs out to nothing behind. */
function taper(context: CanvasRenderingContext2D, back: SeenPoint, front: SeenPoint, thickness: number): void {
  const length = Math.hypot(front.x - back.x, front.y - back.y);
  if (length < 0.5 || thickness <= 0) return;
  const nx = ((front.y - back.y) / length) * (thickness / 2);
  const ny = ((back.x - front.x) / length) * (thickness / 2);
  context.beginPath();
  context.moveTo(back.x, back.y);
  context.lineTo(front.x + nx, front.y + ny);
  context.lineTo(front.x - nx, front.y - ny);
  context.closePath();
  context.fill();
}
