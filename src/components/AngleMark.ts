/**
 * The angle between two directions: an arc, or a small square when it is a right angle.
 */
import {colorSignal, initial, nodeName, signal} from '@motion-canvas/2d';
import type {NodeProps} from '@motion-canvas/2d';
import type {BBox, ColorSignal, PossibleColor, SignalValue, SimpleSignal} from '@motion-canvas/core';
import {clamp01, lerp, smooth} from '../math/easing';
import {formatNumber} from '../math/formatNumber';
import {angleDegrees} from '../math/vector';
import {theme} from '../theme/theme';
import {unit} from './arrowGeometry';
import {boxAround, faded} from './canvasDrawing';
import {addPoints, frameOf, layerOf, lengthOf, requireDimension, type Point, type PossiblePoint, type XY} from './coordinates';
import {facingLabel} from './facingLabel';
import {Figure} from './Figure';
import {numberSignal, pointSignal, type PointSignal} from './pointSignal';

export interface AngleMarkProps extends NodeProps {
  /** The two directions; their lengths do not count. */
  from: SignalValue<PossiblePoint>;
  to: SignalValue<PossiblePoint>;
  /** Where both begin, default the origin. */
  at?: SignalValue<PossiblePoint | null>;
  /** Radius in units of the frame, default 0.7. */
  radius?: SignalValue<number>;
  /** Whether the angle is written, in whole degrees; default false. */
  written?: SignalValue<boolean>;
  color?: SignalValue<PossibleColor>;
  /** Share that is drawn, 0 to 1; default 1. */
  drawn?: SignalValue<number>;
  fontSize?: SignalValue<number>;
}

/** From so many degrees before a right angle on, the arc bulges into the square, so that a turn past it shows no jump. */
const bulgesWithin = 4;
/** Even, so that one point is the corner of the square. */
const pieces = 48;

/**
 * Marks the angle between two directions of a Plane or an EmbeddingSpace, in the plane that they span.
 *
 * The mark follows its directions, and is a square exactly when they stand at right angles; a few degrees before that it
 * begins to bulge.
 *
 * @throws TypeError 'Cannot draw AngleMark: "from" has 2 numbers, this space is deep and takes 3'
 * @example <AngleMark from={() => king().to()} to={() => queen().to()} written />
 */
@nodeName('AngleMark')
export class AngleMark extends Figure {
  @initial([1, 0])
  @pointSignal()
  public declare readonly from: PointSignal<this>;

  @initial([0, 1])
  @pointSignal()
  public declare readonly to: PointSignal<this>;

  @initial(null)
  @signal()
  public declare readonly at: SimpleSignal<Point | null, this>;

  @initial(0.7)
  @numberSignal()
  public declare readonly radius: SimpleSignal<number, this>;

  @initial(false)
  @signal()
  public declare readonly written: SimpleSignal<boolean, this>;

  @initial(() => theme().highlight)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  @initial(1)
  @numberSignal()
  public declare readonly drawn: SimpleSignal<number, this>;

  @initial(34)
  @numberSignal()
  public declare readonly fontSize: SimpleSignal<number, this>;

  public constructor(props: AngleMarkProps) {
    super(props);
    this.addPart(
      facingLabel({
        text: () => (this.written() ? `${formatNumber(this.degrees())}°` : ''),
        fontSize: () => this.fontSize(),
        fill: () => this.color(),
        strength: () => clamp01(this.drawn()),
        middle: box => this.labelMiddle(box),
      }),
    );
  }

  /** The angle, 0 to 180 degrees; 0 while a direction has no length. */
  public degrees(): number {
    const [a, b] = this.directions();
    return lengthOf(a) === 0 || lengthOf(b) === 0 ? 0 : angleDegrees(a, b);
  }

  public depth(): number {
    return frameOf(this).see(this.corner()).depth;
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    const layer = layerOf(this);
    if (layer !== 'labels') faded(context, 1, () => this.drawMark(context));
    if (layer !== 'shapes') this.drawChildren(context);
  }

  protected override drawnBox(): BBox {
    return boxAround(this.outline(), 6);
  }

  private drawMark(context: CanvasRenderingContext2D): void {
    const line = this.outline();
    const shown = Math.max(0, Math.ceil(line.length * clamp01(this.drawn())));
    context.strokeStyle = this.color().serialize();
    context.lineWidth = 4;
    context.lineJoin = 'round';
    context.beginPath();
    line.slice(0, shown).forEach(({x, y}, index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
    context.stroke();
  }

  /** The arc, or two sides of the square, in pixels. */
  private outline(): XY[] {
    const frame = frameOf(this);
    return this.line().map(point => frame.see(addPoints(this.corner(), point)));
  }

  private line(): Point[] {
    const [a, b] = this.directions();
    if (lengthOf(a) === 0 || lengthOf(b) === 0) return [];
    const [u, v] = [a, b].map(direction => direction.map(entry => entry / lengthOf(direction)));
    const degrees = this.degrees();
    // Opposite directions have no plane of their own, and then no arc.
    const whole = (degrees * Math.PI) / 180;
    if (Math.sin(whole) < 1e-6) return [];
    const square = smooth(clamp01(1 - Math.abs(degrees - 90) / bulgesWithin));
    return Array.from({length: pieces + 1}, (_, index) => {
      const share = index / pieces;
      // Spherical mixing goes round evenly, at one distance from the corner.
      const [p, q] = [Math.sin((1 - share) * whole), Math.sin(share * whole)].map(part => part / Math.sin(whole));
      const reach = this.radius() * lerp(1, 0.5 / Math.max(p, q), square);
      return u.map((entry, axis) => (entry * p + v[axis] * q) * reach);
    });
  }

  private labelMiddle(box: {width: number; height: number}): XY {
    const line = this.line();
    if (line.length === 0) return {x: 0, y: 0};
    const frame = frameOf(this);
    const corner = frame.see(this.corner());
    const middle = frame.see(addPoints(this.corner(), line[line.length >> 1]));
    const out = unit(middle.x - corner.x, middle.y - corner.y);
    const reach = (Math.abs(out.x) * box.width + Math.abs(out.y) * box.height) / 2 + 8;
    return {x: middle.x + out.x * reach, y: middle.y + out.y * reach};
  }

  private corner(): Point {
    return this.at() ?? this.from().map(() => 0);
  }

  private directions(): readonly [Point, Point] {
    const frame = frameOf(this);
    requireDimension('AngleMark', 'from', this.from(), frame);
    requireDimension('AngleMark', 'to', this.to(), frame);
    return [this.from(), this.to()];
  }
}
