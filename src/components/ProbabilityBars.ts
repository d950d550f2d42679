/**
 * What may come next, and how likely: a row for each word with a bar and a number, all from one list of probabilities.
 */
import {colorSignal, computed, initial, interpolation, nodeName, parser, Rect, signal} from '@motion-canvas/2d';
import type {LayoutProps, Node} from '@motion-canvas/2d';
import {all, BBox, chain, Color, tween, Vector2} from '@motion-canvas/core';
import type {ColorSignal, PossibleColor, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, lerp, smooth, type Easing} from '../math/easing';
import {lagShare} from '../motion/laggedStart';
import {cut} from '../motion/cut';
import {theme} from '../theme/theme';
import {barBox, barRows, barStart, rowMiddle, widestNumber, type BarChart, type BarLayout, type BarRow} from './barRows';
import {BoxFigure, type Size} from './BoxFigure';
import {faded, handBack, type Task} from './Figure';
import {givenWidth} from './givenSize';
import {probabilityList} from './guards';
import {HandedParts} from './handedParts';
import {drawLine, lineWidth} from './lineOfText';
import {Place} from './Place';
import {numberSignal} from './pointSignal';
import {drawFrom, triedRows, visitedRow, type SampleOptions} from './sampling';
import {shareColor} from './shareColors';
import {Word} from './Word';

export interface ProbabilityBarsProps extends LayoutProps {
  words: SignalValue<readonly string[]>;
  /** Shape as `words`, each 0 to 1, sum at most 1. Bars, numbers and draws all come from it. */
  probabilities: SignalValue<readonly number[]>;
  /** How many rows are shown; default all. */
  rows?: SignalValue<number | null>;
  /** Whether a last row holds what the shown ones leave of 1; default true. */
  rest?: SignalValue<boolean>;
  /** How many words there are to choose from: the last row then says "and 50,249 more". */
  outOf?: SignalValue<number | null>;
  format?: SignalValue<'percent' | 'decimals'>;
  /** Digits after the point; default 0 for percentages, 2 for decimals. */
  decimals?: SignalValue<number | null>;
  /** Probability whose bar fills its room, default 1; longer ones are cut. */
  full?: SignalValue<number>;
  /** Width of the column of words in pixels; default that of the widest. */
  labelWidth?: SignalValue<number | null>;
  /** Pixels from row to row, default 54. */
  rowHeight?: SignalValue<number>;
  /** Default 26. */
  barHeight?: SignalValue<number>;
  /** Default 34. */
  fontSize?: SignalValue<number>;
  /** Colour of each bar; default by place, see `shareColor`. */
  colors?: SignalValue<readonly PossibleColor[] | null>;
  markColor?: SignalValue<PossibleColor>;
  /** How far the chart has come, row by row, 0 to 1; default 1. */
  grown?: SignalValue<number>;
  /** How strong the words are, 0 to 1; default 1. */
  worded?: SignalValue<number>;
  /** The row in the box, from 0; between two while it slides. */
  chosen?: SignalValue<number>;
  /** Strength of the box, 0 to 1; default 0. */
  marked?: SignalValue<number>;
}

/** A draw that is shown: how often the box jumps, and how long that takes. */
export interface ShownSampleOptions extends SampleOptions {
  /** Rows that the box visits, the drawn one included; default 10. */
  readonly draws?: number;
  /** Default 1 s. */
  readonly seconds?: number;
}

const barCorner = 4;
const boxMargin = 14;
const ownWidth = 600;

/**
 * A distribution as rows of word, bar and number, centred on the node; 600 px wide unless `width` says otherwise.
 *
 * @throws RangeError 'Cannot draw ProbabilityBars: "probabilities" add up to 1.2, at most 1'
 * @throws TypeError 'Cannot draw ProbabilityBars: 3 words and 4 probabilities'
 * @example
 * <ProbabilityBars ref={bars} words={['home', 'back', 'in']} probabilities={[0.62, 0.21, 0.09]} outOf={50257} />;
 * yield* bars().unfold();
 * const row = yield* bars().sample({seed: 3});  // the box visits ten draws and stays on the last
 * yield* fadeTransform(bars().label(row), page().addition(0));
 * yield* bars().turnTo(['safely', 'again', 'too'], [0.41, 0.3, 0.12]);  // what follows now
 */
