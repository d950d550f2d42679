/** Where all the parameters are: a table of products, each factor named, added up. */
import {colorSignal, computed, initial, interpolation, nodeName, parser, signal, type LayoutProps, type Node} from '@motion-canvas/2d';
import {BBox, Vector2} from '@motion-canvas/core';
import type {ColorSignal, PossibleColor, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, lerp, linear, smooth} from '../math/easing';
import {formatInteger, formatPercent} from '../math/formatNumber';
import type {ParameterTally as Tally, TallyKind, TallyRow} from '../math/parameterTally';
import {theme} from '../theme/theme';
import {seconds as durations} from '../theme/timing';
import {size} from '../theme/type';
import {BoxFigure, type Size} from './BoxFigure';
import {faded} from './Figure';
import {finiteNumber} from './guards';
import {HandedParts} from './handedParts';
import {drawLine, lineWidth} from './lineOfText';
import {Place} from './Place';
import {numberSignal} from './pointSignal';
import {factorName, placedFactors, presence, rowsOfKinds, rowTotal, scopes, type PlacedFactor, type TallyScope} from './tallyTable';
import {Word} from './Word';

export interface ParameterTallyProps extends LayoutProps {
  /** From `parameterTally(sizes)`: every figure of the table comes from it. */
  tally: SignalValue<Tally>;
  /** Rows that are shown, in this order; default all that the total counts. */
  kinds?: SignalValue<readonly TallyKind[] | null>;
  /** How much is counted at first, default the whole model. */
  scope?: TallyScope;
  /** Default 36 px; names of factors are smaller, but no smaller than small print. */
  fontSize?: SignalValue<number>;
  /** Colour of totals; default that of learned parameters. */
  color?: SignalValue<PossibleColor>;
  /** How many rows have come; a fraction is one on its way. Default all. */
  shown?: SignalValue<number | null>;
  /** Strength of the names of rows that are still to come, 0 to 1; default 0. */
  named?: SignalValue<number>;
  /** Strength of the sum under the rows, 0 to 1; default 0. */
  sum?: SignalValue<number>;
  /** Strength of each row's share of the model's total, 0 to 1; default 0. */
  share?: SignalValue<number>;
  /** Length in pixels of the bar that stands for the whole model; default 150. */
  barLength?: SignalValue<number>;
}

/** A share of next to nothing is still seen, px. */
const leastBar = 2;

/** Edges of the columns from the left, in pixels. */
interface Columns {
  /** Right end of each factor. */
  readonly factors: readonly number[];
  /** Middle of the equals sign. */
  readonly equals: number;
  /** Right end of totals. */
  readonly totals: number;
  /** Right end of shares, their bars before them. */
  readonly shares: number;
}

/**
 * The parameters of a model as a table, row by row, with their sum; centred on the node. Factors stand in columns
 * (matrix, matrix, heads, layers), totals end on one edge. The bars of shares are all to one scale: each begins where the
 * row before it ended, so that all rows together fill the bar of the whole.
 *
 * @throws RangeError 'ParameterTally has no row "unembedding"'
 * @example
 * <ParameterTally ref={table} tally={parameterTally(gpt3)} scope="head" kinds={['query', 'key', 'value', 'output']} shown={0} />;
 * yield* table().reveal();           // 0.5 s a row
 * yield* table().scopeTo('layer');   // times 96 heads, totals count up
 * yield* table().scopeTo('model');   // times 96 layers
 * yield* table().showSum();          // 57,982,058,496
 * yield* table().showShare();        // and which part of the model each row is
 */
@nodeName('ParameterTally')
export class ParameterTally extends BoxFigure {
  @signal()
  public declare readonly tally: SimpleSignal<Tally, this>;

  @initial(null)
  @signal()
  public declare readonly kinds: SimpleSignal<readonly TallyKind[] | null, this>;

  @initial(() => theme().weight.positive)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  @initial(null)
  @parser((value: number | null) => (value === null ? null : finiteNumber('ParameterTally', 'shown', value)))
  @signal()
  public declare readonly shown: SimpleSignal<number | null, this>;

  @initial(0)
  @numberSignal()
  public declare readonly named: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly sum: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly share: SimpleSignal<number, this>;

  @initial(150)
  @numberSignal()
  public declare readonly barLength: SimpleSignal<number, this>;

  /** Strength of each row, 0 to 1, or null where all are full. */
  @initial(null)
  @interpolation(mixStrengths)
  @signal()
  protected declare readonly light: SimpleSignal<readonly number[] | null, this>;

