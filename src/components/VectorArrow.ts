/**
 * An arrow from a point to a point: a word vector, a step, a direction.
 */
import {colorSignal, initial, nodeName, signal} from '@motion-canvas/2d';
import type {NodeProps} from '@motion-canvas/2d';
import {tween} from '@motion-canvas/core';
import type {BBox, ColorSignal, PossibleColor, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, smooth, thereAndBack, type Easing} from '../math/easing';
import {theme} from '../theme/theme';
import {arrowOutline, headingAlong, labelCentre, wayLength, type ArrowLook, type LabelSide} from './arrowGeometry';
import {boxAround, tracePath} from './canvasDrawing';
import {addPoints, frameOf, layerOf, mixPoints, requireDimension, resolvePoint, stepBetween} from './coordinates';
import type {Point, PossiblePoint, SeenPoint, XY} from './coordinates';
import {facingLabel} from './facingLabel';
import {Figure, handBack, type Task} from './Figure';
import {numberSignal, pointSignal, type PointSignal} from './pointSignal';

/** Pixels between an arrow and the box of its label; the box itself has some air above and below the letters. */
const labelGap = 6;

/** What a VectorArrow takes besides what every node does. */
export interface VectorArrowProps extends NodeProps {
  /** Tail; default the origin. Plane or space units inside a Plane or EmbeddingSpace, else stage pixels. */
  from?: SignalValue<PossiblePoint>;
  /** Tip. */
  to?: SignalValue<PossiblePoint>;
  /** Shown near the arrow, facing the viewer; default none. */
  label?: SignalValue<string>;
  /**
   * Where the label sits: `tip` (default), `tail`, `aside` of the tip when a step goes on from there, or beside the
   * middle: `left`, `right` of travel, `above`, `below` on screen, `outer` away from the origin.
   */
  side?: SignalValue<LabelSide>;
  color?: SignalValue<PossibleColor>;
  /** Width of the shaft in pixels, default 7. The head is in proportion. */
  thickness?: SignalValue<number>;
  /** Degrees of the circle that the shaft follows, default 0; positive bends left of travel. */
  bend?: SignalValue<number>;
  /** Pixels kept free before the tip and after the tail, default 0. */
  gap?: SignalValue<number>;
  /** Share of the arrow that is drawn, 0 to 1, default 1. */
  growth?: SignalValue<number>;
  /** Size of the label's text in pixels, default 40. */
  fontSize?: SignalValue<number>;
}

/**
 * An arrow whose head is part of its shaft and whose label never lies on it.
 *
 * Inside a Plane or an EmbeddingSpace the ends are in its units; elsewhere in stage pixels, y down. The head of a short
 * arrow shrinks to 42 % of its length, and an arrow of no length draws nothing, so that tweens may pass through zero.
 *
 * @throws TypeError 'Cannot draw VectorArrow: "to" has 3 numbers, this plane is flat and takes 2'
 * @throws RangeError 'Cannot draw VectorArrow: "to" holds NaN'
 * @example
 * const king = <VectorArrow to={[2, 1]} label="king" color={theme().query} />;
 * yield* king.grow();            // 1.0 s
 * yield* king.turnBy(45, 2);     // 2.0 s
 * const twin = yield* king.copyTo([1, -2]);
 */
@nodeName('VectorArrow')
export class VectorArrow extends Figure {
  /** The tail: the origin of the frame until it is set. */
  @initial(null)
  @pointSignal()
  public declare readonly from: PointSignal<this>;

  /** The tip. */
  @initial([0, 0])
  @pointSignal()
  public declare readonly to: PointSignal<this>;

  @initial('')
  @signal()
  public declare readonly label: SimpleSignal<string, this>;

  @initial('tip')
  @signal()
  public declare readonly side: SimpleSignal<LabelSide, this>;

  @initial(() => theme().ink)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  @initial(7)
  @numberSignal()
  public declare readonly thickness: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly bend: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly gap: SimpleSignal<number, this>;

  @initial(1)
  @numberSignal()
  public declare readonly growth: SimpleSignal<number, this>;

  @initial(40)
  @numberSignal()
  public declare readonly fontSize: SimpleSignal<number, this>;

  private declare labelled: boolean | undefined;

  public constructor(props: VectorArrowProps) {
    super(props);
    this.labelled = false;
    if (this.label.context.raw() !== '') this.addLabel();
  }

  /** Draws the arrow from its tail. @example yield* arrow.grow()  // 1.0 s */
  public *grow(seconds = 1, easing: Easing = smooth): ThreadGenerator {
    this.growth(0);
    yield* this.growth(1, seconds, easing);
  }

  /** Draws the arrow back into its tail. */
  public *shrink(seconds = 1, easing: Easing = smooth): ThreadGenerator {
    yield* this.growth(0, seconds, easing);
  }

  /** Points the arrow elsewhere, in an EmbeddingSpace also to a word; the tail stays. */
  public *pointTo(to: PossiblePoint | string, seconds = 1, easing: Easing = smooth): ThreadGenerator {
    yield* this.to(resolvePoint('VectorArrow', 'to', this, to), seconds, easing);
  }

