/** A parameter as a thing that can be turned. */
import {initial, nodeName} from '@motion-canvas/2d';
import type {NodeProps} from '@motion-canvas/2d';
import {BBox, tween} from '@motion-canvas/core';
import type {SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, lerp, smooth, thereAndBack, type Easing} from '../math/easing';
import {theme} from '../theme/theme';
import type {XY} from './coordinates';
import {drawDial, needleAngle} from './dialDrawing';
import {Figure} from './Figure';
import {circleOutline} from './nodeBorder';
import {numberSignal} from './pointSignal';

export interface DialProps extends NodeProps {
  /** Where the needle points, 0 to 1; default 0.5. */
  value?: SignalValue<number>;
  /** Radius in pixels, default 68. */
  radius?: SignalValue<number>;
  /** Strength of the streaks around it, 0 to 1: shown while it turns. Default 0. */
  glow?: SignalValue<number>;
}

/**
 * One dial with a scale of eleven marks and a needle.
 *
 * @throws RangeError 'Cannot draw Dial: "value" is NaN, it takes a finite number'
 * @example
 * <Dial ref={slope} value={0.2} radius={120} />;
 * yield* slope().turnTo(0.8, 1);  // streaks follow the turn
 * yield* slope().value(0.3, 1);     // without streaks
 */
@nodeName('Dial')
export class Dial extends Figure {
  @initial(0.5)
  @numberSignal()
  public declare readonly value: SimpleSignal<number, this>;

  @initial(68)
  @numberSignal()
  public declare readonly radius: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly glow: SimpleSignal<number, this>;

  /** Where the needle stood before it turned: streaks run from there. */
  @initial(0.5)
  @numberSignal()
  protected declare readonly turnedFrom: SimpleSignal<number, this>;

  public constructor(props: DialProps) {
    super(props);
  }

  /** Turns the needle, with streaks along its way. */
  public *turnTo(value: number, seconds = 1, easing: Easing = smooth): ThreadGenerator {
    const before = this.value();
    this.turnedFrom(before);
    yield* tween(seconds, share => {
      this.value(lerp(before, value, easing(share)));
      this.glow(thereAndBack(share));
    });
    this.value(value);
  }

  /** A circle: connectors and guide lines touch it as one. */
  public override border(): readonly XY[] {
    return circleOutline(this.radius());
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    context.save();
    drawDial(context, 0, 0, this.radius(), this.value());
    this.drawStreaks(context);
    context.restore();
    this.drawChildren(context);
  }

  protected override drawnBox(): BBox {
    const reach = Math.max(0, this.radius()) * 1.02 + 1.5;
    return new BBox(-reach, -reach, 2 * reach, 2 * reach);
  }

  private drawStreaks(context: CanvasRenderingContext2D): void {
    const glow = clamp01(this.glow());
    if (glow === 0) return;
    const [from, to] = [needleAngle(this.turnedFrom()), needleAngle(this.value())];
    context.strokeStyle = theme().highlight;
    context.lineWidth = this.radius() * 0.03;
    context.globalAlpha *= glow * 0.8;
    for (let ring = 1; ring <= 6; ring++) {
      context.beginPath();
      context.arc(0, 0, this.radius() * (0.24 + ring * 0.09), Math.min(from, to), Math.max(from, to));
      context.stroke();
    }
  }
}
