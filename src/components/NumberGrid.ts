/**
 * Numbers in rows and columns between brackets, drawn in one pass: what NumericMatrix, NumericVector and EmbeddingArray
 * share. Values come in, text and colour by role go out.
 */
import {computed, initial, interpolation, parser, signal, type LayoutProps, type Node} from '@motion-canvas/2d';
import {BBox, Color, tween, Vector2, type PossibleColor, type Signal, type SignalValue, type SimpleSignal, type ThreadGenerator} from '@motion-canvas/core';
import {linear, smooth, type Easing} from '../math/easing';
import type {SignPolicy} from '../math/formatNumber';
import {seededRandom} from '../math/seededRandom';
import {flyInto} from '../motion/flyInto';
import {lagShare} from '../motion/laggedStart';
import {theme} from '../theme/theme';
import {seconds as durations} from '../theme/timing';
import {valueToColor, type NumberRole} from '../theme/valueToColor';
import {boxAt, BoxFigure, type Size} from './BoxFigure';
import {drawBrackets, drawDots} from './bracketDrawing';
import {dotsPlace, drawnIndex, placeGrid, type GridPlaces} from './gridLayout';
import {mixTables} from './numberTable';
import {asRead, numberText, numberWriter, type NumberStyle} from './numberText';
import {Place} from './Place';
import {numberSignal} from './pointSignal';
import {fontOf, halfCapital, textWidth} from './textRuler';

/** A table of numbers: rows of equal length. */
export type Table = readonly (readonly number[])[];

export interface NumberGridProps extends LayoutProps {
  /** `weight`: learned, coloured by sign. `data`: what flows through. */
  role?: SignalValue<NumberRole>;
  /** Magnitude at which the colour ramp ends; also the width that entries reserve. Default 9.9. */
  max?: SignalValue<number>;
  /** Digits after the point, default 1. */
  decimals?: SignalValue<number>;
  /** When signs are written, default `auto` (minus only). Signs hang in the gaps, so they cost no width; `never` closes the gap. */
  sign?: SignalValue<SignPolicy>;
  /** Default 36 px. */
  fontSize?: SignalValue<number>;
  /** A line of dots among the rows: 2 puts it after two rows, -2 before the last one; default none. The values hold no numbers for it. */
  rowDots?: SignalValue<number | null>;
  /** The same among the columns. */
  columnDots?: SignalValue<number | null>;
  /** Default true. */
  brackets?: SignalValue<boolean>;
  /** Colour of all entries instead of the ramp, default none. */
  tint?: SignalValue<PossibleColor | null>;
  /** Share that has been written, 0 to 1, column by column; default 1. */
  written?: SignalValue<number>;
  /** Share of the brackets' height that is drawn, 0 to 1, default 1. */
  bracketGrowth?: SignalValue<number>;
  /** Air between columns, as a share of the type size, default 0.8. */
  columnAir?: SignalValue<number>;
  /** Distance of baselines, as a share of the type size, default 1.3. */
  rowPitch?: SignalValue<number>;
  /** Opacity of each entry, shape as the values; default all 1. Set by the spotlights. */
  light?: SignalValue<Table | null>;
  /** Opacity of the dots, default that of the dimmest entry of the line that they continue. */
  dotsLight?: SignalValue<number | null>;
}

export interface RandomiseOptions {
  readonly seconds?: number;
  /** The same seed gives the same numbers in every render. Required, so that two matrices never agree by accident. */
  readonly seed: string | number;
  /** Numbers are drawn evenly from -range to range; default `max`. */
  readonly range?: number;
  /** Lag ratio from entry to entry, default 0.001. */
  readonly lag?: number;
}

export interface BakeOptions {
  /** Default 2 s. */
  readonly seconds?: number;
  /** The same seed jitters alike in every render. Required. */
  readonly seed: string | number;
  /** What the numbers settle on, in the shape of `values`; default what they are. */
  readonly values?: Table | readonly number[];
}

/** Smallest opacity that is worth drawing. */
const unseen = 0.004;

