/** Scores on the left, softmax in the middle, probabilities on the right, all from one list. */
import {initial, interpolation, nodeName, parser, Rect, signal, Txt, type LayoutProps} from '@motion-canvas/2d';
import type {SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {smooth, type Easing} from '../math/easing';
import {softmax} from '../math/softmax';
import {theme} from '../theme/theme';
import {seconds as durations} from '../theme/timing';
import {BoxFigure, type Size} from './BoxFigure';
import {countLists, numberList} from './numberTable';
import {NumericVector} from './NumericVector';
import {numberSignal} from './pointSignal';
import {ProbabilityBars} from './ProbabilityBars';
import {Slider} from './Slider';
import {stringList} from './stringList';

export interface SoftmaxPanelProps extends LayoutProps {
  /** The scores, any real numbers. May be empty. */
  logits?: SignalValue<readonly number[]>;
  /** One label a score; default none. */
  labels?: SignalValue<readonly string[]>;
  /** 0 gives all to the largest, 1 is plain softmax, larger evens out. Default 1. */
  temperature?: SignalValue<number>;
  /** Whether the slider stands over the box, default true. */
  slider?: boolean;
  /** Room for labels and bars in pixels, default 400. */
  barLength?: SignalValue<number>;
  fontSize?: SignalValue<number>;
}

/**
 * A softmax at work: scores, the temperature, and the probabilities they become. Bars, numbers and slider are computed
 * from `logits` and `temperature` for every frame.
 *
 * @throws RangeError 'Cannot draw SoftmaxPanel: "logits" holds NaN at index 3'
 * @example
 * <SoftmaxPanel ref={panel} logits={[-0.8, -5, 0.5, 1.5, 3.4, -2.3, 2.5]} />
 * yield* panel().heatTo(5, 4);                     // 4.0 s
 * yield* panel().raise(4, 9.9, 4);                 // 4.0 s, one score grows and takes all
 */
@nodeName('SoftmaxPanel')
export class SoftmaxPanel extends BoxFigure {
  @initial([])
  @interpolation(countLists)
  @parser((logits: readonly number[]) => numberList('SoftmaxPanel', 'logits', logits))
  @signal()
  public declare readonly logits: SimpleSignal<readonly number[], this>;

  @initial([])
  @parser((labels: readonly string[]) => stringList('SoftmaxPanel', 'labels', labels))
  @signal()
  public declare readonly labels: SimpleSignal<readonly string[], this>;

  @initial(1)
  @numberSignal()
  public declare readonly temperature: SimpleSignal<number, this>;

  @initial(400)
  @numberSignal()
  public declare readonly barLength: SimpleSignal<number, this>;

  /** The column of scores. */
  public readonly scores: NumericVector;
  /** The rows of probabilities. */
  public readonly bars: ProbabilityBars;
  /** The box in the middle. */
  public readonly machine: Rect;
  private readonly hasSlider: boolean;

  public constructor({slider = true, ...props}: SoftmaxPanelProps) {
    super({fontSize: 40, ...props});
    this.hasSlider = slider;
    this.scores = this.addPart(this.createScores());
    this.machine = this.addPart(this.createMachine());
    this.bars = this.addPart(this.createBars());
    if (slider) this.addPart(this.createSlider());
  }

  /** The probabilities that are shown. */
  public probabilities(): readonly number[] {
    return this.logits().length === 0 ? [] : softmax([...this.logits()], Math.max(0, this.temperature()));
  }

  /** Slides the temperature. */
  public *heatTo(temperature: number, seconds: number = durations.standard, easing: Easing = smooth): ThreadGenerator {
    yield* this.temperature(temperature, seconds, easing);
  }

  /** Changes one score. */
  public *raise(index: number, value: number, seconds: number = durations.standard): ThreadGenerator {
    const logits = this.logits();
    if (!(index in logits)) throw new RangeError(`SoftmaxPanel has no score ${index}: it has ${logits.length}, counted from 0`);
    yield* this.logits(logits.map((score, i) => (i === index ? value : score)), seconds, smooth);
  }

  protected override plainProps(): Record<string, unknown> {
    return {slider: this.hasSlider};
  }

  protected override contentSize(): Size {
    return {width: this.boxWidth() + 2 * this.airBetween() + this.scores.places().width + this.barsWidth(), height: this.columnHeight() + 1.5 * this.fontSize()};
  }

  protected override drawContent(context: CanvasRenderingContext2D): void {
    const half = this.boxWidth() / 2;
    const middle = this.boxMiddle();
    context.strokeStyle = theme().muted;
    context.fillStyle = theme().muted;
    for (const x of [middle - half - this.airBetween() / 2, middle + half + this.airBetween() / 2]) drawStep(context, x, this.airBetween() * 0.5);
  }

  private createScores(): NumericVector {
    return new NumericVector({
      values: () => this.logits(),
      fontSize: () => this.fontSize(),
      tint: () => theme().logit,
      rowPitch: 1.45,
      layout: false,
      x: () => -this.contentSize().width / 2 + this.scores.places().width / 2,
    });
  }

  private createMachine(): Rect {
    const box = new Rect({
      layout: false,
      x: () => this.boxMiddle(),
      width: () => this.boxWidth(),
      height: () => this.columnHeight() + 0.6 * this.fontSize(),
      radius: 16,
      fill: () => theme().panel,
      stroke: () => theme().grid,
      lineWidth: 3,
    });
    box.add(
      new Txt({
        text: 'softmax',
        fontFamily: () => theme().textFont,
        fontWeight: 500,
        fontSize: () => this.fontSize() * 1.1,
        fill: () => theme().ink,
        y: () => (this.hasSlider ? this.fontSize() * 1.3 : 0),
        layout: false,
      }),
    );
    return box;
  }

  private createBars(): ProbabilityBars {
    return new ProbabilityBars({
      words: () => (this.labels().length === this.logits().length ? this.labels() : this.logits().map(() => '')),
      probabilities: () => this.probabilities(),
      rest: false,
      // Rows stand in the order of the scores, so colour by rank would mislead.
      colors: () => this.logits().map(() => theme().probability),
      format: 'decimals',
      fontSize: () => this.fontSize() * 0.9,
      rowHeight: () => 1.45 * this.fontSize(),
      barHeight: () => 0.66 * this.fontSize(),
      width: () => this.barLength() + 3 * this.fontSize(),
      layout: false,
      x: () => this.contentSize().width / 2 - this.barsWidth() / 2,
    });
  }

  private createSlider(): Slider {
    return new Slider({
      label: 'T',
      value: () => this.temperature(),
      color: () => theme().temperature,
      fontSize: () => this.fontSize(),
      length: () => this.boxWidth() - 2.4 * this.fontSize(),
      x: () => this.boxMiddle(),
      y: () => -1.1 * this.fontSize(),
      layout: false,
    });
  }

  private boxMiddle(): number {
    return -this.contentSize().width / 2 + this.scores.places().width + this.airBetween() + this.boxWidth() / 2;
  }

  private boxWidth(): number {
    return 8.5 * this.fontSize();
  }

  private airBetween(): number {
    return 2.2 * this.fontSize();
  }

  private barsWidth(): number {
    return this.barLength() + 3 * this.fontSize();
  }

  private columnHeight(): number {
    return Math.max(4.4 * this.fontSize(), this.scores.places().height);
  }
}

/** A short arrow to the right, middle on a place of the axis. */
function drawStep(context: CanvasRenderingContext2D, x: number, length: number): void {
  context.lineWidth = 5;
  context.lineCap = 'butt';
  context.beginPath();
  context.moveTo(x - length / 2, 0);
  context.lineTo(x + length / 2 - 14, 0);
  context.stroke();
  context.beginPath();
  context.moveTo(x + length / 2, 0);
  context.lineTo(x + length / 2 - 20, -11);
  context.lineTo(x + length / 2 - 20, 11);
  context.fill();
}
