/**
 * Dials: parameters as things that can be turned. One large one, or a panel of hundreds.
 */
import {initial, nodeName, parser, signal} from '@motion-canvas/2d';
import type {NodeProps} from '@motion-canvas/2d';
import {BBox, linear, tween, Vector2} from '@motion-canvas/core';
import type {SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, lerp, smooth, thereAndBack, type Easing} from '../math/easing';
import {seededRandom} from '../math/seededRandom';
import {theme} from '../theme/theme';
import {valueToColor} from '../theme/valueToColor';
import type {XY} from './coordinates';
import {Figure} from './Figure';
import {finiteTable} from './guards';
import {laggedShares} from './laggedShares';
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

/** Degrees that the scale covers; it opens downwards. */
const sweepDegrees = 270;
const ticksOnScale = 11;

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

export interface DialPanelProps extends NodeProps {
  /** Rows of dials, each value 0 to 1, shape (rows, columns). */
  values?: SignalValue<readonly (readonly number[])[]>;
  /** Shape instead of values: they are then drawn from the seed. Default `[6, 8]`. */
  shape?: readonly [rows: number, columns: number];
  /** Radius of a dial in pixels, default 34. */
  radius?: SignalValue<number>;
  /** Pixels from middle to middle, default 2.5 radii. */
  pitch?: SignalValue<number | null>;
  /** Row after which three dots stand for many more; default none. */
  dotsRow?: SignalValue<number | null>;
  /** Column after which three dots stand for many more; default none. */
  dotsColumn?: SignalValue<number | null>;
  /** How many have appeared, row by row, 0 to 1; default 1. */
  shown?: SignalValue<number>;
  seed?: string | number;
}

/**
 * A block of dials, centred on its node and drawn in one pass.
 *
 * @throws TypeError 'Cannot draw DialPanel: "values" row 1 has 2 numbers, row 0 has 3'
 * @example
 * <DialPanel ref={panel} shape={[8, 24]} radius={26} />;
 * yield* panel().appear(2);
 * yield* panel().randomise(3);  // all needles turn, one after another
 */
@nodeName('DialPanel')
export class DialPanel extends Figure {
  @initial([])
  @parser((rows: readonly (readonly number[])[]) => finiteTable('DialPanel', 'values', rows))
  @signal()
  public declare readonly values: SimpleSignal<readonly (readonly number[])[], this>;

  @initial(34)
  @numberSignal()
  public declare readonly radius: SimpleSignal<number, this>;

  @initial(null)
  @signal()
  public declare readonly pitch: SimpleSignal<number | null, this>;

  @initial(null)
  @signal()
  public declare readonly dotsRow: SimpleSignal<number | null, this>;

  @initial(null)
  @signal()
  public declare readonly dotsColumn: SimpleSignal<number | null, this>;

  @initial(1)
  @numberSignal()
  public declare readonly shown: SimpleSignal<number, this>;

  public constructor({shape = [6, 8], seed = 'dials', ...props}: DialPanelProps) {
    super(props);
    if (props.values === undefined) this.values(seededValues(shape, seed));
  }

  /** Lets the dials appear one after another. */
  public *appear(seconds = 2, easing: Easing = smooth): ThreadGenerator {
    this.shown(0);
    yield* this.shown(1, seconds, easing);
  }

  /** Turns all needles to seeded places, one starting after another. */
  public *randomise(seconds = 3, seed: string | number = 'turned'): ThreadGenerator {
    const before = this.values();
    yield* this.turnAllTo(seededValues([before.length, before[0]?.length ?? 0], seed), seconds, 0.02);
  }

  /** Turns all needles to given places. @param lag - delay between neighbours as a share of one turn */
  public *turnAllTo(values: readonly (readonly number[])[], seconds = 1, lag = 0): ThreadGenerator {
    const before = this.values();
    const after = finiteTable('DialPanel', 'values', values);
    const columns = before[0]?.length ?? 0;
    if (after.length !== before.length || (after[0]?.length ?? 0) !== columns) {
      throw new TypeError(`Cannot turn DialPanel: ${after.length}x${after[0]?.length ?? 0} values for ${before.length}x${columns} dials`);
    }
    yield* tween(seconds, value => {
      const share = laggedShares(before.length * columns, lag, linear(value));
      this.values(before.map((row, i) => row.map((old, j) => lerp(old, after[i][j], share(i * columns + j)))));
    });
  }

