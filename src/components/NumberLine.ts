/** A line of numbers with a marker that is bound to a value. */
import {colorSignal, initial, nodeName, parser, signal} from '@motion-canvas/2d';
import type {NodeProps} from '@motion-canvas/2d';
import {Vector2} from '@motion-canvas/core';
import type {BBox, ColorSignal, PossibleColor, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, smooth, type Easing} from '../math/easing';
import {formatNumber} from '../math/formatNumber';
import {theme} from '../theme/theme';
import {boxAround, tracePath, faded} from './canvasDrawing';
import type {XY} from './coordinates';
import {Figure} from './Figure';
import {finiteNumber, risingRange} from './guards';
import type {Range} from './Plane';
import {numberSignal} from './pointSignal';
import {drawMarkedText, smallestTickFont} from './tickText';
import {decimalsOf, numberStrength, readableStep, tickValues} from './ticks';

export interface NumberLineProps extends NodeProps {
  /** Ends of the line, default `[-4, 4]`. */
  range?: SignalValue<Range>;
  /** Units between ticks; default a round step. */
  step?: SignalValue<number | null>;
  /** Units between numbers; default every tick. */
  numberStep?: SignalValue<number | null>;
  /** Length in pixels, default 1080. */
  length?: SignalValue<number>;
  /** Whether it stands upright, low end down; default false. */
  upright?: SignalValue<boolean>;
  /** Where the marker stands; without one there is no marker. */
  value?: SignalValue<number | null>;
  /** Size of the numbers in pixels, at least 24; default 28. */
  tickSize?: SignalValue<number>;
  color?: SignalValue<PossibleColor>;
  /** Colour of the marker. */
  markerColor?: SignalValue<PossibleColor>;
  /** How much is drawn, from the middle outwards, 0 to 1; default 1. */
  drawn?: SignalValue<number>;
}

const lineWidth = 4;
const tickHalf = 10;
const markerSize = 26;

/**
 * A line of numbers, centred on its node.
 *
 * Bind `value` to a tracker and the marker follows; put Pins inside for named places.
 *
 * @throws RangeError 'Cannot draw NumberLine: "tickSize" is 18 px, ticks are read at 24 or more'
 * @throws RangeError 'Cannot draw NumberLine: "range" runs from 2 to 2, it must run upwards'
 * @example
 * <NumberLine range={[-4, 4]} value={score}>
 *   <Pin at={2.3} label="cats" />
 * </NumberLine>
 */
@nodeName('NumberLine')
export class NumberLine extends Figure {
  @initial([-4, 4])
  @parser((value: Range) => risingRange('NumberLine', 'range', value))
  @signal()
  public declare readonly range: SimpleSignal<Range, this>;

  @initial(null)
  @signal()
  public declare readonly step: SimpleSignal<number | null, this>;

  @initial(null)
  @signal()
  public declare readonly numberStep: SimpleSignal<number | null, this>;

  @initial(1080)
  @numberSignal()
  public declare readonly length: SimpleSignal<number, this>;

  @initial(false)
  @signal()
  public declare readonly upright: SimpleSignal<boolean, this>;

  @initial(null)
  @parser((value: number | null) => (value === null ? null : finiteNumber('NumberLine', 'value', value)))
  @signal()
  public declare readonly value: SimpleSignal<number | null, this>;

  @initial(28)
  @parser((value: number) => smallestTickFont('NumberLine', value))
  @signal()
  public declare readonly tickSize: SimpleSignal<number, this>;

  @initial(() => theme().muted)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  @initial(() => theme().highlight)
  @colorSignal()
  public declare readonly markerColor: ColorSignal<this>;

  @initial(1)
  @numberSignal()
  public declare readonly drawn: SimpleSignal<number, this>;

  public constructor(props: NumberLineProps) {
    super(props);
  }

  /** Draws the line from its middle outwards. */
  public *unfold(seconds = 1, easing: Easing = smooth): ThreadGenerator {
    this.drawn(0);
    yield* this.drawn(1, seconds, easing);
  }

  /** Where a number stands, in the line's own pixels. @example line.place(0)  // the middle of -4..4 */
  public place(value: number): Vector2 {
    const [low, high] = this.range();
    const along = ((value - (low + high) / 2) / (high - low)) * this.length();
    return this.upright() ? new Vector2(0, -along) : new Vector2(along, 0);
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    const drawn = clamp01(this.drawn());
    if (drawn > 0) faded(context, 1, () => this.drawLine(context, drawn));
    this.drawChildren(context);
    faded(context, drawn, () => this.drawMarker(context));
  }

  protected override drawnBox(): BBox {
    const [low, high] = this.range();
    return boxAround([this.place(low), this.place(high)], this.tickSize() * 5);
  }

  private drawLine(context: CanvasRenderingContext2D, drawn: number): void {
    const [low, high] = this.range();
    const middle = (low + high) / 2;
    const reach = ((high - low) / 2) * drawn;
    const step = this.step() ?? readableStep([low, high], this.length(), 110, this.tickSize(), !this.upright());
    const shown = (value: number) => Math.abs(value - middle) <= reach + 1e-9;
    context.strokeStyle = this.color().serialize();
    context.lineWidth = lineWidth;
    context.lineCap = 'round';
    context.beginPath();
    stroke(context, this.place(middle - reach), this.place(middle + reach));
    for (const value of tickValues([low, high], step).filter(shown)) {
      const {x, y} = this.place(value);
      const [dx, dy] = this.upright() ? [tickHalf, 0] : [0, tickHalf];
      stroke(context, {x: x - dx, y: y - dy}, {x: x + dx, y: y + dy});
    }
    context.stroke();
    this.drawNumbers(context, tickValues([low, high], this.numberStep() ?? step), this.numberStep() ?? step, value => numberStrength(drawn, Math.abs(value - middle) / ((high - low) / 2)));
  }

  private drawNumbers(context: CanvasRenderingContext2D, values: readonly number[], step: number, strength: (value: number) => number): void {
    const fontSize = this.tickSize();
    for (const value of values) {
      const {x, y} = this.place(value);
      const at = this.upright() ? {x: x - tickHalf - fontSize * 0.45, y} : {x, y: y + tickHalf + fontSize * 0.8};
      faded(context, strength(value), () => {
        drawMarkedText(context, formatNumber(value, {decimals: decimalsOf(step)}), at, {
          fontSize,
          fill: this.color().serialize(),
          align: this.upright() ? 'right' : 'center',
        });
      });
    }
  }

  /** A triangle that stands on the line, on the side away from the numbers. */
  private drawMarker(context: CanvasRenderingContext2D): void {
    const value = this.value();
    if (value === null) return;
    const {x, y} = this.place(value);
    const [out, half] = [markerSize + lineWidth, markerSize * 0.55];
    const corners: XY[] = this.upright()
      ? [{x: x + lineWidth, y}, {x: x + out, y: y - half}, {x: x + out, y: y + half}]
      : [{x, y: y - lineWidth}, {x: x - half, y: y - out}, {x: x + half, y: y - out}];
    context.fillStyle = this.markerColor().serialize();
    tracePath(context, corners, true);
    context.fill();
  }
}

function stroke(context: CanvasRenderingContext2D, from: XY, to: XY): void {
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
}
