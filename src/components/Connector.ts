/**
 * A line or arrow from one node to another that ends exactly on their borders, and stays there as they move.
 */
import {colorSignal, initial, nodeName, signal} from '@motion-canvas/2d';
import type {Node, NodeProps} from '@motion-canvas/2d';
import type {BBox, ColorSignal, PossibleColor, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, smooth, type Easing} from '../math/easing';
import {theme} from '../theme/theme';
import {arrowOutline, headingAlong, wayLength} from './arrowGeometry';
import {boxAround, tracePath} from './canvasDrawing';
import {centreOf, visibleSpan} from './connectorGeometry';
import type {XY} from './coordinates';
import {Figure} from './Figure';
import {borderOf} from './nodeBorder';
import {numberSignal} from './pointSignal';

export interface ConnectorProps extends NodeProps {
  /** The node it leaves; a function when the node is made later. */
  from: Node | (() => Node | null);
  /** The node it arrives at. */
  to: Node | (() => Node | null);
  color?: SignalValue<PossibleColor>;
  /** Width in pixels, default 5. */
  thickness?: SignalValue<number>;
  /** Degrees of the arc, default 0; positive bends left of travel. */
  bend?: SignalValue<number>;
  /** Pixels kept free before both borders, default 0: the tip touches. */
  gap?: SignalValue<number>;
  /** Whether it ends in an arrow head, default true. */
  head?: SignalValue<boolean>;
  /** Share that is drawn, 0 to 1; default 1. */
  growth?: SignalValue<number>;
}

/**
 * Joins two nodes border to border: rectangles as they are turned and scaled, circles as circles.
 *
 * Nodes that overlap, or one that has left the scene, leave nothing to draw.
 *
 * @throws TypeError 'Cannot draw Connector: give "from" and "to" a node each'
 * @example
 * <Connector ref={attends} from={adjective} to={noun} bend={-60} color={theme().query} />;
 * yield* attends().grow();  // 1.0 s
 */
@nodeName('Connector')
export class Connector extends Figure {
  private readonly source: () => Node | null;
  private readonly target: () => Node | null;

  @initial(() => theme().ink)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  @initial(5)
  @numberSignal()
  public declare readonly thickness: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly bend: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly gap: SimpleSignal<number, this>;

  @initial(true)
  @signal()
  public declare readonly head: SimpleSignal<boolean, this>;

  @initial(1)
  @numberSignal()
  public declare readonly growth: SimpleSignal<number, this>;

  public constructor({from, to, ...props}: ConnectorProps) {
    super(props);
    if (from === undefined || to === undefined || from === null || to === null) {
      throw new TypeError('Cannot draw Connector: give "from" and "to" a node each');
    }
    this.source = typeof from === 'function' ? from : () => from;
    this.target = typeof to === 'function' ? to : () => to;
  }

  /** Draws it from the first node to the second. */
  public *grow(seconds = 1, easing: Easing = smooth): ThreadGenerator {
    this.growth(0);
    yield* this.growth(1, seconds, easing);
  }

  protected override plainProps(): Record<string, unknown> {
    return {from: this.source, to: this.target};
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    context.save();
    context.fillStyle = this.color().serialize();
    tracePath(context, this.outline(), true);
    context.fill();
    context.restore();
    this.drawChildren(context);
  }

  protected override drawnBox(): BBox {
    return boxAround(this.outline(), 2);
  }

  private outline(): XY[] {
    const [source, target] = [this.source(), this.target()];
    if (source === null || target === null || source.parent() === null || target.parent() === null) return [];
    const toLocal = this.worldToLocal();
    const [a, b] = [borderOf(source, toLocal), borderOf(target, toLocal)];
    const bend = this.bend();
    const span = visibleSpan(a, b, bend);
    if (span === null) return [];
    const [from, to] = [centreOf(a), centreOf(b)];
    const cut = this.gap() / Math.max(1, wayLength(from, to, bend));
    const [start, end] = [span.start + cut, span.end - cut];
    if (start >= end) return [];
    const thickness = Math.max(0, this.thickness());
    const head = this.head() ? {headLength: thickness * 4.2, headWidth: thickness * 3.6} : {headLength: 0, headWidth: 0};
    const look = {thickness, ...head, bendDegrees: bend * (end - start)};
    return arrowOutline(headingAlong(from, to, bend, start), headingAlong(from, to, bend, end), look, clamp01(this.growth()));
  }
}