export abstract class NumberGrid extends BoxFigure {
  @initial('data')
  @signal()
  public declare readonly role: SimpleSignal<NumberRole, this>;

  @initial(9.9)
  @numberSignal()
  public declare readonly max: SimpleSignal<number, this>;

  @initial(1)
  @numberSignal()
  public declare readonly decimals: SimpleSignal<number, this>;

  @initial('auto')
  @signal()
  public declare readonly sign: SimpleSignal<SignPolicy, this>;

  @initial(null)
  @signal()
  public declare readonly rowDots: SimpleSignal<number | null, this>;

  @initial(null)
  @signal()
  public declare readonly columnDots: SimpleSignal<number | null, this>;

  @initial(true)
  @signal()
  public declare readonly brackets: SimpleSignal<boolean, this>;

  @initial(null)
  @interpolation(mixTints)
  @parser((color: PossibleColor | null) => (color === null ? null : new Color(color)))
  @signal()
  public declare readonly tint: Signal<PossibleColor | null, Color | null, this>;

  @initial(1)
  @numberSignal()
  public declare readonly written: SimpleSignal<number, this>;

  @initial(1)
  @numberSignal()
  public declare readonly bracketGrowth: SimpleSignal<number, this>;

  @initial(0.8)
  @numberSignal()
  public declare readonly columnAir: SimpleSignal<number, this>;

  @initial(1.3)
  @numberSignal()
  public declare readonly rowPitch: SimpleSignal<number, this>;

  @initial(null)
  @interpolation(mixLight)
  @parser((light: Table | null) => light)
  @signal()
  public declare readonly light: SimpleSignal<Table | null, this>;

  @initial(null)
  @signal()
  public declare readonly dotsLight: SimpleSignal<number | null, this>;

  protected constructor(props: NumberGridProps) {
    super({fontSize: 36, ...props});
  }

  /** The numbers that are shown, by row and column. */
  public abstract table(): Table;

  /** Shows other numbers, of the same shape. */
  protected abstract setTable(table: Table): void;

  /** Checks numbers as an author gives them, rows or a list, and makes a table of them. */
  protected abstract readTable(values: Table | readonly number[]): Table;

  /** Rows and columns of numbers, dots not counted. */
  public shape(): readonly [rows: number, columns: number] {
    const table = this.table();
    return [table.length, table[0]?.length ?? 0];
  }

  /** Where everything stands, in the figure's own pixels. */
  @computed()
  public places(): GridPlaces {
    const [rows, columns] = this.shape();
    const fontSize = this.fontSize();
    return placeGrid({
      rows,
      columns,
      rowDots: this.dotsAmong('row'),
      columnDots: this.dotsAmong('column'),
      fontSize,
      digitsWidth: this.digitsWidth(),
      signWidth: this.sign() === 'never' ? 0 : 0.52 * fontSize,
      columnAir: this.columnAir(),
      rowPitch: this.rowPitch(),
      brackets: this.brackets(),
    });
  }

  /** The box of an entry, sign included, in the figure's own pixels. */
  public entryBox(row: number, column: number): BBox {
    const {columnX, rowY, cellWidth, cellHeight, signWidth} = this.places();
    const [i, j] = [this.drawnRow(row), this.drawnColumn(column)];
    const width = cellWidth + signWidth;
    return boxAt(columnX[j] - signWidth / 2, rowY[i], width + 0.16 * this.fontSize(), cellHeight * 0.82);
  }

  /** The box around a row of entries. */
  public rowBox(row: number): BBox {
    return this.spanBox(row, row, 0, this.shape()[1] - 1);
  }

  /** The box around a column of entries. */
  public columnBox(column: number): BBox {
    return this.spanBox(0, this.shape()[0] - 1, column, column);
  }

  /** The box around a block of entries, from one to another. */
  public spanBox(fromRow: number, toRow: number, fromColumn: number, toColumn: number): BBox {
    return BBox.fromBBoxes(this.entryBox(fromRow, fromColumn), this.entryBox(toRow, toColumn));
  }

  /** A row as a place to point at. @example <HighlightRect around={W().row(0)} /> */
  public row(index: number): Place {
    return this.addPart(new Place({box: () => this.rowBox(index)}));
  }

