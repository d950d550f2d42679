/** Hundreds of dials in rows: the tunable parameters of a model. */
import {initial, nodeName, parser, signal} from '@motion-canvas/2d';
import type {NodeProps} from '@motion-canvas/2d';
import {BBox, linear, tween, Vector2} from '@motion-canvas/core';
import type {SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, lerp, smooth, type Easing} from '../math/easing';
import {seededRandom} from '../math/seededRandom';
import {theme} from '../theme/theme';
import {Dial} from './Dial';
import {drawDial} from './dialDrawing';
import {Figure} from './Figure';
import {finiteTable} from './guards';
import {laggedShares} from './laggedShares';
import {numberSignal} from './pointSignal';

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
    this.drawDots(context, (row, column) => share(row * columns + column));
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

  /** Dots come with the dial that they follow. */
  private drawDots(context: CanvasRenderingContext2D, share: (row: number, column: number) => number): void {
    const values = this.values();
    const pitch = this.pitch() ?? this.radius() * 2.5;
    const [dotsRow, dotsColumn] = [this.dotsRow(), this.dotsColumn()];
    context.fillStyle = theme().muted;
    const three = (x: number, y: number, dx: number, dy: number, shown: number) => {
      for (const step of [-1, 0, 1]) {
        context.beginPath();
        context.arc(x + step * dx, y + step * dy, this.radius() * 0.1 * shown, 0, 2 * Math.PI);
        context.fill();
      }
    };
    const step = pitch * 0.22;
    if (dotsRow !== null) values[0]?.forEach((_, j) => three(this.dialAt(0, j).x, this.dialAt(dotsRow, 0).y + pitch, 0, step, share(dotsRow, j)));
    if (dotsColumn !== null) values.forEach((_, i) => three(this.dialAt(0, dotsColumn).x + pitch, this.dialAt(i, 0).y, step, 0, share(i, dotsColumn)));
  }
}

function seededValues([rows, columns]: readonly [number, number], seed: string | number): number[][] {
  const random = seededRandom(`dials/${seed}`);
  return Array.from({length: rows}, () => Array.from({length: columns}, () => random.next()));
}
