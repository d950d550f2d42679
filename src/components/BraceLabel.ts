/**
 * A curly brace along one side of nodes or of a span, with a label at its point: a name, or a number that counts up.
 */
import {colorSignal, initial, nodeName, parser, signal} from '@motion-canvas/2d';
import type {NodeProps} from '@motion-canvas/2d';
import {all, BBox, Vector2} from '@motion-canvas/core';
import type {ColorSignal, PossibleColor, PossibleVector2, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, linear, smooth, type Easing} from '../math/easing';
import {formatInteger} from '../math/formatNumber';
import {theme} from '../theme/theme';
import {braceOutline} from './braceOutline';
import type {XY} from './coordinates';
import {boxAround, faded, Figure, tracePath} from './Figure';
import {finiteNumber} from './guards';
import {HandedParts} from './handedParts';
import {drawLine, lineWidth} from './lineOfText';
import {Place} from './Place';
import {numberSignal} from './pointSignal';
import {requireTarget, targetBox, type Target} from './targetBox';
import {wordHeight} from './Word';

export type Side = 'below' | 'above' | 'left' | 'right';

/** Two points, in pixels of the brace's parent: the side of the brace is taken along them. */
export interface Span {
  readonly from: PossibleVector2;
  readonly to: PossibleVector2;
}

export interface BraceLabelProps extends NodeProps {
  /** What it holds together: nodes, or a span between two points. */
  of: Target | Span;
  /** On which side it stands, default below. */
  side?: SignalValue<Side>;
  label?: SignalValue<string>;
  /** A whole number as the label, grouped by thousands; a `label` stands after it. */
  count?: SignalValue<number | null>;
  /** How far the number has counted, 0 to 1; default 1. */
  counted?: SignalValue<number>;
  /** Pixels between what it holds and its ends, default 12. */
  gap?: SignalValue<number>;
  /** Pixels from its ends to its point, default 32. */
  depth?: SignalValue<number>;
  /** Default 5. */
  thickness?: SignalValue<number>;
  color?: SignalValue<PossibleColor>;
  labelColor?: SignalValue<PossibleColor>;
  /** Default 40. */
  fontSize?: SignalValue<number>;
  /** How far it has opened from its point, 0 to 1; default 1. */
  growth?: SignalValue<number>;
}

/** A brace and its place: middle of the held edge, direction away from it, and length. */
interface Stand {
  readonly x: number;
  readonly y: number;
  readonly length: number;
  /** Quarter turns from "below", clockwise as seen on screen. */
  readonly turns: number;
}

const quarterTurns: Record<Side, number> = {below: 0, left: 1, above: 2, right: 3};

/**
 * A brace that follows what it holds, with its label beyond its point.
 *
 * @throws RangeError 'Cannot draw BraceLabel: "side" is "under", it is below, above, left or right'
 * @example
 * <BraceLabel ref={brace} of={column} side="left" count={12288} />;
 * yield* brace().unfold();   // opens from its point
 * yield* brace().countUp();  // 0 to 12,288 in 1.5 s
 */
@nodeName('BraceLabel')
export class BraceLabel extends Figure {
  private readonly held: Target | Span;
  private readonly handedOut = new HandedParts();

  @initial('below')
  @parser(requireSide)
  @signal()
  public declare readonly side: SimpleSignal<Side, this>;

  @initial('')
  @signal()
  public declare readonly label: SimpleSignal<string, this>;

  @initial(null)
  @parser((value: number | null) => (value === null ? null : finiteNumber('BraceLabel', 'count', value)))
  @signal()
  public declare readonly count: SimpleSignal<number | null, this>;

  @initial(1)
  @numberSignal()
  public declare readonly counted: SimpleSignal<number, this>;

  @initial(12)
  @numberSignal()
  public declare readonly gap: SimpleSignal<number, this>;

  @initial(32)
  @numberSignal()
  public declare readonly depth: SimpleSignal<number, this>;

  @initial(5)
  @numberSignal()
  public declare readonly thickness: SimpleSignal<number, this>;

  @initial(() => theme().muted)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  @initial(() => theme().ink)
  @colorSignal()
  public declare readonly labelColor: ColorSignal<this>;

  @initial(40)
  @numberSignal()
  public declare readonly fontSize: SimpleSignal<number, this>;

  @initial(1)
  @numberSignal()
  public declare readonly growth: SimpleSignal<number, this>;

  public constructor({of, ...props}: BraceLabelProps) {
    super(props);
    this.held = isSpan(of) ? of : requireTarget('BraceLabel', 'of', of);
  }

  /** Opens the brace from its point; the label comes in the second half. */
  public *unfold(seconds = 1, easing: Easing = smooth): ThreadGenerator {
    this.growth(0);
    yield* this.growth(1, seconds, easing);
  }