  /** Middle of a dial, in the panel's own pixels. */
  public dialAt(row: number, column: number): Vector2 {
    const rows = this.values().length;
    const columns = this.values()[0]?.length ?? 0;
    const pitch = this.pitch() ?? this.radius() * 2.5;
    const [below, after] = [this.dotsRow() !== null && row > this.dotsRow()!, this.dotsColumn() !== null && column > this.dotsColumn()!];
    const slots = (count: number, dots: number | null) => count + (dots === null ? 0 : 1);
    return new Vector2(
      (column + (after ? 1 : 0) - (slots(columns, this.dotsColumn()) - 1) / 2) * pitch,
      (row + (below ? 1 : 0) - (slots(rows, this.dotsRow()) - 1) / 2) * pitch,
    );
  }

  /** Gives a dial of its own that stands exactly on one of the panel: to be moved out and made large. */
  public magnify(row: number, column: number): Dial {
    const at = this.dialAt(row, column);
    const dial = new Dial({value: this.values()[row][column], radius: this.radius(), position: at});
    this.add(dial);
    return dial;
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    const values = this.values();
    const columns = values[0]?.length ?? 0;
    const share = laggedShares(values.length * columns, 0.05, clamp01(this.shown()));
    context.save();
    values.forEach((row, i) =>
      row.forEach((value, j) => {
        const {x, y} = this.dialAt(i, j);
        drawDial(context, x, y, this.radius() * share(i * columns + j), value);
      }),
    );
    this.drawDots(context, share(0));
    context.restore();
    this.drawChildren(context);
  }

  protected override drawnBox(): BBox {
    const rows = this.values().length;
    const columns = this.values()[0]?.length ?? 0;
    if (rows === 0 || columns === 0) return new BBox();
    const [first, last] = [this.dialAt(0, 0), this.dialAt(rows - 1, columns - 1)];
    return BBox.fromPoints(first, last).expand(this.radius() * 1.2 + 4);
  }

  private drawDots(context: CanvasRenderingContext2D, share: number): void {
    const values = this.values();
    const pitch = this.pitch() ?? this.radius() * 2.5;
    const [dotsRow, dotsColumn] = [this.dotsRow(), this.dotsColumn()];
    context.fillStyle = theme().muted;
    const three = (x: number, y: number, dx: number, dy: number) => {
      for (const step of [-1, 0, 1]) {
        context.beginPath();
        context.arc(x + step * dx, y + step * dy, this.radius() * 0.1 * share, 0, 2 * Math.PI);
        context.fill();
      }
    };
    const step = pitch * 0.22;
    if (dotsRow !== null) values[0]?.forEach((_, j) => three(this.dialAt(0, j).x, this.dialAt(dotsRow, 0).y + pitch, 0, step));
    if (dotsColumn !== null) values.forEach((_, i) => three(this.dialAt(0, dotsColumn).x + pitch, this.dialAt(i, 0).y, step, 0));
  }
}

function needleAngle(value: number): number {
  return ((90 + (360 - sweepDegrees) / 2 + sweepDegrees * clamp01(value)) * Math.PI) / 180;
}

/** Draws a dial of any size; small ones keep scale and needle and leave out what would clot. */
function drawDial(context: CanvasRenderingContext2D, x: number, y: number, radius: number, value: number): void {
  if (!(radius > 0.5)) return;
  const [start, end] = [needleAngle(0), needleAngle(1)];
  context.strokeStyle = theme().muted;
  context.lineCap = 'round';
  context.lineWidth = Math.max(1.4, radius * 0.032);
  context.beginPath();
  context.arc(x, y, radius, start, end);
  const marks = radius > 14 ? ticksOnScale : 2;
  for (let index = 0; index < marks; index++) {
    const angle = start + ((end - start) * index) / (marks - 1);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    context.moveTo(x + cos * radius, y + sin * radius);
    context.lineTo(x + cos * radius * 0.84, y + sin * radius * 0.84);
  }
  context.stroke();
  const angle = needleAngle(value);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const foot = radius * 0.085;
  context.fillStyle = valueToColor(clamp01(value) * 2 - 1, 'weight');
  context.beginPath();
  context.moveTo(x + cos * radius * 0.78, y + sin * radius * 0.78);
  context.lineTo(x - sin * foot, y + cos * foot);
  context.arc(x, y, foot, angle + Math.PI / 2, angle + (3 * Math.PI) / 2);
  context.closePath();
  context.fill();
}

function seededValues([rows, columns]: readonly [number, number], seed: string | number): number[][] {
  const random = seededRandom(`dials/${seed}`);
  return Array.from({length: rows}, () => Array.from({length: columns}, () => random.next()));
}
