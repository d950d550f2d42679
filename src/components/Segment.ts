/** A straight line between two points of a plane or a space, solid or dashed. */
import {colorSignal, initial, nodeName, signal} from '@motion-canvas/2d';
import type {NodeProps} from '@motion-canvas/2d';
import type {BBox, ColorSignal, PossibleColor, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, smooth, type Easing} from '../math/easing';
import {theme} from '../theme/theme';
import {boxAround, faded} from './canvasDrawing';
import {frameOf, layerOf, requireDimension, type PossiblePoint, type SeenPoint} from './coordinates';
import {Figure} from './Figure';
import {numberSignal, pointSignal, type PointSignal} from './pointSignal';

export interface SegmentProps extends NodeProps {
  from: SignalValue<PossiblePoint>;
  to: SignalValue<PossiblePoint>;
  color?: SignalValue<PossibleColor>;
  /** Width in pixels, default 4. */
  thickness?: SignalValue<number>;
  /** Pixels on and off, for example `[14, 10]`; default solid. */
  dash?: SignalValue<readonly number[]>;
  /** Share that is drawn, from `from`, 0 to 1; default 1. */
  drawn?: SignalValue<number>;
}

/**
 * A line from a point to a point, in units of the Plane or EmbeddingSpace around it, else in stage pixels.
 *
 * @throws TypeError 'Cannot draw Segment: "to" has 3 numbers, this plane is flat and takes 2'
 * @example <Segment from={[0, 0]} to={[2, 1]} dash={[14, 10]} />
 */
@nodeName('Segment')
export class Segment extends Figure {
  @initial([0, 0])
  @pointSignal()
  public declare readonly from: PointSignal<this>;

  @initial([0, 0])
  @pointSignal()
  public declare readonly to: PointSignal<this>;

  @initial(() => theme().muted)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  @initial(4)
  @numberSignal()
  public declare readonly thickness: SimpleSignal<number, this>;

  @initial([])
  @signal()
  public declare readonly dash: SimpleSignal<readonly number[], this>;

  @initial(1)
  @numberSignal()
  public declare readonly drawn: SimpleSignal<number, this>;

  public constructor(props: SegmentProps) {
    super(props);
  }

  /** Draws the line from its start. */
  public *trace(seconds = 0.8, easing: Easing = smooth): ThreadGenerator {
    this.drawn(0);
    yield* this.drawn(1, seconds, easing);
  }

  /** How far the line lies from the viewer, for the order of painting. */
  public depth(): number {
    const {start, end} = this.seenEnds();
    return (start.depth + end.depth) / 2;
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    if (layerOf(this) !== 'labels') this.drawLine(context);
    this.drawChildren(context);
  }

  protected override drawnBox(): BBox {
    const {start, end} = this.seenEnds();
    return boxAround([start, end], this.thickness() + 2);
  }

  private drawLine(context: CanvasRenderingContext2D): void {
    const {start, end} = this.seenEnds();
    const share = clamp01(this.drawn());
    if (share === 0) return;
    faded(context, (start.strength + end.strength) / 2, () => {
      context.strokeStyle = this.color().serialize();
      context.lineWidth = Math.max(0, this.thickness()) * ((start.magnification + end.magnification) / 2);
      context.lineCap = this.dash().length > 0 ? 'butt' : 'round';
      context.setLineDash([...this.dash()]);
      context.beginPath();
      context.moveTo(start.x, start.y);
      context.lineTo(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share);
      if (context.lineWidth > 0 && this.thickness() > 0) context.stroke();
    });
  }

  private seenEnds(): {start: SeenPoint; end: SeenPoint} {
    const frame = frameOf(this);
    requireDimension('Segment', 'from', this.from(), frame);
    requireDimension('Segment', 'to', this.to(), frame);
    return {start: frame.see(this.from()), end: frame.see(this.to())};
  }
}
