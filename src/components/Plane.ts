/**
 * A window onto a plane: grid, axes, ticks, and coordinates for what is put into it.
 */
import {colorSignal, initial, nodeName, parser, signal} from '@motion-canvas/2d';
import type {NodeProps} from '@motion-canvas/2d';
import {BBox, Vector2} from '@motion-canvas/core';
import type {ColorSignal, PossibleColor, Signal, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, smooth, type Easing} from '../math/easing';
import {formatNumber} from '../math/formatNumber';
import {theme} from '../theme/theme';
import {faded} from './canvasDrawing';
import {requireDimension, readPoint, seeFlat, type CoordinateFrame, type Point, type PossiblePoint, type SeenPoint, type XY} from './coordinates';
import {Figure} from './Figure';
import {finiteNumber, risingRange} from './guards';
import {axisPlace, pixelsToPlane, planeToPixels, type PlaneWindow} from './planeGeometry';
import {numberSignal} from './pointSignal';
import {decimalsOf, numberStrength, readableStep, tickValues} from './ticks';
import {drawMarkedText, smallestTickFont} from './tickText';

/** `[low, high]` in units of the axis. */
export type Range = readonly [number, number];

export interface PlaneProps extends NodeProps {
  /** What is shown along x, default `[-7, 7]`. */
  xRange?: SignalValue<Range>;
  /** What is shown along y, default `[-4, 4]`. */
  yRange?: SignalValue<Range>;
  /** Pixels per unit, for both axes or `[x, y]`; default 120. */
  unit?: SignalValue<number | Range>;
  /** Lines of the grid are so many units apart; 0 draws none. Default 1 for a Plane, 0 for Axes. */
  gridStep?: SignalValue<number>;
  /** Units between ticks of x; 0 draws none; default a round step. */
  xStep?: SignalValue<number | null>;
  /** Units between ticks of y; 0 draws none; default a round step. */
  yStep?: SignalValue<number | null>;
  /** Whether ticks carry numbers; default false for a Plane, true for Axes. */
  numbers?: SignalValue<boolean>;
  /** Name at the right end of the x axis. */
  xLabel?: SignalValue<string>;
  /** Name at the upper end of the y axis. */
  yLabel?: SignalValue<string>;
  /** Size of tick numbers in pixels, at least 24; default 26. */
  tickSize?: SignalValue<number>;
  /** Colour of axes and numbers. */
  color?: SignalValue<PossibleColor>;
  /** Colour of the grid. */
  gridColor?: SignalValue<PossibleColor>;
  /** How much is drawn, 0 to 1: axes run out from where they cross, the grid follows. Default 1. */
  drawn?: SignalValue<number>;
}

const axisWidth = 3;
const gridWidth = 1.5;
const tickHalf = 8;

/**
 * A plane with y up, whose window is centred on the node.
 *
 * Arrows, plots, regions and points inside it take plane units. {@link toStage} and {@link toPlane} translate for
 * anything else.
 *
 * @throws RangeError 'Cannot draw Plane: "xRange" runs from 2 to 2, it must run upwards'
 * @example
 * <Plane xRange={[-4, 4]} yRange={[-3, 3]} unit={135}>
 *   <VectorArrow to={[2, 1]} label="v" />
 * </Plane>
 */
@nodeName('Plane')
export class Plane extends Figure implements CoordinateFrame {
  @initial([-7, 7])
  @parser(function (this: Plane, value: Range) {
    return risingRange(this.constructor.name, 'xRange', value);
  })
  @signal()
  public declare readonly xRange: SimpleSignal<Range, this>;

  @initial([-4, 4])
  @parser(function (this: Plane, value: Range) {
    return risingRange(this.constructor.name, 'yRange', value);
  })
  @signal()
  public declare readonly yRange: SimpleSignal<Range, this>;

  @initial(120)
  @parser(function (this: Plane, value: number | Range) {
    return readUnit(this.constructor.name, value);
  })
  @signal()
  public declare readonly unit: Signal<number | Range, Range, this>;

  @numberSignal()
  public declare readonly gridStep: SimpleSignal<number, this>;

  @initial(null)
  @signal()
  public declare readonly xStep: SimpleSignal<number | null, this>;

  @initial(null)
  @signal()
  public declare readonly yStep: SimpleSignal<number | null, this>;

  @signal()
  public declare readonly numbers: SimpleSignal<boolean, this>;

  @initial('')
  @signal()
  public declare readonly xLabel: SimpleSignal<string, this>;

