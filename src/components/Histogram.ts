/**
 * How often values occur, over their full range: a histogram here never crops its data.
 */
import {colorSignal, initial, nodeName, parser, signal} from '@motion-canvas/2d';
import type {NodeProps} from '@motion-canvas/2d';
import {BBox, Color, tween, Vector2} from '@motion-canvas/core';
import type {ColorSignal, PossibleColor, Signal, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, lerp, smooth, type Easing} from '../math/easing';
import {formatNumber} from '../math/formatNumber';
import {theme} from '../theme/theme';
import {faded} from './canvasDrawing';
import {Figure} from './Figure';
import {finiteNumbers, risingRange} from './guards';
import {histogramBins, type Bin} from './histogramBins';
import {laggedShares} from './laggedShares';
import type {Range} from './Plane';
import {numberSignal} from './pointSignal';
import {decimalsOf, readableStep, tickValues} from './ticks';
import {drawMarkedText, smallestTickFont} from './tickText';

/** A named height of the value axis: a limit, a mean. */
export interface HistogramMark {
  readonly at: number;
  readonly label?: string;
  readonly color?: PossibleColor;
}

export interface HistogramProps extends NodeProps {
  /** Finite numbers, any count. */
  values: SignalValue<ArrayLike<number>>;
  /** Number of bins, 1 to 2000; default 36. */
  bins?: SignalValue<number>;
  /** What the axis shows; must hold all values. Default the smallest to the largest. */
  range?: SignalValue<Range | null>;
  /** Width of the drawing in pixels, default 1080. */
  width?: SignalValue<number>;
  /** Height of the tallest bar in pixels, default 400. */
  height?: SignalValue<number>;
  /** The count that is drawn `height` high; default the tallest bin. Two histograms to be compared share one. */
  top?: SignalValue<number | null>;
  /** Upright lines with labels. */
  marks?: SignalValue<readonly HistogramMark[]>;
  /** Name of the value axis. */
  label?: SignalValue<string>;
  /** Units between numbers on the axis; default a round step. */
  step?: SignalValue<number | null>;
  tickSize?: SignalValue<number>;
  color?: SignalValue<PossibleColor>;
  /** How far the bars have grown, 0 to 1, from left to right; default 1. */
  grown?: SignalValue<number>;
}

/**
 * Bars over a value axis, centred on its node.
 *
 * @throws RangeError 'Cannot draw Histogram: 12 of 500 values lie outside "range" 80 to 100 (they run from 3.1 to 178)'
 * @throws RangeError 'Cannot draw Histogram: "values" holds NaN at index 3'
 * @example
 * <Histogram ref={angles} values={pairs} range={[0, 180]} label="angle in degrees" marks={[{at: 90, label: '90°'}]} />;
 * yield* angles().grow(1.5);
 * yield* angles().become(optimised, 2);  // bars change height; the axis stays
 */
@nodeName('Histogram')
export class Histogram extends Figure {
  @initial([])
  @parser((values: ArrayLike<number>) => finiteNumbers('Histogram', 'values', values))
  @signal()
  public declare readonly values: Signal<ArrayLike<number>, readonly number[], this>;

  @initial(36)
  @numberSignal()
  public declare readonly bins: SimpleSignal<number, this>;

  @initial(null)
  @parser((range: Range | null) => (range === null ? null : risingRange('Histogram', 'range', range)))
  @signal()
  public declare readonly range: SimpleSignal<Range | null, this>;

  @initial(1080)
  @numberSignal()
  public declare readonly width: SimpleSignal<number, this>;

  @initial(400)
  @numberSignal()
  public declare readonly height: SimpleSignal<number, this>;

  @initial(null)
  @signal()
  public declare readonly top: SimpleSignal<number | null, this>;

  @initial([])
  @signal()
  public declare readonly marks: SimpleSignal<readonly HistogramMark[], this>;

  @initial('')
  @signal()
  public declare readonly label: SimpleSignal<string, this>;

  @initial(null)
  @signal()
  public declare readonly step: SimpleSignal<number | null, this>;

  @initial(26)
  @parser((value: number) => smallestTickFont('Histogram', value))
  @signal()
  public declare readonly tickSize: SimpleSignal<number, this>;

  @initial(() => theme().data)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  @initial(1)
  @numberSignal()
  public declare readonly grown: SimpleSignal<number, this>;

  /** Counts that are drawn instead of those of `values` while one set of values becomes another. */
  @initial(null)
  @signal()
  protected declare readonly between: SimpleSignal<readonly number[] | null, this>;

  public constructor(props: HistogramProps) {
    super(props);
  }

