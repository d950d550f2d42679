/** Where all the parameters are: a table of products, each factor named, added up. */
import {colorSignal, computed, initial, nodeName, parser, signal, type LayoutProps, type Node} from '@motion-canvas/2d';
import {BBox, Vector2} from '@motion-canvas/core';
import type {ColorSignal, PossibleColor, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, linear, smooth} from '../math/easing';
import {formatInteger, formatPercent} from '../math/formatNumber';
import type {ParameterTally as Tally, TallyKind, TallyRow} from '../math/parameterTally';
import {theme} from '../theme/theme';
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
  /** Default 36 px; names of factors are two thirds of it, at least 24. */
  fontSize?: SignalValue<number>;
  /** Colour of totals; default that of learned parameters. */
  color?: SignalValue<PossibleColor>;
  /** How many rows have come; a fraction is one on its way. Default all. */
  shown?: SignalValue<number | null>;
  /** Strength of the sum under the rows, 0 to 1; default 0. */
  sum?: SignalValue<number>;
  /** Strength of each row's share of the model's total, 0 to 1; default 0. */
  share?: SignalValue<number>;
}

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

const barWidth = 150;

/**
 * The parameters of a model as a table, row by row, with their sum; centred on the node. Factors stand in columns
 * (matrix, matrix, heads, layers), totals end on one edge.
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
  public declare readonly sum: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly share: SimpleSignal<number, this>;

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

  /** Shows which part of the model's total each row is. */
  public *showShare(seconds = 0.8): ThreadGenerator {
    yield* this.share(1, seconds, smooth);
  }

  /** A row as a place to point at. */
  public row(kind: TallyKind): Place {
    return this.part(`row ${kind}`, () => new Place({box: () => this.rowBox(this.indexOf(kind))}));
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
      const come = smooth(clamp01(count - index));
      faded(context, come, () => this.drawRow(context, row, index));
      faded(context, come * clamp01(this.share()), () => this.drawShare(context, row, index));
    });
    faded(context, clamp01(this.sum()), () => this.drawSum(context));
  }

  private drawRow(context: CanvasRenderingContext2D, row: TallyRow, index: number): void {
    const [y, fontSize, columns] = [this.middleOf(index), this.fontSize(), this.columns()];
    const ink = theme().ink;
    drawLine(context, row.label, 0, y, {fontSize, fill: ink});
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
    // Names may be wider than the numbers of a column: these then stand in its middle.
    const right = this.columns().factors[column] - (this.factorWidth(column) - this.numberWidths()[column]) / 2 + shift;
    const text = formatInteger(factor.value);
    const width = lineWidth(text, {fontSize});
    drawLine(context, text, right, y, {fontSize, fill: theme().ink, align: 'right'});
    if (order > 0) drawLine(context, '×', this.columns().factors[column] + shift - this.factorWidth(column) - fontSize * 0.55, y, {fontSize, fill: theme().muted, align: 'center'});
    this.drawFactorName(context, factorName(factor.name), right - width / 2, y - fontSize * 0.98);
  }

  private drawFactorName(context: CanvasRenderingContext2D, [letter, under]: readonly [string, string], middle: number, y: number): void {
    const fontSize = this.nameSize();
    const look = {fontSize, fill: theme().muted};
    const wide = lineWidth(letter, {...look, italic: true});
    const whole = wide + lineWidth(under, {fontSize: fontSize * 0.85});
    drawLine(context, letter, middle - whole / 2, y, {...look, italic: true});
    drawLine(context, under, middle - whole / 2 + wide, y + fontSize * 0.14, {...look, fontSize: fontSize * 0.85});
  }

  private drawShare(context: CanvasRenderingContext2D, row: TallyRow, index: number): void {
    const {totals, shares} = this.columns();
    const [y, fontSize] = [this.middleOf(index), this.fontSize()];
    const part = rowTotal(row, this.counted()) / this.tally().total;
    const start = totals + fontSize;
    context.fillStyle = theme().grid;
    context.fillRect(start, y - 5, barWidth, 10);
    context.fillStyle = this.color().serialize();
    context.fillRect(start, y - 5, barWidth * clamp01(part) * clamp01(this.share()), 10);
    drawLine(context, this.percentOf(index), shares, y, {fontSize, fill: theme().muted, align: 'right'});
  }

  private drawSum(context: CanvasRenderingContext2D): void {
    const columns = this.columns();
    const [y, fontSize] = [this.middleOf(this.rows().length), this.fontSize()];
    const rule = y - this.rowHeight() * 0.64;
    context.strokeStyle = theme().muted;
    context.lineWidth = 2.5;
    context.beginPath();
    context.moveTo(0, rule);
    context.lineTo(columns.totals * clamp01(this.sum()), rule);
    context.stroke();
    drawLine(context, 'Sum', 0, y, {fontSize, weight: 600, fill: theme().ink});
    drawLine(context, this.sumText(), columns.totals, y, {fontSize, weight: 600, fill: this.color().serialize(), align: 'right'});
    faded(context, clamp01(this.share()), () => {
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
    return formatInteger(this.rows().reduce((sum, row) => sum + rowTotal(row, this.counted()), 0));
  }

  @computed()
  private columns(): Columns {
    const fontSize = this.fontSize();
    const label = Math.max(0, ...this.rows().map(row => lineWidth(row.label, {fontSize})));
    const sign = fontSize * 1.1;
    let edge = label + fontSize * 0.4;
    const factors = [0, 1, 2, 3].map(column => (edge += this.factorWidth(column) + (this.factorWidth(column) > 0 ? sign : 0)));
    const equals = edge + sign / 2;
    const whole = lineWidth(formatInteger(this.rows().reduce((sum, row) => sum + row.total, 0)), {fontSize, weight: 600});
    const totals = equals + sign / 2 + whole;
    return {factors, equals, totals, shares: totals + fontSize + barWidth + fontSize * 0.4 + lineWidth('100.00%', {fontSize})};
  }

  /** Room for the widest number of a column, or the names over it. */
  private factorWidth(column: number): number {
    const numbers = this.numberWidths()[column];
    return numbers === 0 ? 0 : Math.max(numbers, this.nameSize() * 2.6);
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
    return this.fontSize() * 2.4;
  }

  private nameSize(): number {
    return Math.max(24, this.fontSize() * 0.67);
  }

  private count(): number {
    return Math.max(0, Math.min(this.rows().length, this.shown() ?? Infinity));
  }

  private part<T extends Node>(name: string, make: () => T): T {
    return this.handedOut.take(name, () => this.addPart(make()));
  }
}

function scopeIndex(scope: TallyScope): number {
  const index = scopes.indexOf(scope);
  if (index < 0) throw new RangeError(`Cannot draw ParameterTally: "scope" is ${JSON.stringify(scope)}, it is head, layer or model`);
  return index;
}