  /** Index of the scope, a fraction on the way to the next. */
  @initial(2)
  @numberSignal()
  protected declare readonly counted: SimpleSignal<number, this>;

  private readonly handedOut = new HandedParts();

  public constructor({scope, ...props}: ParameterTallyProps) {
    super({fontSize: 36, ...props});
    if (scope !== undefined) this.counted(scopeIndex(scope));
  }

  /** Lets the rows come that are still to come. duration = `each` · their count. */
  public *reveal(each = 0.5): ThreadGenerator {
    const [from, to] = [this.count(), this.rows().length];
    this.shown(from);
    yield* this.shown(to, each * (to - from), linear);
  }

  /** Counts one head, one layer or the whole model: factors come or go, and totals with them. */
  public *scopeTo(scope: TallyScope, seconds = 1.2): ThreadGenerator {
    yield* this.counted(scopeIndex(scope), seconds, smooth);
  }

  /** Adds the rows up under a rule. */
  public *showSum(seconds = 0.8): ThreadGenerator {
    yield* this.sum(1, seconds, smooth);
  }

  /** Dims all rows but some, and the sum. @example yield* table().spotlight(['embedding'])  // 0.4 s */
  public *spotlight(kinds: readonly TallyKind[], seconds: number = durations.short, dim = 0.25): ThreadGenerator {
    const rows = this.rows();
    this.light(this.light() ?? rows.map(() => 1).concat(1));
    yield* this.light(rows.map(({kind}) => (kinds.includes(kind) ? 1 : dim)).concat(dim), seconds, smooth);
  }

  /** Shows which part of the model's total each row is. */
  public *showShare(seconds = 0.8): ThreadGenerator {
    yield* this.share(1, seconds, smooth);
  }

  /** A row as a place to point at. */
  public row(kind: TallyKind): Place {
    return this.part(`row ${kind}`, () => new Place({box: () => this.rowBox(this.indexOf(kind))}));
  }

  /** The box of a row behind its name, in the figure's own pixels: here its factors and its total stand. */
  public figuresBox(kind: TallyKind): BBox {
    const row = this.rowBox(this.indexOf(kind));
    const start = this.leftEdge() + this.labelWidth() + this.fontSize() * 0.8;
    return new BBox(start, this.middleOf(this.indexOf(kind)) - this.fontSize() * 0.6, row.right - start, this.fontSize() * 1.2);
  }

  /** The sum as a place to point at. */
  public sumPlace(): Place {
    return this.part('sum', () => new Place({box: () => this.sumBox()}));
  }

  /** The total of a row as a node of its own: the table no longer draws it. */
  public total(kind: TallyKind): Word {
    return this.part(`total ${kind}`, () => {
      const word: Word = new Word({
        text: () => formatInteger(rowTotal(this.rows()[this.indexOf(kind)], this.counted())),
        fontSize: () => this.fontSize(),
        color: () => this.color(),
        position: () => new Vector2(this.leftEdge() + this.columns().totals - word.width() / 2, this.middleOf(this.indexOf(kind))),
      });
      return word;
    });
  }

  protected override contentSize(): Size {
    const count = this.rows().length;
    if (count === 0) return {width: 0, height: 0};
    return {width: this.columns().shares, height: (count + 1) * this.rowHeight()};
  }

  protected override overhang(): number {
    return this.fontSize();
  }

  protected override drawContent(context: CanvasRenderingContext2D): void {
    const rows = this.rows();
    if (rows.length === 0 || !(this.fontSize() > 0)) return;
    const count = this.count();
    const left = this.leftEdge();
    context.translate(left, 0);
    rows.forEach((row, index) => {
      const [come, light] = [smooth(clamp01(count - index)), this.lightOf(index)];
      faded(context, Math.max(come, clamp01(this.named())) * light, () => this.drawName(context, row, index));
      faded(context, come * light, () => this.drawRow(context, row, index));
      faded(context, come * clamp01(this.share()) * light, () => this.drawShare(context, row, index));
    });
    faded(context, clamp01(this.sum()) * this.lightOf(rows.length), () => this.drawSum(context));
  }

  private drawName(context: CanvasRenderingContext2D, row: TallyRow, index: number): void {
    drawLine(context, row.label, 0, this.middleOf(index), {fontSize: this.fontSize(), fill: theme().ink});
  }