  @initial('')
  @signal()
  public declare readonly yLabel: SimpleSignal<string, this>;

  @initial(26)
  @parser(function (this: Plane, value: number) {
    return smallestTickFont(this.constructor.name, value);
  })
  @signal()
  public declare readonly tickSize: SimpleSignal<number, this>;

  @initial(() => theme().muted)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  @initial(() => theme().grid)
  @colorSignal()
  public declare readonly gridColor: ColorSignal<this>;

  @initial(1)
  @numberSignal()
  public declare readonly drawn: SimpleSignal<number, this>;

  public readonly dimension = 2;

  public constructor(props: PlaneProps) {
    super(props);
  }

  protected getDefaultGridStep(): number {
    return 1;
  }

  protected getDefaultNumbers(): boolean {
    return false;
  }

  /** Draws the axes out from where they cross, then the grid. */
  public *unfold(seconds = 1.5, easing: Easing = smooth): ThreadGenerator {
    this.drawn(0);
    yield* this.drawn(1, seconds, easing);
  }

  /** Pixels, in the plane's own space, of a point in plane units. @example plane.toStage([0, 1])  // y up becomes y down */
  public toStage(point: PossiblePoint): Vector2 {
    const at = readPoint(this.constructor.name, 'point', point);
    requireDimension(this.constructor.name, 'point', at, this);
    return new Vector2(planeToPixels(this.window(), at[0], at[1]));
  }

  /** Plane units of a pixel in the plane's own space. */
  public toPlane(pixel: XY): Vector2 {
    const [x, y] = pixelsToPlane(this.window(), pixel);
    return new Vector2(x, y);
  }

  /** What is shown, and how large: for figures that draw into the plane. */
  public window(): PlaneWindow {
    return {xRange: this.xRange(), yRange: this.yRange(), unit: this.unit()};
  }

  public see(point: Point): SeenPoint {
    return {...planeToPixels(this.window(), point[0], point[1]), depth: 0, magnification: 1, strength: 1};
  }

  public seeAll(coordinates: Float64Array, out: Float64Array): void {
    const window = this.window();
    seeFlat(coordinates, out, (x, y) => planeToPixels(window, x, y));
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    const drawn = clamp01(this.drawn());
    const run = smooth(clamp01(drawn * 1.6));
    faded(context, smooth(clamp01(drawn * 1.6 - 0.6)), () => this.drawGrid(context));
    faded(context, drawn > 0 ? 1 : 0, () => {
      this.drawAxis(context, 'x', run);
      this.drawAxis(context, 'y', run);
    });
    this.drawChildren(context);
    // Numbers come last: their rim parts them from curves that pass through them.
    faded(context, drawn > 0 ? 1 : 0, () => {
      this.drawNumbers(context, 'x', run);
      this.drawNumbers(context, 'y', run);
    });
  }

  protected override drawnBox(): BBox {
    const {xRange, yRange, unit} = this.window();
    const size = new Vector2((xRange[1] - xRange[0]) * unit[0], (yRange[1] - yRange[0]) * unit[1]);
    // Numbers and names stand outside the window when the axes run along its edges.
    return BBox.fromSizeCentered(size).expand([this.tickSize() * 3, this.tickSize() * 8]);
  }

  private drawGrid(context: CanvasRenderingContext2D): void {
    const step = this.gridStep();
    if (step <= 0) return;
    const window = this.window();
    const {xRange, yRange} = window;
    context.strokeStyle = this.gridColor().serialize();
    context.lineWidth = gridWidth;
    context.beginPath();
    for (const x of tickValues(xRange, step)) line(context, planeToPixels(window, x, yRange[0]), planeToPixels(window, x, yRange[1]));
    for (const y of tickValues(yRange, step)) line(context, planeToPixels(window, xRange[0], y), planeToPixels(window, xRange[1], y));
    context.stroke();
  }

  private drawAxis(context: CanvasRenderingContext2D, axis: 'x' | 'y', share: number): void {
    const {range, cross, at} = this.axisOf(axis);
    context.strokeStyle = this.color().serialize();
    context.lineWidth = axisWidth;
    context.lineCap = 'round';
    context.beginPath();
    line(context, at(cross + (range[0] - cross) * share), at(cross + (range[1] - cross) * share));
    context.stroke();
    context.lineWidth = axisWidth * 0.8;
    context.beginPath();
    for (const value of this.ticksOf(axis, share)) {
      const {x, y} = at(value);
      if (axis === 'x') line(context, {x, y: y - tickHalf}, {x, y: y + tickHalf});
      else line(context, {x: x - tickHalf, y}, {x: x + tickHalf, y});
    }
    context.stroke();
  }