  /** Carries the arrow to another tail without changing its step. (`moveTo` is Motion Canvas's word for draw order.) */
  public *carryTo(from: PossiblePoint | string, seconds = 1, easing: Easing = smooth): ThreadGenerator {
    const tail = resolvePoint('VectorArrow', 'from', this, from);
    const start = this.from();
    const step = stepBetween(start, this.to());
    yield* tween(seconds, value => {
      const here = mixPoints(start, tail, easing(value));
      this.from(here);
      this.to(addPoints(here, step));
    });
  }

  /** Leaves the arrow where it is and carries a copy of it to another tail; `yield*` gives the copy. */
  public *copyTo(from: PossiblePoint | string, seconds = 1, easing: Easing = smooth): Task<VectorArrow> {
    const copy = this.snapshotClone();
    this.parent()?.add(copy);
    yield* copy.carryTo(from, seconds, easing);
    return handBack<VectorArrow>(copy);
  }

  /**
   * Turns the arrow about its tail, keeping its length.
   *
   * @param degrees - anticlockwise where y runs up (a plane; a space, about its vertical axis), clockwise in stage pixels
   */
  public *turnBy(degrees: number, seconds = 1, easing: Easing = smooth): ThreadGenerator {
    const tail = this.from();
    const [x, y, ...rest] = stepBetween(tail, this.to());
    yield* tween(seconds, value => {
      const angle = (degrees * easing(value) * Math.PI) / 180;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      this.to(addPoints(tail, [x * cos - y * sin, x * sin + y * cos, ...rest]));
    });
  }

  /** Thickens the arrow for a moment, to point it out. */
  public *pulse(seconds = 0.8, factor = 1.8): ThreadGenerator {
    const thickness = this.thickness();
    yield* tween(seconds, value => this.thickness(thickness * (1 + (factor - 1) * thereAndBack(value))));
    this.thickness(thickness);
  }

  /** How far the arrow lies from the viewer, for the order of painting. */
  public depth(): number {
    const {tail, tip} = this.seenEnds();
    return (tail.depth + tip.depth) / 2;
  }

  protected getFrom(): Point {
    return (this.from.context.getter() as Point | null) ?? this.to().map(() => 0);
  }

  protected setLabel(value: SignalValue<string>): void {
    this.label.context.setter(value);
    // Before the constructor has run the children are not there yet; it looks after the label itself.
    if (this.labelled === false && value !== '') this.addLabel();
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    const layer = layerOf(this);
    if (layer !== 'labels') this.drawArrow(context);
    if (layer !== 'shapes') this.drawChildren(context);
  }

  protected override drawnBox(): BBox {
    return boxAround(this.outline(), 2);
  }

  /** A space may hold hundreds of arrows, and most carry no label: text is made for those that do. */
  private addLabel(): void {
    this.labelled = true;
    this.addPart(
      facingLabel({
        text: () => this.label(),
        fontSize: () => this.fontSize(),
        fill: () => this.color(),
        strength: () => this.labelStrength(),
        middle: box => this.labelMiddle(box),
      }),
    );
  }

  private drawArrow(context: CanvasRenderingContext2D): void {
    context.save();
    context.globalAlpha *= this.strength();
    context.fillStyle = this.color().serialize();
    tracePath(context, this.outline(), true);
    context.fill();
    context.restore();
  }

  private outline(): XY[] {
    const {from, to, look} = this.shape();
    return arrowOutline(from, to, look, this.growth());
  }

  /** Both ends as the frame shows them. */
  private seenEnds(): {tail: SeenPoint; tip: SeenPoint} {
    const frame = frameOf(this);
    const [from, to] = [this.from(), this.to()];
    requireDimension('VectorArrow', 'to', to, frame);
    requireDimension('VectorArrow', 'from', from, frame);
    return {tail: frame.see(from), tip: frame.see(to)};
  }

  private strength(): number {
    const {tail, tip} = this.seenEnds();
    return (tail.strength + tip.strength) / 2;
  }

  /** The arrow in pixels, drawn in full: ends after the gap, widths after perspective. */
  private shape(): {from: XY; to: XY; look: ArrowLook} {
    const {tail, tip} = this.seenEnds();
    const thickness = Math.max(0, this.thickness()) * ((tail.magnification + tip.magnification) / 2);
    const look = {thickness, headLength: thickness * 4.2, headWidth: thickness * 3.6, bendDegrees: this.bend()};
    const length = wayLength(tail, tip, look.bendDegrees);
    const cut = length === 0 ? 0 : Math.min(0.45, Math.max(0, this.gap()) / length);
    if (cut === 0) return {from: tail, to: tip, look};
    // Cutting an arc shortens its angle in proportion, so what is left runs on the same circle.
    const rest = {...look, bendDegrees: look.bendDegrees * (1 - 2 * cut)};
    const at = (share: number) => headingAlong(tail, tip, look.bendDegrees, share);
    return {from: at(cut), to: at(1 - cut), look: rest};
  }

  private labelMiddle(box: {width: number; height: number}): XY {
    const {from, to, look} = this.shape();
    const growth = clamp01(this.growth());
    const tip = headingAlong(from, to, look.bendDegrees, growth);
    return labelCentre(from, tip, {...look, bendDegrees: look.bendDegrees * growth}, box, this.side(), labelGap, this.seenOrigin());
  }

  private seenOrigin(): XY {
    return frameOf(this).see(this.to().map(() => 0));
  }

  /** A label joins its arrow late: there is no word for an arrow that has hardly begun. */
  private labelStrength(): number {
    return smooth(clamp01(this.growth() * 2 - 1)) * this.strength();
  }
}
