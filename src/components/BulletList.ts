/** Points of a list that come line by line; the one that is spoken of stands out. */
import {colorSignal, computed, initial, interpolation, nodeName, parser, signal} from '@motion-canvas/2d';
import type {LayoutProps} from '@motion-canvas/2d';
import {all, BBox, Color} from '@motion-canvas/core';
import type {ColorSignal, PossibleColor, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, linear, smooth} from '../math/easing';
import {theme} from '../theme/theme';
import {BoxFigure, type Size} from './BoxFigure';
import {faded} from './Figure';
import {focusStrength, mixWeights, onlyThese} from './focusWeights';
import {givenWidth} from './givenSize';
import {finiteNumber} from './guards';
import {HandedParts} from './handedParts';
import {drawLine, lineWidth} from './lineOfText';
import {Place} from './Place';
import {numberSignal} from './pointSignal';
import {wrappedLines} from './wrapText';

export interface BulletListProps extends LayoutProps {
  items: SignalValue<readonly string[]>;
  /** What stands before each: a dot, its number, or nothing. Default dot. */
  marker?: SignalValue<'dot' | 'number' | 'none'>;
  /** Default 44 px. */
  fontSize?: SignalValue<number>;
  /** Distance of lines in one item, as a share of the type size; default 1.3. */
  pitch?: SignalValue<number>;
  /** Air between items, as a share of the type size; default 0.6. */
  air?: SignalValue<number>;
  color?: SignalValue<PossibleColor>;
  focusColor?: SignalValue<PossibleColor>;
  /** How many items have come; a fraction is one on its way. Default all. */
  shown?: SignalValue<number | null>;
}

interface PlacedItem {
  readonly lines: readonly string[];
  /** Middle of its first line under the top of the list. */
  readonly first: number;
}

const ownWidth = 900;
/** Strength of items out of focus. */
const dim = 0.3;

/**
 * A list whose points come one by one, 900 px wide unless `width` says otherwise; longer items wrap under their own
 * first word.
 *
 * @example
 * <BulletList ref={list} items={['Tokens become vectors', 'Vectors talk', 'The last one predicts']} shown={0} />;
 * yield* list().next();    // 0.6 s, the first item comes
 * yield* list().reveal();  // the others, 0.4 s each
 * yield* list().focus(1);  // the others step back
 */
@nodeName('BulletList')
export class BulletList extends BoxFigure {
  @initial([])
  @signal()
  public declare readonly items: SimpleSignal<readonly string[], this>;

  @initial('dot')
  @signal()
  public declare readonly marker: SimpleSignal<'dot' | 'number' | 'none', this>;

  @initial(1.3)
  @numberSignal()
  public declare readonly pitch: SimpleSignal<number, this>;

  @initial(0.6)
  @numberSignal()
  public declare readonly air: SimpleSignal<number, this>;

  @initial(() => theme().ink)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  @initial(() => theme().highlight)
  @colorSignal()
  public declare readonly focusColor: ColorSignal<this>;

  @initial(null)
  @parser((value: number | null) => (value === null ? null : finiteNumber('BulletList', 'shown', value)))
  @signal()
  public declare readonly shown: SimpleSignal<number | null, this>;

  /** Share of the focus that each item has. */
  @initial([])
  @interpolation(mixWeights)
  @signal()
  protected declare readonly weights: SimpleSignal<readonly number[], this>;

  /** How far there is any focus. */
  @initial(0)
  @numberSignal()
  protected declare readonly focusing: SimpleSignal<number, this>;

  private readonly handedOut = new HandedParts();

  public constructor(props: BulletListProps) {
    super({fontSize: 44, ...props});
  }

  /** Lets the next item come. */
  public *next(seconds = 0.6): ThreadGenerator {
    const from = this.count();
    this.shown(from);
    yield* this.shown(Math.min(this.items().length, Math.floor(from) + 1), seconds, linear);
  }

  /** Lets all items come that are still to come. duration = `each` · their count. */
  public *reveal(each = 0.4): ThreadGenerator {
    const [from, to] = [this.count(), this.items().length];
    this.shown(from);
    yield* this.shown(to, each * (to - from), linear);
  }