  private drawNumbers(context: CanvasRenderingContext2D, axis: 'x' | 'y', share: number): void {
    const {range, cross, at} = this.axisOf(axis);
    const way = Math.max(range[1] - cross, cross - range[0]);
    this.drawAxisName(context, axis, at(range[1]), share);
    if (!this.numbers()) return;
    const decimals = decimalsOf(this.stepOf(axis) || 1);
    for (const value of this.ticksOf(axis, 1)) {
      const {x, y} = at(value);
      const place = axis === 'x' ? {x, y: y + tickHalf + this.tickSize() * 0.75} : {x: x - tickHalf - this.tickSize() * 0.35, y};
      faded(context, numberStrength(share, Math.abs(value - cross) / way), () => {
        drawMarkedText(context, formatNumber(value, {decimals}), place, {
          fontSize: this.tickSize(),
          fill: this.color().serialize(),
          align: axis === 'x' ? 'center' : 'right',
        });
      });
    }
  }

  /** What an axis runs over, where the other one crosses it, and where its points stand. */
  private axisOf(axis: 'x' | 'y'): {range: Range; cross: number; at: (value: number) => XY} {
    const window = this.window();
    const range = axis === 'x' ? window.xRange : window.yRange;
    const aside = axisPlace(axis === 'x' ? window.yRange : window.xRange);
    const at = (value: number) => (axis === 'x' ? planeToPixels(window, value, aside) : planeToPixels(window, aside, value));
    return {range, cross: axisPlace(range), at};
  }

  /** Ticks within the drawn part. Where the axes cross a tick would hide in the other axis, its number be struck through. */
  private ticksOf(axis: 'x' | 'y', share: number): number[] {
    const step = this.stepOf(axis);
    if (step === 0) return [];
    const {range, cross} = this.axisOf(axis);
    const other = axis === 'x' ? this.yRange() : this.xRange();
    const crossing = axisPlace(other) > other[0];
    const reach = share * Math.max(range[1] - cross, cross - range[0]) + 1e-9;
    return tickValues(range, step).filter(value => Math.abs(value - cross) <= reach && !(crossing && value === cross));
  }

  private drawAxisName(context: CanvasRenderingContext2D, axis: 'x' | 'y', end: XY, share: number): void {
    const name = axis === 'x' ? this.xLabel() : this.yLabel();
    if (name === '') return;
    const fontSize = Math.max(28, this.tickSize() * 1.15);
    const low = this.numbers() ? this.tickSize() * 1.6 + tickHalf : 0;
    const place = axis === 'x' ? {x: end.x, y: end.y + low + fontSize * 0.9} : {x: end.x, y: end.y - fontSize * 1.35};
    const align = axis === 'x' ? 'right' : 'center';
    faded(context, share, () =>
      drawMarkedText(context, name, place, {fontSize, fill: this.color().serialize(), align, family: theme().textFont}),
    );
  }

  /** The step asked for, the grid's own, or the finest whose numbers stand apart. */
  private stepOf(axis: 'x' | 'y'): number {
    const asked = axis === 'x' ? this.xStep() : this.yStep();
    if (asked !== null) return asked;
    if (this.gridStep() > 0) return this.gridStep();
    const {range} = this.axisOf(axis);
    const pixels = (range[1] - range[0]) * this.unit()[axis === 'x' ? 0 : 1];
    return readableStep(range, pixels, 100, this.numbers() ? this.tickSize() : 0, axis === 'x');
  }
}

/**
 * Axes with numbers and no grid, for plots.
 *
 * @example
 * <Axes xRange={[0, 10]} yRange={[0, 1]} unit={[90, 400]} xLabel="steps" yLabel="loss">
 *   <FunctionPlot of={x => Math.exp(-x / 3)} />
 * </Axes>
 */
@nodeName('Axes')
export class Axes extends Plane {
  protected override getDefaultGridStep(): number {
    return 0;
  }

  protected override getDefaultNumbers(): boolean {
    return true;
  }
}

function line(context: CanvasRenderingContext2D, from: XY, to: XY): void {
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
}

function readUnit(owner: string, value: number | Range): Range {
  const pair: Range = typeof value === 'number' ? [value, value] : value;
  for (const entry of pair) {
    if (finiteNumber(owner, 'unit', entry) <= 0) throw new RangeError(`Cannot draw ${owner}: "unit" is ${entry} pixels, it must be above 0`);
  }
  return [pair[0], pair[1]];
}