@nodeName('ProbabilityBars')
export class ProbabilityBars extends BoxFigure {
  @initial([])
  @signal()
  public declare readonly words: SimpleSignal<readonly string[], this>;

  @initial([])
  @interpolation(mixShares)
  @parser((shares: readonly number[]) => probabilityList('ProbabilityBars', 'probabilities', shares))
  @signal()
  public declare readonly probabilities: SimpleSignal<readonly number[], this>;

  @initial(null)
  @signal()
  public declare readonly rows: SimpleSignal<number | null, this>;

  @initial(true)
  @signal()
  public declare readonly rest: SimpleSignal<boolean, this>;

  @initial(null)
  @signal()
  public declare readonly outOf: SimpleSignal<number | null, this>;

  @initial('percent')
  @signal()
  public declare readonly format: SimpleSignal<'percent' | 'decimals', this>;

  @initial(null)
  @signal()
  public declare readonly decimals: SimpleSignal<number | null, this>;

  @initial(1)
  @numberSignal()
  public declare readonly full: SimpleSignal<number, this>;

  @initial(null)
  @signal()
  public declare readonly labelWidth: SimpleSignal<number | null, this>;

  @initial(54)
  @numberSignal()
  public declare readonly rowHeight: SimpleSignal<number, this>;

  @initial(26)
  @numberSignal()
  public declare readonly barHeight: SimpleSignal<number, this>;

  @initial(null)
  @signal()
  public declare readonly colors: SimpleSignal<readonly PossibleColor[] | null, this>;

  @initial(() => theme().highlight)
  @colorSignal()
  public declare readonly markColor: ColorSignal<this>;

  @initial(1)
  @numberSignal()
  public declare readonly grown: SimpleSignal<number, this>;

  @initial(1)
  @numberSignal()
  public declare readonly worded: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly chosen: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly marked: SimpleSignal<number, this>;

  private readonly handedOut = new HandedParts();

  public constructor(props: ProbabilityBarsProps) {
    super({fontSize: 34, ...props});
  }

  /** Lets the rows come one after another, each bar out of the common line. */
  public *unfold(seconds = 1, easing: Easing = smooth): ThreadGenerator {
    this.grown(0);
    yield* this.grown(1, seconds, easing);
  }

  /** Moves to other probabilities of the same words; bars and numbers keep in step. */
  public *become(probabilities: readonly number[], seconds = 1, easing: Easing = smooth): ThreadGenerator {
    yield* this.probabilities(probabilities, seconds, easing);
  }

  /**
   * Turns to another distribution of as many rows: bars and numbers move, and the old words give way to the new ones.
   *
   * @param words - as many as there are, or the rows would jump
   */
  public *turnTo(words: readonly string[], probabilities: readonly number[], seconds = 1, easing: Easing = smooth): ThreadGenerator {
    yield* all(
      this.probabilities(probabilities, seconds, easing),
      chain(this.worded(0, seconds / 2, easing), () => void this.words(words), this.worded(1, seconds / 2, easing)),
    );
  }

  /**
   * Lets a box jump over rows as draws of the distribution fall, and rest on the last one.
   *
   * All draws are real and seeded; what is not shown counts as its row, if there is one.
   *
   * @returns index of the row drawn; the number of words shown stands for the rest
   */
  public *sample({draws = 10, seconds = 1, seed, on}: ShownSampleOptions = {}): Task<number> {
    const shares = barRows(this.chart()).map(row => row.share);
    if (shares.every(share => share === 0)) throw new RangeError('Cannot sample ProbabilityBars: no row has a chance');
    const {index} = drawFrom('ProbabilityBars', shares, {seed, on});
    const visits = [...triedRows(shares, draws - 1, seed), index];
    yield* tween(seconds, share => {
      // The first draws fall faster than a frame: the box is meant to jump.
      cut(this);
      this.chosen(visitedRow(visits, share));
      this.marked(clamp01(share * Math.max(4, draws)));
    });
    return handBack(index);
  }

