/** Rings that spread from a point, like a stone thrown into water: look here, and around here. */
import {colorSignal, initial, nodeName} from '@motion-canvas/2d';
import type {NodeProps} from '@motion-canvas/2d';
import {BBox, linear} from '@motion-canvas/core';
import type {ColorSignal, PossibleColor, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, rushFrom} from '../math/easing';
import {theme} from '../theme/theme';
import {faded} from './canvasDrawing';
import {frameOf, layerOf, requireDimension, type PossiblePoint, type SeenPoint} from './coordinates';
import {Figure} from './Figure';
import {numberSignal, pointSignal, type PointSignal} from './pointSignal';

export interface RipplesProps extends NodeProps {
  at: SignalValue<PossiblePoint>;
  color?: SignalValue<PossibleColor>;
  /** Largest radius in pixels, default 135. */
  radius?: SignalValue<number>;
  /** How many rings, 1 to 20, default 5. */
  rings?: SignalValue<number>;
  /** Time, 0 (nothing yet) to 1 (gone); default 0. */
  progress?: SignalValue<number>;
}

/**
 * Rings that face the viewer around a point of a plane or a space.
 *
 * @example
 * <Ripples ref={search} at={[2, 1]} />;
 * yield* search().spread(3);  // 3.0 s; nothing is left
 */
@nodeName('Ripples')
export class Ripples extends Figure {
  @initial([0, 0])
  @pointSignal()
  public declare readonly at: PointSignal<this>;

  @initial(() => theme().highlight)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  @initial(135)
  @numberSignal()
  public declare readonly radius: SimpleSignal<number, this>;

  @initial(5)
  @numberSignal()
  public declare readonly rings: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly progress: SimpleSignal<number, this>;

  public constructor(props: RipplesProps) {
    super(props);
  }

  /** Lets the rings spread and fade, once. */
  public *spread(seconds = 3): ThreadGenerator {
    this.progress(0);
    yield* this.progress(1, seconds, linear);
  }

  public depth(): number {
    return this.seen().depth;
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    if (layerOf(this) !== 'labels') faded(context, 1, () => this.drawRings(context));
    this.drawChildren(context);
  }

  protected override drawnBox(): BBox {
    const {x, y, magnification} = this.seen();
    const reach = this.radius() * magnification + 6;
    return new BBox(x - reach, y - reach, 2 * reach, 2 * reach);
  }

  private seen(): SeenPoint {
    const frame = frameOf(this);
    requireDimension('Ripples', 'at', this.at(), frame);
    return frame.see(this.at());
  }

  /** Ring i runs from i · 0.15 for 1 of a clock that ends when the last has gone. */
  private drawRings(context: CanvasRenderingContext2D): void {
    const {x, y, magnification} = this.seen();
    const count = Math.max(1, Math.min(20, Math.round(this.rings())));
    const clock = clamp01(this.progress()) * (1 + (count - 1) * 0.15);
    context.strokeStyle = this.color().serialize();
    const alpha = context.globalAlpha;
    for (let ring = 0; ring < count; ring++) {
      const share = clock - ring * 0.15;
      if (share <= 0 || share >= 1) continue;
      context.globalAlpha = alpha * (1 - share) ** 1.5;
      context.lineWidth = 5 * (1 - share) + 1;
      context.beginPath();
      context.arc(x, y, rushFrom(share) * this.radius() * magnification, 0, 2 * Math.PI);
      context.stroke();
    }
  }
}