  /** A column as a place to point at. */
  public column(index: number): Place {
    return this.addPart(new Place({box: () => this.columnBox(index)}));
  }

  /** An entry as a place to point at: the box of what is written there, without room for a sign that it has not. */
  public entry(row: number, column: number): Place {
    return this.addPart(new Place({box: () => this.writtenBox(row, column)}));
  }

  /** Writes the numbers column by column while the brackets grow. @example yield* matrix.write()  // 1.0 s */
  public *write(seconds: number = durations.standard, easing: Easing = linear): ThreadGenerator {
    this.written(0);
    this.bracketGrowth(0);
    yield* tween(seconds, share => {
      this.written(easing(share));
      this.bracketGrowth(smooth(share * 2));
    });
  }

  /** Lets every number drift to a seeded random one. @example yield* matrix.randomise({seed: 'layer 3', seconds: 3})  // 3.0 s */
  public *randomise({seconds = durations.standard, seed, range = this.max(), lag = 0.001}: RandomiseOptions): ThreadGenerator {
    const random = seededRandom(seed);
    const start = this.table();
    const [rows, columns] = this.shape();
    const target = start.map(row => row.map(() => random.uniform(-range, range)));
    yield* tween(seconds, share => {
      this.setTable(
        start.map((row, i) =>
          row.map((value, j) => value + (target[i][j] - value) * lagShare(share, i * columns + j, rows * columns, lag)),
        ),
      );
    });
  }

  /**
   * Bakes things into the numbers: copies fly to the entries, and the numbers jitter in the second half and settle.
   *
   * duration = `seconds`. Without values, the numbers return to what they were.
   *
   * @param things - what is baked in; the nodes themselves stay as they are
   * @example yield* e().bakeIn(letters, {seed: 'position', values: updated})  // 2.0 s
   */
  public *bakeIn(things: readonly Node[], options: BakeOptions): ThreadGenerator {
    const {seconds = 2, seed} = options;
    const start = this.table();
    const values = options.values === undefined ? start : this.readTable(options.values);
    requireSameShape(this.constructor.name, start, values);
    const random = seededRandom(seed);
    const jitter = start.map(row => row.map(() => random.uniform(-1, 1) * this.max() * 0.5));
    const flights = things.map((thing, k) => flyInto(thing, this.stagePoint(this.entryTarget(k, things.length)), {seconds: seconds * 0.6, scale: 0.4}));
    for (const flight of flights) yield flight;
    yield* tween(seconds, share => {
      const late = Math.max(0, 2 * share - 1);
      const shake = Math.sin(Math.PI * late) * Math.cos(6 * Math.PI * late);
      const base = share === 1 ? values : mixTables(start, values, smooth(late));
      this.setTable(share === 1 ? base : base.map((row, i) => row.map((value, j) => value + jitter[i][j] * shake)));
    });
  }

  /** Dims all rows but some. @example yield* matrix.spotlightRows([0])  // 0.4 s */
  public *spotlightRows(rows: readonly number[], seconds: number = durations.short, dim = 0.25): ThreadGenerator {
    yield* this.shine((i, _j) => (rows.includes(i) ? 1 : dim), seconds);
  }

  /** Dims all columns but some. */
  public *spotlightColumns(columns: readonly number[], seconds: number = durations.short, dim = 0.25): ThreadGenerator {
    yield* this.shine((_i, j) => (columns.includes(j) ? 1 : dim), seconds);
  }

  /** Dims all entries but some, given as [row, column]. */
  public *spotlightEntries(entries: readonly (readonly [number, number])[], seconds: number = durations.short, dim = 0.25): ThreadGenerator {
    yield* this.shine((i, j) => (entries.some(([row, column]) => row === i && column === j) ? 1 : dim), seconds);
  }

  /** Lets every entry shine again. */
  public *endSpotlight(seconds: number = durations.short): ThreadGenerator {
    yield* this.shine(() => 1, seconds);
  }