  /** Takes the box away. */
  public *unmark(seconds = 0.4): ThreadGenerator {
    yield* this.marked(0, seconds, smooth);
  }

  /** A whole row as a place to point at. */
  public row(index: number): Place {
    return this.part('row', index, () => new Place({box: () => this.rowBox(index)}));
  }

  /** The word of a row as a node of its own: the chart no longer draws it. */
  public label(index: number): Word {
    return this.part('label', index, () => {
      const word: Word = new Word({
        text: () => this.rowAt(index).label,
        fontSize: () => this.fontSize(),
        weight: 400,
        color: () => this.labelColor(this.rowAt(index)),
        position: () => new Vector2(this.barLeft() - this.air() - word.width() / 2, this.middleOf(index)),
      });
      return word;
    });
  }

  /** The number of a row as a node of its own. */
  public number(index: number): Word {
    return this.part('number', index, () => {
      const word: Word = new Word({
        text: () => this.rowAt(index).number,
        fontSize: () => this.fontSize(),
        weight: 400,
        color: () => this.labelColor(this.rowAt(index)),
        position: () => new Vector2(this.barOf(index).right + this.air() + word.width() / 2, this.middleOf(index)),
      });
      return word;
    });
  }

  /** The bar of a row as a node of its own. */
  public bar(index: number): Rect {
    return this.part(
      'bar',
      index,
      () =>
        new Rect({
          size: () => this.barOf(index).size,
          position: () => this.barOf(index).center,
          radius: [0, barCorner, barCorner, 0],
          smoothCorners: false,
          fill: () => this.colorOf(index),
        }),
    );
  }

  protected override contentSize(): Size {
    return {width: givenWidth('ProbabilityBars', this, ownWidth), height: this.table().length * this.rowHeight()};
  }

  protected override overhang(): number {
    return boxMargin + 4;
  }

  protected override drawContent(context: CanvasRenderingContext2D): void {
    const rows = this.table();
    const grown = clamp01(this.grown());
    if (rows.length === 0 || grown === 0) return;
    this.drawBox(context, rows.length);
    this.drawZero(context, rows.length, smooth(clamp01(grown * 3)));
    rows.forEach((row, index) => this.drawRow(context, row, index, rows.length, lagShare(grown, index, rows.length, 0.15)));
  }

  private drawRow(context: CanvasRenderingContext2D, row: BarRow, index: number, count: number, share: number): void {
    const middle = rowMiddle(index, count, this.layoutOf());
    const [left, air] = [this.barLeft(), this.air()];
    const bar = barBox(row.share * share, middle, this.layoutOf());
    const look = {fontSize: this.fontSize(), fill: this.labelColor(row).serialize()};
    faded(context, clamp01(share * 2), () => {
      faded(context, clamp01(this.worded()), () => {
        if (!this.gave(`label ${index}`)) drawLine(context, row.label, left - air, middle, {...look, align: 'right'});
      });
      if (!this.gave(`bar ${index}`)) this.drawBar(context, bar, this.colorOf(index));
    });
    // A number is true only of its whole bar, so it comes when that has all but arrived.
    faded(context, clamp01(share * 2 - 1), () => {
      if (!this.gave(`number ${index}`)) drawLine(context, row.number, bar.right + air, middle, look);
    });
  }

  private drawBar(context: CanvasRenderingContext2D, bar: BBox, color: Color): void {
    if (bar.width <= 0) return;
    const corner = Math.min(barCorner, bar.width, bar.height / 2);
    context.fillStyle = color.serialize();
    context.beginPath();
    context.roundRect(bar.x, bar.y, bar.width, bar.height, [0, corner, corner, 0]);
    context.fill();
  }