  private drawRow(context: CanvasRenderingContext2D, row: TallyRow, index: number): void {
    const [y, fontSize, columns] = [this.middleOf(index), this.fontSize(), this.columns()];
    placedFactors(row).forEach((placed, order) => {
      const strength = presence(placed.from, this.counted());
      faded(context, strength, () => this.drawFactor(context, placed, order, y, (1 - strength) * fontSize * -0.8));
    });
    drawLine(context, '=', columns.equals, y, {fontSize, fill: theme().muted, align: 'center'});
    if (this.handedOut.stands(`total ${row.kind}`, this)) return;
    const total = formatInteger(rowTotal(row, this.counted()));
    drawLine(context, total, columns.totals, y, {fontSize, weight: 500, fill: this.color().serialize(), align: 'right'});
  }

  /** A factor with its name over it, and the sign before it unless it is the first. */
  private drawFactor(context: CanvasRenderingContext2D, {factor, column}: PlacedFactor, order: number, y: number, shift: number): void {
    const fontSize = this.fontSize();
    const [end, room] = [this.columns().factors[column] + shift, this.factorWidth(column)];
    const text = formatInteger(factor.value);
    // The first factor ends at its sign; the others stand half-way between theirs, so that none leaves a hole on one side.
    const middle = order === 0 ? end - (room - this.numberWidths()[column] + lineWidth(text, {fontSize})) / 2 : end - room / 2;
    drawLine(context, text, middle, y, {fontSize, fill: theme().ink, align: 'center'});
    if (order > 0) drawLine(context, '×', end - room - fontSize * 0.55, y, {fontSize, fill: theme().muted, align: 'center'});
    this.drawFactorName(context, factorName(factor.name), middle, y - fontSize / 2 - this.nameSize() * 0.75);
  }

  private drawFactorName(context: CanvasRenderingContext2D, [letter, under]: readonly [string, string], middle: number, y: number): void {
    const fontSize = this.nameSize();
    const look = {fontSize, fill: theme().muted};
    const wide = lineWidth(letter, {...look, italic: true});
    const below = {...look, fontSize: this.indexSize()};
    const whole = wide + lineWidth(under, below);
    drawLine(context, letter, middle - whole / 2, y, {...look, italic: true});
    drawLine(context, under, middle - whole / 2 + wide, y + fontSize * 0.2, below);
  }

  private drawShare(context: CanvasRenderingContext2D, row: TallyRow, index: number): void {
    const {shares} = this.columns();
    const [y, fontSize] = [this.middleOf(index), this.fontSize()];
    this.drawBar(context, y, this.totalOf(this.rows().slice(0, index)), rowTotal(row, this.counted()) * clamp01(this.share()));
    drawLine(context, this.percentOf(index), shares, y, {fontSize, fill: theme().muted, align: 'right'});
  }

  /** A part of the whole model to scale, on the bar of the whole: where it begins and how large it is. */
  private drawBar(context: CanvasRenderingContext2D, y: number, before: number, part: number): void {
    const pixels = (total: number) => this.barLength() * clamp01(total / this.tally().total);
    const [start, thickness] = [this.columns().totals + this.fontSize(), this.fontSize() * 0.3];
    context.fillStyle = theme().grid;
    context.fillRect(start, y - thickness / 2, this.barLength(), thickness);
    context.fillStyle = this.color().serialize();
    context.fillRect(start + pixels(before), y - thickness / 2, Math.max(leastBar, pixels(part)), thickness);
  }

  private drawSum(context: CanvasRenderingContext2D): void {
    const columns = this.columns();
    const [y, fontSize] = [this.middleOf(this.rows().length), this.fontSize()];
    const rule = y - this.rowHeight() * 0.62;
    context.strokeStyle = theme().muted;
    context.lineWidth = 2.5;
    context.beginPath();
    context.moveTo(0, rule);
    context.lineTo(columns.totals * clamp01(this.sum()), rule);
    context.stroke();
    drawLine(context, 'Sum', 0, y, {fontSize, weight: 600, fill: theme().ink});
    drawLine(context, this.sumText(), columns.totals, y, {fontSize, weight: 600, fill: this.color().serialize(), align: 'right'});
    faded(context, clamp01(this.share()), () => {
      this.drawBar(context, y, 0, this.totalOf(this.rows()) * clamp01(this.sum()));
      drawLine(context, this.percentOf(this.rows().length), columns.shares, y, {fontSize, weight: 600, fill: theme().ink, align: 'right'});
    });
  }

  /** Each share rounded by itself, so that equal rows read alike; the sum's is that of the sum, not of roundings. */
  private percentOf(index: number): string {
    const totals = this.rows().map(row => rowTotal(row, this.counted()));
    const part = index < totals.length ? totals[index] : totals.reduce((sum, total) => sum + total, 0);
    return formatPercent(part / this.tally().total, 2);
  }