  /** Counts every entry to another value, recolouring as it goes. */
  protected *countTo(values: Table, seconds: number, easing: Easing): ThreadGenerator {
    const start = this.table();
    requireSameShape(this.constructor.name, start, values);
    yield* tween(seconds, share => this.setTable(share === 1 ? values : mixTables(start, values, easing(share))));
  }

  /** Sets the opacity of every entry by a rule. */
  public *shine(strength: (row: number, column: number) => number, seconds: number = durations.short): ThreadGenerator {
    const target = this.table().map((row, i) => row.map((_, j) => strength(i, j)));
    const start = this.light() ?? target.map(row => row.map(() => 1));
    yield* tween(seconds, share => this.light(mixTables(start, target, smooth(share))));
  }

  /** The place of a line of dots among the drawn lines, or none. */
  public dotsAmong(line: 'row' | 'column'): number | undefined {
    const [rows, columns] = this.shape();
    return dotsPlace(this.constructor.name, `${line}Dots`, this.dotsSetting(line), line === 'row' ? rows : columns);
  }

  /** Where the author wants dots. */
  protected dotsSetting(line: 'row' | 'column'): number | null {
    return line === 'row' ? this.rowDots() : this.columnDots();
  }

  /** How numbers are written here. */
  public numberStyle(): NumberStyle {
    return {decimals: this.decimals(), sign: this.sign(), grouping: false};
  }

  protected override contentSize(): Size {
    return this.places();
  }

  protected override overhang(): number {
    return this.fontSize() * 0.3;
  }

  protected override drawContent(context: CanvasRenderingContext2D): void {
    const places = this.places();
    if (this.brackets()) drawBrackets(context, places.bracket, this.bracketGrowth(), theme().ink);
    this.drawEntries(context, places);
    this.drawAllDots(context, places);
  }

  private drawEntries(context: CanvasRenderingContext2D, places: GridPlaces): void {
    const fontSize = this.fontSize();
    context.font = fontOf(theme().numberFont, fontSize);
    context.textAlign = 'right';
    context.textBaseline = 'alphabetic';
    const strength = context.globalAlpha;
    const write = numberWriter(this.numberStyle());
    for (const [paint, entries] of this.entriesByPaint(places)) {
      const cut = paint.indexOf('/');
      context.fillStyle = paint.slice(0, cut);
      context.globalAlpha = strength * Number(paint.slice(cut + 1));
      for (const {value, x, y} of entries) context.fillText(write(value), x, y + halfCapital * fontSize);
    }
    context.globalAlpha = strength;
  }

  /** Entries of one colour and opacity together: changing the paint costs more than writing a number. */
  private entriesByPaint({columnX, rowY, cellWidth}: GridPlaces): Map<string, {value: number; x: number; y: number}[]> {
    const table = this.table();
    const [written, light, role, max, look] = [this.written(), this.light(), this.role(), this.max(), theme()];
    const tint = this.tint()?.serialize();
    const {decimals} = this.numberStyle();
    const columns = table[0]?.length ?? 0;
    const [rowDots, columnDots] = [this.dotsAmong('row'), this.dotsAmong('column')];
    const paints = new Map<string, {value: number; x: number; y: number}[]>();
    for (let j = 0; j < columns; j++) {
      const here = smooth(lagShare(written, j, columns, 0.4));
      const x = columnX[drawnIndex(j, columnDots)] + cellWidth / 2;
      for (let i = 0; i < table.length; i++) {
        const strength = here * (light?.[i]?.[j] ?? 1);
        if (strength <= unseen) continue;
        const value = table[i][j];
        const paint = `${tint ?? valueToColor(asRead(value, decimals), role, max, look)}/${strength}`;
        let entries = paints.get(paint);
        if (entries === undefined) paints.set(paint, (entries = []));
        entries.push({value, x, y: rowY[drawnIndex(i, rowDots)]});
      }
    }
    return paints;
  }

