/**
 * Two lines from a small thing to a large picture of it: this is that, seen closer.
 */
import {colorSignal, initial, nodeName} from '@motion-canvas/2d';
import type {Node, NodeProps} from '@motion-canvas/2d';
import type {BBox, ColorSignal, PossibleColor, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, smooth, type Easing} from '../math/easing';
import {theme} from '../theme/theme';
import {boxAround} from './canvasDrawing';
import type {XY} from './coordinates';
import {Figure} from './Figure';
import {circleTangents, cornersOf, facingLines, type Disc} from './guideGeometry';
import {borderOf} from './nodeBorder';
import {numberSignal} from './pointSignal';

/** Borders of more corners than this are circles; a box with round corners has fewer. */
const roundFrom = 60;

export interface GuideZoomProps extends NodeProps {
  /** The small thing. */
  from: Node | (() => Node | null);
  /** Its large picture. */
  to: Node | (() => Node | null);
  color?: SignalValue<PossibleColor>;
  /** Width in pixels, default 3. */
  thickness?: SignalValue<number>;
  /** Share that is drawn, from the small thing, 0 to 1; default 1. */
  drawn?: SignalValue<number>;
}

/**
 * Lines from the corners of a small box to the facing corners of a large one, or the outer tangents of two circles; they
 * cross neither. Things that overlap have none.
 *
 * @throws TypeError 'Cannot draw GuideZoom: give "from" and "to" a node each'
 * @example
 * <GuideZoom ref={guide} from={dial} to={bigDial} />;
 * yield* guide().open(0.8);
 */
@nodeName('GuideZoom')
export class GuideZoom extends Figure {
  private readonly small: () => Node | null;
  private readonly large: () => Node | null;

  @initial(() => theme().muted)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  @initial(3)
  @numberSignal()
  public declare readonly thickness: SimpleSignal<number, this>;

  @initial(1)
  @numberSignal()
  public declare readonly drawn: SimpleSignal<number, this>;

  public constructor({from, to, ...props}: GuideZoomProps) {
    super(props);
    if (!from || !to) throw new TypeError('Cannot draw GuideZoom: give "from" and "to" a node each');
    this.small = typeof from === 'function' ? from : () => from;
    this.large = typeof to === 'function' ? to : () => to;
  }

  /** Draws both lines out of the small thing. */
  public *open(seconds = 0.8, easing: Easing = smooth): ThreadGenerator {
    this.drawn(0);
    yield* this.drawn(1, seconds, easing);
  }

  protected override plainProps(): Record<string, unknown> {
    return {from: this.small, to: this.large};
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    const share = clamp01(this.drawn());
    if (share > 0 && this.thickness() > 0) {
      context.save();
      context.strokeStyle = this.color().serialize();
      context.lineWidth = this.thickness();
      context.lineCap = 'round';
      context.beginPath();
      for (const [from, to] of this.lines()) {
        context.moveTo(from.x, from.y);
        context.lineTo(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
      }
      context.stroke();
      context.restore();
    }
    this.drawChildren(context);
  }

  protected override drawnBox(): BBox {
    return boxAround(this.lines().flat(), this.thickness() + 2);
  }

  private lines(): (readonly [XY, XY])[] {
    const [small, large] = [this.small(), this.large()];
    if (small === null || large === null || small.parent() === null || large.parent() === null) return [];
    const toLocal = this.worldToLocal();
    const [a, b] = [borderOf(small, toLocal), borderOf(large, toLocal)];
    if (a.length > roundFrom && b.length > roundFrom) return circleTangents(circleOf(a), circleOf(b));
    return facingLines(cornersOf(a), cornersOf(b));
  }
}

function circleOf(border: readonly XY[]): Disc {
  const box = boxAround(border, 0);
  return {centre: box.center, radius: box.width / 2};
}
