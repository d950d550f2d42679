/**
 * Two lines from a small thing to a large picture of it: this is that, seen closer.
 */
import {colorSignal, initial, nodeName} from '@motion-canvas/2d';
import type {Node, NodeProps} from '@motion-canvas/2d';
import {Vector2} from '@motion-canvas/core';
import type {BBox, ColorSignal, PossibleColor, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, smooth, type Easing} from '../math/easing';
import {theme} from '../theme/theme';
import type {XY} from './coordinates';
import {boxAround, Figure} from './Figure';
import {numberSignal} from './pointSignal';

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
 * The two outer tangents of two boxes, corner to corner: they never cross either box.
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
    return outerTangents(cornersOf(small, toLocal), cornersOf(large, toLocal));
  }
}

/**
 * The two pairs of like corners whose joining line has both boxes on one side.
 *
 * @param small - corners of one upright box, in order
 * @param large - corners of the other, in the same order
 * @returns up to two lines; none when one box holds the other
 */
export function outerTangents(small: readonly XY[], large: readonly XY[]): (readonly [XY, XY])[] {
  const all = [...small, ...large];
  return small
    .map((corner, index) => [corner, large[index]] as const)
    .filter(([a, b]) => {
      const sides = all.map(point => (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x));
      return Math.hypot(b.x - a.x, b.y - a.y) > 1e-6 && (sides.every(side => side >= -1e-6) || sides.every(side => side <= 1e-6));
    })
    .slice(0, 2);
}

function cornersOf(node: Node, toLocal: DOMMatrix): XY[] {
  const corners = node.cacheBBox().transformCorners(toLocal.multiply(node.localToWorld()));
  return corners.map(corner => new Vector2(corner.x, corner.y));
}