  private drawAllDots(context: CanvasRenderingContext2D, {columnX, rowY}: GridPlaces): void {
    const [rowDots, columnDots] = [this.dotsAmong('row'), this.dotsAmong('column')];
    const written = this.written();
    const fontSize = this.fontSize();
    context.fillStyle = theme().muted;
    columnX.forEach((x, j) => {
      const here = smooth(lagShare(written, j, columnX.length, 0.4));
      rowY.forEach((y, i) => {
        const slant = i === rowDots ? (j === columnDots ? 'diagonal' : 'vertical') : j === columnDots ? 'horizontal' : null;
        if (slant !== null) drawDots(context, x, y, slant, fontSize, here * (this.dotsLight() ?? this.lightAround(i, j)));
      });
    });
  }

  /** Dots shine with the dimmest entry of the line that they continue, so a spotlight on other lines dims them. */
  private lightAround(i: number, j: number): number {
    const light = this.light();
    if (light === null) return 1;
    const [rowDots, columnDots] = [this.dotsAmong('row'), this.dotsAmong('column')];
    const rows = i === rowDots ? light : [light[valueIndex(i, rowDots)]];
    return Math.min(1, ...rows.map(row => (j === columnDots ? Math.min(...row) : row[valueIndex(j, columnDots)])));
  }

  private digitsWidth(): number {
    const style = {...this.numberStyle(), sign: 'never' as const};
    let largest = Math.abs(this.max());
    for (const row of this.table()) for (const value of row) if (Number.isFinite(value)) largest = Math.max(largest, Math.abs(value));
    const widest = numberText(largest, style).replace(/\d/g, '0');
    return textWidth(fontOf(theme().numberFont, this.fontSize()), widest);
  }

  /** The box of what is written at an entry: numbers end at one edge, and one that is shorter than its column begins farther right. */
  public writtenBox(row: number, column: number): BBox {
    const box = this.entryBox(row, column);
    const {cellWidth, signWidth} = this.places();
    const written = textWidth(fontOf(theme().numberFont, this.fontSize()), numberText(this.table()[row][column], this.numberStyle()));
    const spare = cellWidth + signWidth - written;
    return new BBox(box.x + spare, box.y, box.width - spare, box.height);
  }

  private drawnRow(row: number): number {
    return drawnIndex(requireIndex(this.constructor.name, 'row', row, this.shape()[0]), this.dotsAmong('row'));
  }

  private drawnColumn(column: number): number {
    return drawnIndex(requireIndex(this.constructor.name, 'column', column, this.shape()[1]), this.dotsAmong('column'));
  }

  /** Things spread evenly over the entries. */
  private entryTarget(index: number, count: number): BBox {
    const [rows, columns] = this.shape();
    const entry = Math.min(rows * columns - 1, Math.floor(((index + 0.5) * rows * columns) / Math.max(1, count)));
    return rows * columns === 0 ? BBox.fromSizeCentered(Vector2.zero) : this.entryBox(Math.floor(entry / columns), entry % columns);
  }

  private stagePoint(box: BBox): Vector2 {
    return box.center.transformAsPoint(this.view().worldToLocal().multiply(this.localToWorld()));
  }
}

function valueIndex(drawnLine: number, dots: number | undefined): number {
  return dots === undefined || drawnLine < dots ? drawnLine : drawnLine - 1;
}

function requireIndex(owner: string, line: 'row' | 'column', index: number, count: number): number {
  if (Number.isInteger(index) && index >= 0 && index < count) return index;
  throw new RangeError(`${owner} has no ${line} ${index}: it has ${count} ${line}s, counted from 0`);
}

function requireSameShape(owner: string, from: Table, to: Table): void {
  const shape = (table: Table) => `${table.length}×${table[0]?.length ?? 0}`;
  if (shape(from) !== shape(to)) throw new TypeError(`${owner} shows ${shape(from)} numbers and cannot become ${shape(to)} ones`);
}

/** On the shortest way, through no third hue. */
function mixTints(from: Color | null, to: Color | null, share: number): Color | null {
  return from === null || to === null ? to : Color.lerp(from, to, share, 'lab');
}

function mixLight(from: Table | null, to: Table | null, share: number): Table | null {
  const shape = from ?? to;
  if (shape === null) return null;
  const ones = shape.map(row => row.map(() => 1));
  return mixTables(from ?? ones, to ?? ones, share);
}