  /** Lets one item, or some, stand out from the others. */
  public *focus(chosen: number | readonly number[], seconds = 0.4): ThreadGenerator {
    const weights = onlyThese(this.items().length, typeof chosen === 'number' ? [chosen] : chosen);
    if (this.focusing() === 0) this.weights(weights);
    yield* all(this.weights(weights, seconds, smooth), this.focusing(1, seconds, smooth));
  }

  /** Lets all items stand alike again. */
  public *unfocus(seconds = 0.4): ThreadGenerator {
    yield* this.focusing(0, seconds, smooth);
  }

  /** An item as a place to point at. */
  public item(index: number): Place {
    if (index < 0 || index >= this.items().length) throw new RangeError(`BulletList has no item ${index}: it has ${this.items().length}, from 0`);
    return this.handedOut.take(String(index), () => this.addPart(new Place({box: () => this.itemBox(index)})));
  }

  protected override contentSize(): Size {
    const last = this.layoutOf().at(-1);
    const line = this.line();
    const height = last === undefined ? 0 : last.first + (last.lines.length - 0.5) * line;
    return {width: givenWidth('BulletList', this, ownWidth), height};
  }

  protected override drawContent(context: CanvasRenderingContext2D): void {
    if (!(this.fontSize() > 0)) return;
    const count = this.count();
    this.layoutOf().forEach((item, index) => {
      const share = smooth(clamp01(count - index));
      const weight = this.weights()[index] ?? 0;
      faded(context, share * focusStrength(weight, this.focusing(), dim), () => {
        this.drawItem(context, item, index, weight * clamp01(this.focusing()), (1 - share) * this.fontSize() * -0.6);
      });
    });
  }

  private drawItem(context: CanvasRenderingContext2D, item: PlacedItem, index: number, lit: number, shift: number): void {
    const {width, height} = this.contentSize();
    const [left, top] = [-width / 2 + shift, -height / 2 + item.first];
    const fill = Color.lerp(this.color(), this.focusColor(), lit, 'lab').serialize();
    const look = {fontSize: this.fontSize(), fill};
    if (this.marker() === 'number') drawLine(context, `${index + 1}.`, left + this.indent() - this.fontSize() * 0.4, top, {...look, align: 'right'});
    if (this.marker() === 'dot') {
      context.fillStyle = fill;
      context.beginPath();
      // A little under the middle of capitals: most letters beside it are small ones.
      context.arc(left + this.fontSize() * 0.16, top + this.fontSize() * 0.05, this.fontSize() * 0.13, 0, 2 * Math.PI);
      context.fill();
    }
    item.lines.forEach((line, row) => drawLine(context, line, left + this.indent(), top + row * this.line(), look));
  }

  private itemBox(index: number): BBox {
    const item = this.layoutOf()[index];
    if (item === undefined) return new BBox();
    const {width, height} = this.contentSize();
    const look = {fontSize: this.fontSize()};
    const widest = Math.max(...item.lines.map(line => lineWidth(line, look)));
    return new BBox(-width / 2, -height / 2 + item.first - this.line() / 2, this.indent() + widest, item.lines.length * this.line());
  }

  @computed()
  private layoutOf(): readonly PlacedItem[] {
    const look = {fontSize: this.fontSize()};
    const room = givenWidth('BulletList', this, ownWidth) - this.indent();
    const line = this.line();
    let top = 0;
    return this.items().map(text => {
      const lines = wrappedLines(text, piece => lineWidth(piece, look) <= room);
      const item = {lines, first: top + line / 2};
      top += lines.length * line + this.air() * this.fontSize();
      return item;
    });
  }

  private line(): number {
    return this.pitch() * this.fontSize();
  }

  /** Room before the text: numbers stand right-aligned in it, however many digits they have. */
  private indent(): number {
    const marker = this.marker();
    if (marker === 'none') return 0;
    if (marker === 'dot') return this.fontSize() * 0.75;
    return lineWidth(`${this.items().length}.`, {fontSize: this.fontSize()}) + this.fontSize() * 0.4;
  }

  private count(): number {
    return Math.max(0, Math.min(this.items().length, this.shown() ?? Infinity));
  }
}
