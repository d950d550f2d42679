/**
 * A filled part of a plane: under a curve, between two curves, or one side of a line.
 */
import {colorSignal, initial, nodeName, signal} from '@motion-canvas/2d';
import type {NodeProps} from '@motion-canvas/2d';
import type {BBox, ColorSignal, PossibleColor, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {smooth, type Easing} from '../math/easing';
import {theme} from '../theme/theme';
import {boxAround, tracePath, faded} from './canvasDrawing';
import type {XY} from './coordinates';
import {Figure} from './Figure';
import {finiteNumbers} from './guards';
import type {Range} from './Plane';
import {clippedOutline, planeToPixels, type PlaneWindow} from './planeGeometry';
import {planeOf} from './planeOf';
import {numberSignal} from './pointSignal';

export interface RegionProps extends NodeProps {
  /** Upper edge, a function of x. */
  under?: (x: number) => number;
  /** Lower edge, a function of x; default 0. */
  over?: (x: number) => number;
  /** Where along x, plane units; default the whole window. */
  range?: SignalValue<Range | null>;
  /** Instead of curves: `[a, b, c]` fills where a·x + b·y > c. */
  half?: SignalValue<readonly [number, number, number] | null>;
  color?: SignalValue<PossibleColor>;
  /** Strength of the fill, 0 to 1, default 0.25. */
  strength?: SignalValue<number>;
}

/**
 * A tinted part of a Plane or Axes.
 *
 * @throws TypeError 'Cannot draw Region: give "under" a function of x or "half" three numbers'
 * @throws RangeError 'Cannot draw Region: "half" holds NaN at index 2'
 * @example <Region under={x => x * x} range={[0, 2]} color={theme().highlight} />
 * @example <Region half={[1, 1, 1]} color={theme().good} />  // where x + y > 1
 */
@nodeName('Region')
export class Region extends Figure {
  private readonly under: ((x: number) => number) | undefined;
  private readonly over: ((x: number) => number) | undefined;

  @initial(null)
  @signal()
  public declare readonly range: SimpleSignal<Range | null, this>;

  @initial(null)
  @signal()
  public declare readonly half: SimpleSignal<readonly [number, number, number] | null, this>;

  @initial(() => theme().highlight)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  @initial(0.25)
  @numberSignal()
  public declare readonly strength: SimpleSignal<number, this>;

  public constructor({under, over, ...props}: RegionProps) {
    super(props);
    if (typeof under !== 'function' && props.half === undefined) {
      throw new TypeError('Cannot draw Region: give "under" a function of x or "half" three numbers');
    }
    this.under = under;
    this.over = over;
  }

  /** Lets the tint come up. */
  public *appear(seconds = 0.6, easing: Easing = smooth): ThreadGenerator {
    const strength = this.strength();
    this.strength(0);
    yield* this.strength(strength, seconds, easing);
  }

  protected override plainProps(): Record<string, unknown> {
    return {under: this.under, over: this.over};
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    faded(context, this.strength(), () => {
      context.fillStyle = this.color().serialize();
      tracePath(context, this.outline(), true);
      context.fill();
    });
    this.drawChildren(context);
  }

  protected override drawnBox(): BBox {
    return boxAround(this.outline(), 1);
  }

  private outline(): XY[] {
    const window = planeOf(this).window();
    const half = this.half();
    return half === null ? this.betweenCurves(window) : halfPlane(window, finiteNumbers('Region', 'half', half));
  }

  private betweenCurves(window: PlaneWindow): XY[] {
    const [low, high] = this.range() ?? window.xRange;
    const left = Math.max(low, window.xRange[0]);
    const right = Math.min(high, window.xRange[1]);
    if (left >= right || this.under === undefined) return [];
    const steps = Math.min(4000, Math.max(1, Math.ceil(((right - left) * window.unit[0]) / 2)));
    const edge = (f: (x: number) => number) =>
      Array.from({length: steps + 1}, (_, index) => {
        const x = left + ((right - left) * index) / steps;
        const y = f(x);
        return planeToPixels(window, x, Math.min(window.yRange[1], Math.max(window.yRange[0], Number.isFinite(y) ? y : 0)));
      });
    return [...edge(this.under), ...edge(this.over ?? (() => 0)).reverse()];
  }
}

function halfPlane(window: PlaneWindow, [a, b, c]: readonly number[]): XY[] {
  const [left, right] = window.xRange;
  const [low, high] = window.yRange;
  const corners = [{x: left, y: low}, {x: right, y: low}, {x: right, y: high}, {x: left, y: high}];
  return clippedOutline(corners, point => a * point.x + b * point.y - c).map(({x, y}) => planeToPixels(window, x, y));
}