  private sumText(): string {
    return formatInteger(this.totalOf(this.rows()));
  }

  private totalOf(rows: readonly TallyRow[]): number {
    return rows.reduce((sum, row) => sum + rowTotal(row, this.counted()), 0);
  }

  @computed()
  private columns(): Columns {
    const fontSize = this.fontSize();
    const sign = fontSize * 1.1;
    let edge = this.labelWidth() + fontSize * 0.4;
    const factors = [0, 1, 2, 3].map(column => (edge += this.factorWidth(column) + (this.factorWidth(column) > 0 ? sign : 0)));
    const equals = edge + sign / 2;
    const sum = this.rows().reduce((total, row) => total + row.total, 0);
    const totals = equals + sign / 2 + lineWidth(formatInteger(sum), {fontSize, weight: 600});
    const share = lineWidth(formatPercent(sum / this.tally().total, 2), {fontSize, weight: 600});
    return {factors, equals, totals, shares: totals + fontSize + this.barLength() + fontSize * 0.8 + share};
  }

  @computed()
  private labelWidth(): number {
    return Math.max(0, ...this.rows().map(row => lineWidth(row.label, {fontSize: this.fontSize()})));
  }

  /** Room for the widest number of a column, or the names over it. */
  private factorWidth(column: number): number {
    return Math.max(this.numberWidths()[column], this.nameWidths()[column] - this.fontSize() * 0.5);
  }

  @computed()
  private nameWidths(): readonly number[] {
    const placed = this.rows().flatMap(placedFactors);
    return [0, 1, 2, 3].map(column => {
      const names = placed.filter(each => each.column === column).map(each => factorName(each.factor.name));
      return Math.max(0, ...names.map(([letter, under]) => lineWidth(letter, {fontSize: this.nameSize(), italic: true}) + lineWidth(under, {fontSize: this.indexSize()})));
    });
  }

  @computed()
  private numberWidths(): readonly number[] {
    const placed = this.rows().flatMap(placedFactors);
    return [0, 1, 2, 3].map(column => {
      const numbers = placed.filter(each => each.column === column).map(each => formatInteger(each.factor.value));
      return Math.max(0, ...numbers.map(number => lineWidth(number, {fontSize: this.fontSize()})));
    });
  }

  private rows(): readonly TallyRow[] {
    return rowsOfKinds(this.tally(), this.kinds());
  }

  private rowBox(index: number): BBox {
    const height = this.rowHeight();
    return new BBox(this.leftEdge(), this.middleOf(index) - height * 0.62, this.columns().totals, height);
  }

  private sumBox(): BBox {
    const height = this.fontSize() * 1.4;
    return new BBox(this.leftEdge(), this.middleOf(this.rows().length) - height / 2, this.columns().totals, height);
  }

  private indexOf(kind: TallyKind): number {
    const index = this.rows().findIndex(row => row.kind === kind);
    if (index < 0) throw new RangeError(`ParameterTally has no row "${kind}"`);
    return index;
  }

  private leftEdge(): number {
    return -this.columns().shares / 2;
  }

  private middleOf(index: number): number {
    return (index - this.rows().length / 2) * this.rowHeight() + this.fontSize() * 0.2;
  }

  /** Room for a number and the name over it. */
  private rowHeight(): number {
    return this.fontSize() * 1.5 + this.nameSize() * 1.15;
  }

  private nameSize(): number {
    return this.indexSize() * 1.14;
  }

  /** What stands under a letter is the part that is read, so it is what may not be too small. */
  private indexSize(): number {
    return Math.max(size.small, this.fontSize() * 0.6);
  }

  private lightOf(index: number): number {
    return this.light()?.[index] ?? 1;
  }

  private count(): number {
    return Math.max(0, Math.min(this.rows().length, this.shown() ?? Infinity));
  }

  private part<T extends Node>(name: string, make: () => T): T {
    return this.handedOut.take(name, () => this.addPart(make()));
  }
}

function mixStrengths(from: readonly number[] | null, to: readonly number[] | null, share: number): readonly number[] | null {
  if (to === null) return null;
  return to.map((strength, index) => lerp(from?.[index] ?? 1, strength, share));
}

function scopeIndex(scope: TallyScope): number {
  const index = scopes.indexOf(scope);
  if (index < 0) throw new RangeError(`Cannot draw ParameterTally: "scope" is ${JSON.stringify(scope)}, it is head, layer or model`);
  return index;
}
