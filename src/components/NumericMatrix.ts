/** A table of numbers between brackets: a weight matrix, or data that flows through. */
import {initial, interpolation, nodeName, parser, signal} from '@motion-canvas/2d';
import type {SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {smooth, type Easing} from '../math/easing';
import {seconds as durations} from '../theme/timing';
import {countTables, numberTable} from './numberTable';
import {NumberGrid, type NumberGridProps, type Table} from './NumberGrid';
import {NumericVector} from './NumericVector';

export interface NumericMatrixProps extends NumberGridProps {
  /** Rows of equal length; what stands behind dots is not among them. May be empty. */
  values?: SignalValue<Table>;
}

/**
 * A matrix that shows its numbers.
 *
 * Entries are rounded to `decimals` and coloured by `role`: weights by sign, data on one ramp. Digits are equally wide
 * and signs hang in the gaps, so nothing jitters while numbers change. One pass draws all entries: 64x64 live numbers
 * keep 60 frames a second.
 *
 * @throws RangeError 'Cannot draw NumericMatrix: "values row 1" holds NaN at index 3'
 * @throws TypeError 'Cannot draw NumericMatrix: "values" row 1 has 2 numbers, row 0 has 3'
 * @example
 * <NumericMatrix ref={W} values={weights} role="weight" rowDots={-2} columnDots={-2} />
 * yield* W().write();                       // 1.0 s
 * yield* W().spotlightRows([0]);            // 0.4 s
 * yield* W().randomise({seed: 'W', seconds: 3});
 */
@nodeName('NumericMatrix')
export class NumericMatrix extends NumberGrid {
  @initial([])
  @interpolation(countTables)
  @parser((values: Table) => numberTable('NumericMatrix', 'values', values))
  @signal()
  public declare readonly values: SimpleSignal<Table, this>;

  public constructor(props: NumericMatrixProps) {
    super({role: 'weight', ...props});
  }

  public override table(): Table {
    return this.values();
  }

  protected override setTable(table: Table): void {
    this.values(table);
  }

  protected override readTable(values: Table | readonly number[]): Table {
    return numberTable(this.constructor.name, 'values', values as Table);
  }

  /** Counts every entry over to another value, recolouring as it goes. @example yield* W().become(trained, 2)  // 2.0 s */
  public *become(values: Table, seconds: number = durations.standard, easing: Easing = smooth): ThreadGenerator {
    yield* this.countTo(this.readTable(values), seconds, easing);
  }

  /**
   * A vector that lies exactly on a row: a copy to be added to the matrix's parent and carried away.
   *
   * @example const row = W().copyOfRow(0); view.add(row); yield* row.x(400, 1);
   */
  public copyOfRow(row: number): NumericVector {
    return this.copyOfSpan(this.values()[row] ?? [], 'row', row);
  }

  /** A vector that lies exactly on a column. */
  public copyOfColumn(column: number): NumericVector {
    return this.copyOfSpan(this.values().map(row => row[column]), 'column', column);
  }

  private copyOfSpan(values: readonly number[], direction: 'row' | 'column', index: number): NumericVector {
    const box = direction === 'row' ? this.rowBox(index) : this.columnBox(index);
    return new NumericVector({
      values,
      direction,
      role: this.role(),
      max: this.max(),
      decimals: this.decimals(),
      sign: this.sign(),
      fontSize: this.fontSize(),
      rowPitch: this.rowPitch(),
      columnAir: this.columnAir(),
      dots: direction === 'row' ? this.columnDots() : this.rowDots(),
      brackets: false,
      position: this.inParent(box).center,
      scale: this.scale(),
    });
  }
}