  /** Lets the bars rise from left to right. */
  public *grow(seconds = 1.5, easing: Easing = smooth): ThreadGenerator {
    this.grown(0);
    yield* this.grown(1, seconds, easing);
  }

  /**
   * Changes to other values over the same bins: each bar goes straight to its new height.
   *
   * Values that the present axis does not hold are refused: give `range` when the figure is made. An empty figure takes
   * the range of the first values.
   */
  public *become(values: ArrayLike<number>, seconds = 1.5, easing: Easing = smooth): ThreadGenerator {
    const bins = this.counted();
    if (this.range() === null && this.values().length > 0) this.range([bins[0].low, bins[bins.length - 1].high]);
    const before = bins.map(bin => bin.count);
    const list = finiteNumbers('Histogram', 'values', values);
    const after = histogramBins(list, this.bins(), this.range() ?? undefined).map(bin => bin.count);
    this.between(before);
    this.values(list);
    yield* tween(seconds, value => this.between(before.map((count, index) => lerp(count, after[index], easing(value)))));
    this.between(null);
  }

  /** The bins as counted: the numbers that the bars show. */
  public counted(): readonly Bin[] {
    return histogramBins(this.values(), this.bins(), this.range() ?? undefined);
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    const bins = this.counted();
    const counts = this.between() ?? bins.map(bin => bin.count);
    const range: Range = [bins[0].low, bins[bins.length - 1].high];
    // Marks stand behind the bars: they name a place and must not hide what was counted there.
    for (const mark of this.marks()) faded(context, 1, () => this.drawMark(context, mark, range));
    faded(context, 1, () => this.drawBars(context, counts));
    faded(context, 1, () => this.drawAxis(context, range));
    this.drawChildren(context);
  }

  protected override drawnBox(): BBox {
    return BBox.fromSizeCentered(new Vector2(this.width(), this.height())).expand(this.tickSize() * 4);
  }

  private drawBars(context: CanvasRenderingContext2D, counts: readonly number[]): void {
    const [width, height] = [this.width(), this.height()];
    const top = this.top() ?? Math.max(1, ...counts);
    const share = laggedShares(counts.length, 0.08, clamp01(this.grown()));
    const slot = width / counts.length;
    // A hair of ground between bars while there is room for it; narrow bars join into a silhouette.
    const gap = slot > 8 ? 2 : 0;
    context.fillStyle = this.color().serialize();
    counts.forEach((count, index) => {
      const tall = (count / top) * height * share(index);
      if (tall > 0) context.fillRect(index * slot - width / 2 + gap / 2, height / 2 - tall, slot - gap, tall);
    });
  }

  private drawAxis(context: CanvasRenderingContext2D, range: Range): void {
    const [width, height, fontSize] = [this.width(), this.height(), this.tickSize()];
    const place = (value: number) => this.place(value, range);
    const ink = theme().muted;
    const y = height / 2;
    context.strokeStyle = ink;
    context.lineWidth = 3;
    context.beginPath();
    context.moveTo(-width / 2, y);
    context.lineTo(width / 2, y);
    const step = this.step() ?? readableStep(range, width, 110, fontSize, true);
    const ticks = tickValues(range, step);
    for (const value of ticks) {
      context.moveTo(place(value), y);
      context.lineTo(place(value), y + 10);
    }
    context.stroke();
    for (const value of ticks) {
      const at = {x: place(value), y: y + 12 + fontSize * 0.75};
      drawMarkedText(context, formatNumber(value, {decimals: decimalsOf(step)}), at, {fontSize, fill: ink});
    }
    const name = {fontSize: Math.max(28, fontSize), fill: ink, family: theme().textFont};
    drawMarkedText(context, this.label(), {x: 0, y: y + 12 + fontSize * 2.3}, name);
  }

  private place(value: number, range: Range): number {
    return ((value - range[0]) / (range[1] - range[0]) - 0.5) * this.width();
  }

  private drawMark(context: CanvasRenderingContext2D, mark: HistogramMark, range: Range): void {
    const x = this.place(mark.at, range);
    const [height, fontSize] = [this.height(), Math.max(28, this.tickSize())];
    const fill = new Color(mark.color ?? theme().highlight).serialize();
    context.strokeStyle = fill;
    context.lineWidth = 3;
    context.setLineDash([10, 8]);
    context.beginPath();
    context.moveTo(x, height / 2);
    context.lineTo(x, -height / 2 - 10);
    context.stroke();
    context.setLineDash([]);
    const at = {x, y: -height / 2 - 16 - fontSize * 0.6};
    drawMarkedText(context, mark.label ?? '', at, {fontSize, fill, family: theme().textFont});
  }
}
