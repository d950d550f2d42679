/**
 * The graph of a function, and a straight line given by two trackers.
 */
import {colorSignal, initial, nodeName, signal} from '@motion-canvas/2d';
import type {NodeProps} from '@motion-canvas/2d';
import type {BBox, ColorSignal, PossibleColor, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, smooth, type Easing} from '../math/easing';
import {theme} from '../theme/theme';
import {boxAround} from './canvasDrawing';
import type {XY} from './coordinates';
import {Figure} from './Figure';
import type {Plane, Range} from './Plane';
import {followFunction, lineInWindow, planeToPixels} from './planeGeometry';
import {planeOf} from './planeOf';
import {numberSignal} from './pointSignal';
import {visibleRuns} from './visibleRuns';

export interface CurveProps extends NodeProps {
  color?: SignalValue<PossibleColor>;
  /** Width of the line in pixels, default 5. */
  thickness?: SignalValue<number>;
  /** Share of the curve that is drawn from the left, 0 to 1, default 1. */
  drawn?: SignalValue<number>;
}

/** A line across a plane, drawn from left to right. */
@nodeName('PlaneCurve')
abstract class PlaneCurve extends Figure {
  @initial(() => theme().ink)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  @initial(5)
  @numberSignal()
  public declare readonly thickness: SimpleSignal<number, this>;

  @initial(1)
  @numberSignal()
  public declare readonly drawn: SimpleSignal<number, this>;

  /** Draws the curve from left to right. */
  public *trace(seconds = 1.5, easing: Easing = smooth): ThreadGenerator {
    this.drawn(0);
    yield* this.drawn(1, seconds, easing);
  }

  /** Runs of pixels of the whole curve. */
  protected abstract runs(plane: Plane): readonly (readonly XY[])[];

  protected override draw(context: CanvasRenderingContext2D): void {
    context.save();
    context.strokeStyle = this.color().serialize();
    context.lineWidth = Math.max(0, this.thickness());
    context.lineJoin = 'round';
    context.lineCap = 'round';
    context.beginPath();
    for (const run of visibleRuns(this.runs(planeOf(this)), clamp01(this.drawn()))) {
      run.forEach(({x, y}, index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
    }
    if (this.thickness() > 0) context.stroke();
    context.restore();
    this.drawChildren(context);
  }

  protected override drawnBox(): BBox {
    return boxAround(this.runs(planeOf(this)).flat(), this.thickness() + 2);
  }
}

export interface FunctionPlotProps extends CurveProps {
  /** The function; NaN and infinities leave gaps. It may read signals, and is then redrawn as they change. */
  of: (x: number) => number;
  /** Where along x it is drawn, plane units; default the whole window. */
  range?: SignalValue<Range | null>;
}

/**
 * The graph of a function in a Plane or Axes, cut exactly at the edges of the window.
 *
 * @throws TypeError 'Cannot draw FunctionPlot: "of" is not a function'
 * @throws TypeError 'Cannot draw FunctionPlot outside a plane: place it in a <Plane> or <Axes>'
 * @example
 * const bend = createSignal(1);
 * <Axes xRange={[-4, 4]} yRange={[-1, 4]}>
 *   <FunctionPlot ref={plot} of={x => Math.max(0, bend() * x)} color={theme().activation} />
 * </Axes>;
 * yield* plot().trace();  // 1.5 s
 */
@nodeName('FunctionPlot')
export class FunctionPlot extends PlaneCurve {
  /** The function drawn. */
  public readonly of: (x: number) => number;

  @initial(null)
  @signal()
  public declare readonly range: SimpleSignal<Range | null, this>;

  public constructor({of, ...props}: FunctionPlotProps) {
    super(props);
    if (typeof of !== 'function') throw new TypeError('Cannot draw FunctionPlot: "of" is not a function');
    this.of = of;
  }

  protected override plainProps(): Record<string, unknown> {
    return {of: this.of};
  }

  protected override runs(plane: Plane): readonly (readonly XY[])[] {
    const window = plane.window();
    const [low, high] = this.range() ?? window.xRange;
    const range: Range = [Math.max(low, window.xRange[0]), Math.min(high, window.xRange[1])];
    if (range[0] >= range[1]) return [];
    // One sample every two pixels: finer than the line is wide, so no corner shows.
    const samples = Math.min(4000, Math.ceil(((range[1] - range[0]) * window.unit[0]) / 2));
    return followFunction(window, this.of, range, samples).map(run => run.map(([x, y]) => planeToPixels(window, x, y)));
  }
}

export interface RegressionLineProps extends CurveProps {
  /** Rise per unit of x: a tracker or a number. */
  slope: SignalValue<number>;
  /** Height at x = 0: a tracker or a number. */
  intercept: SignalValue<number>;
}

/**
 * The straight line y = slope · x + intercept, bound to two trackers and cut at the window's edges.
 *
 * @throws RangeError 'Cannot draw RegressionLine: "slope" is NaN, it takes a finite number'
 * @example
 * const slope = createSignal(0.2), intercept = createSignal(1);
 * <RegressionLine slope={slope} intercept={intercept} />;
 * yield* slope(0.8, 1);  // the line follows
 */
@nodeName('RegressionLine')
export class RegressionLine extends PlaneCurve {
  @initial(0)
  @numberSignal()
  public declare readonly slope: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly intercept: SimpleSignal<number, this>;

  public constructor(props: RegressionLineProps) {
    super(props);
  }

  protected override runs(plane: Plane): readonly (readonly XY[])[] {
    const window = plane.window();
    const ends = lineInWindow(window, this.slope(), this.intercept());
    return ends === null ? [] : [ends.map(([x, y]) => planeToPixels(window, x, y))];
  }
}