  /** The line that all bars start on: without it, a bar of nearly nothing would stand nowhere. */
  private drawZero(context: CanvasRenderingContext2D, count: number, strength: number): void {
    const half = ((count - 1) * this.rowHeight()) / 2 + Math.min(this.rowHeight(), this.barHeight() * 1.5) / 2;
    faded(context, strength, () => {
      context.strokeStyle = theme().grid;
      context.lineWidth = 2;
      context.beginPath();
      context.moveTo(this.barLeft() - 1, -half);
      context.lineTo(this.barLeft() - 1, half);
      context.stroke();
    });
  }

  private drawBox(context: CanvasRenderingContext2D, count: number): void {
    const middle = rowMiddle(this.chosen(), count, this.layoutOf());
    const {x, y, width, height} = this.boxAround(middle);
    faded(context, clamp01(this.marked()), () => {
      context.strokeStyle = this.markColor().serialize();
      context.fillStyle = this.markColor().alpha(0.12).serialize();
      context.lineWidth = 3;
      context.beginPath();
      context.roundRect(x, y, width, height, 8);
      context.fill();
      context.stroke();
    });
  }

  private rowBox(index: number): BBox {
    return this.boxAround(this.middleOf(index)).expand(-boxMargin + 6);
  }

  private boxAround(middle: number): BBox {
    const {width} = this.contentSize();
    const height = this.rowHeight() - 4;
    return new BBox(-width / 2 - boxMargin, middle - height / 2, width + 2 * boxMargin, height);
  }

  @computed()
  private table(): readonly BarRow[] {
    return barRows(this.chart());
  }

  private chart(): BarChart {
    return {
      words: this.words(),
      probabilities: this.probabilities(),
      rows: this.rows(),
      rest: this.rest(),
      outOf: this.outOf(),
      format: this.format(),
      decimals: this.decimals(),
    };
  }

  private rowAt(index: number): BarRow {
    const row = this.table()[index];
    if (row === undefined) throw new RangeError(`ProbabilityBars has no row ${index}: it has ${this.table().length}, from 0`);
    return row;
  }

  @computed()
  private layoutOf(): BarLayout {
    const look = {fontSize: this.fontSize()};
    const widest = Math.max(0, ...this.table().map(row => lineWidth(row.label, look)));
    return {
      width: this.contentSize().width,
      labelWidth: this.labelWidth() ?? widest,
      numberWidth: lineWidth(widestNumber({format: this.format(), decimals: this.decimals()}), look),
      rowHeight: this.rowHeight(),
      barHeight: this.barHeight(),
      air: this.air(),
      full: this.full(),
    };
  }

  private air(): number {
    return this.fontSize() * 0.45;
  }

  private barLeft(): number {
    return barStart(this.layoutOf());
  }

  private barOf(index: number): BBox {
    return barBox(this.rowAt(index).share * lagShare(clamp01(this.grown()), index, this.table().length, 0.15), this.middleOf(index), this.layoutOf());
  }

  private middleOf(index: number): number {
    return rowMiddle(index, this.table().length, this.layoutOf());
  }

  private colorOf(index: number): Color {
    const row = this.rowAt(index);
    if (row.isRest) return new Color(theme().grid);
    const own = this.colors()?.[index];
    return new Color(own ?? shareColor(index, this.words().length));
  }

  private labelColor(row: BarRow): Color {
    return new Color(row.isRest ? theme().muted : theme().ink);
  }

  private gave(name: string): boolean {
    return this.handedOut.stands(name, this);
  }

  private part<T extends Node>(kind: string, index: number, make: () => T): T {
    this.rowAt(index);
    return this.handedOut.take(`${kind} ${index}`, () => this.addPart(make()));
  }
}

function mixShares(from: readonly number[], to: readonly number[], share: number): readonly number[] {
  if (from.length !== to.length) {
    throw new TypeError(`Cannot move ProbabilityBars from ${from.length} probabilities to ${to.length}: set "words" and "probabilities" at once instead`);
  }
  return from.map((value, index) => lerp(value, to[index], share));
}