  /** Counts the number up from 0. @param to - a new number, default the one it has */
  public *countUp(to = this.count() ?? 0, seconds = 1.5): ThreadGenerator {
    this.count(to);
    this.counted(0);
    yield* this.counted(1, seconds, linear);
  }

  /** Opens and counts at once. */
  public *unfoldAndCount(seconds = 1.5): ThreadGenerator {
    yield* all(this.unfold(Math.min(1, seconds)), this.countUp(undefined, seconds));
  }

  /** The label as a place to point at or fly from. */
  public labelPlace(): Place {
    return this.handedOut.take('label', () => this.addPart(new Place({box: () => this.labelBox()})));
  }

  protected override plainProps(): Record<string, unknown> {
    return {of: this.held};
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    const stand = this.stand();
    const growth = clamp01(this.growth());
    if (stand !== null && growth > 0) {
      faded(context, 1, () => this.drawBrace(context, stand, growth));
      faded(context, clamp01(growth * 2 - 1), () => this.drawLabel(context));
    }
    this.drawChildren(context);
  }

  protected override drawnBox(): BBox {
    const stand = this.stand();
    if (stand === null) return new BBox();
    const {width, height} = this.labelBox();
    const label = width * height === 0 ? [] : this.labelBox().corners;
    return boxAround([...this.outline(stand, 1), ...label], 4);
  }

  private drawBrace(context: CanvasRenderingContext2D, stand: Stand, growth: number): void {
    context.fillStyle = this.color().serialize();
    tracePath(context, this.outline(stand, growth), true);
    context.fill();
  }

  private drawLabel(context: CanvasRenderingContext2D): void {
    const box = this.labelBox();
    const [text, look] = [this.text(this.counted()), {...this.look(), fill: this.labelColor().serialize()}];
    const {x, y} = box.center;
    // A number that grows keeps its last digit where it will stand, so that it does not jitter.
    if (this.count() !== null && this.counted() < 1) drawLine(context, text, box.right, y, {...look, align: 'right'});
    else drawLine(context, text, x, y, {...look, align: 'center'});
  }

  private outline(stand: Stand, growth: number): XY[] {
    const shape = braceOutline({length: stand.length * growth, depth: this.depth(), thickness: this.thickness()});
    return shape.map(({x, y}) => placed({x, y: y + this.gap()}, stand));
  }

  private labelBox(): BBox {
    const stand = this.stand();
    const text = this.text(1);
    if (stand === null || text === '') return new BBox();
    const look = this.look();
    const [width, height] = [lineWidth(text, look), this.fontSize() * wordHeight];
    const away = this.gap() + this.depth();
    const half = stand.turns % 2 === 0 ? height / 2 + this.fontSize() * 0.02 : width / 2 + this.fontSize() * 0.3;
    const {x, y} = placed({x: 0, y: away + half}, stand);
    return new BBox(x - width / 2, y - height / 2, width, height);
  }

  private text(counted: number): string {
    const count = this.count();
    const number = count === null ? '' : formatInteger(Math.round(count * clamp01(counted)));
    return [number, this.label()].filter(part => part !== '').join(' ');
  }

  private look(): {fontSize: number; weight: number} {
    return {fontSize: this.fontSize(), weight: 500};
  }

  private stand(): Stand | null {
    const held = this.held;
    const turns = quarterTurns[this.side()];
    if (isSpan(held)) return this.standOnSpan(held, turns);
    const box = targetBox(this, held);
    if (box === null) return null;
    const {x, y} = box.center;
    if (turns === 0) return {x, y: box.bottom, length: box.width, turns};
    if (turns === 2) return {x, y: box.top, length: box.width, turns};
    return {x: turns === 1 ? box.left : box.right, y, length: box.height, turns};
  }

  /** A span lies in the parent's pixels, so the brace's own place and size do not move it twice. */
  private standOnSpan({from, to}: Span, turns: number): Stand {
    const [a, b] = [new Vector2(from), new Vector2(to)];
    const along = turns % 2 === 0 ? Math.abs(b.x - a.x) : Math.abs(b.y - a.y);
    return {x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, length: along, turns};
  }
}

function isSpan(of: Target | Span): of is Span {
  return of !== null && typeof of === 'object' && 'from' in of && 'to' in of && !('worldToLocal' in of);
}

/** Turns a place of a brace that stands below to its side. */
function placed({x, y}: XY, stand: Stand): XY {
  switch (stand.turns) {
    case 0:
      return {x: stand.x + x, y: stand.y + y};
    case 1:
      return {x: stand.x - y, y: stand.y + x};
    case 2:
      return {x: stand.x - x, y: stand.y - y};
    default:
      return {x: stand.x + y, y: stand.y - x};
  }
}

function requireSide(side: Side): Side {
  if (side in quarterTurns) return side;
  throw new RangeError(`Cannot draw BraceLabel: "side" is ${JSON.stringify(side)}, it is below, above, left or right`);
}
