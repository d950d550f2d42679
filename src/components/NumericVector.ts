/** A list of numbers between brackets: an embedding, a row of weights, a result. */
import {initial, interpolation, nodeName, parser, signal} from '@motion-canvas/2d';
import type {BBox, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {smooth, type Easing} from '../math/easing';
import {seconds as durations} from '../theme/timing';
import {NumberGrid, type NumberGridProps, type Table} from './NumberGrid';
import {Place} from './Place';
import {countLists, numberList} from './numberTable';

export interface NumericVectorProps extends Omit<NumberGridProps, 'rowDots' | 'columnDots' | 'direction'> {
  /** The entries; what stands behind dots is not among them. May be empty. */
  values?: SignalValue<readonly number[]>;
  /** `column` (default) stands, `row` lies. */
  direction?: SignalValue<'column' | 'row'>;
  /** A place of dots among the entries: 3 after three entries, -2 before the last one; default none. */
  dots?: SignalValue<number | null>;
}

/**
 * A vector that shows its numbers, standing or lying.
 *
 * It draws as {@link NumericMatrix} does, with `data` as its default role.
 *
 * @throws RangeError 'Cannot draw NumericVector: "values" holds NaN at index 3'
 * @example
 * <NumericVector ref={e} values={embedding.slice(0, 7)} dots={-2} />
 * yield* e().become([1, 2, 3], 2);  // 2.0 s, counts every entry over
 */
@nodeName('NumericVector')
export class NumericVector extends NumberGrid {
  @initial([])
  @interpolation(countLists)
  @parser((values: readonly number[]) => numberList('NumericVector', 'values', values))
  @signal()
  public declare readonly values: SimpleSignal<readonly number[], this>;

  @initial(null)
  @signal()
  public declare readonly dots: SimpleSignal<number | null, this>;

  public constructor(props: NumericVectorProps) {
    super({direction: 'column', ...props} as NumberGridProps);
  }

  /** Counts every entry over to another value, recolouring as it goes. @example yield* e().become([1, 2, 3], 2)  // 2.0 s */
  public *become(values: readonly number[], seconds: number = durations.standard, easing: Easing = smooth): ThreadGenerator {
    yield* this.countTo(this.readTable(values), seconds, easing);
  }

  /** The box of the entry at an index, in the vector's own pixels. */
  public boxOf(index: number): BBox {
    return this.lies() ? this.entryBox(0, index) : this.entryBox(index, 0);
  }

  public override table(): Table {
    const values = this.values();
    if (this.lies()) return values.length === 0 ? [] : [values];
    return values.map(value => [value]);
  }

  protected override setTable(table: Table): void {
    this.values(this.lies() ? (table[0] ?? []) : table.map(row => row[0]));
  }

  /** The entry at an index, as a place to point at: the box of what is written there. */
  public item(index: number): Place {
    return this.lies() ? this.entry(0, index) : this.entry(index, 0);
  }

  protected override readTable(values: Table | readonly number[]): Table {
    const list = numberList('NumericVector', 'values', values as readonly number[]);
    return this.lies() ? [list] : list.map(value => [value]);
  }

  protected override dotsSetting(line: 'row' | 'column'): number | null {
    return (line === 'column') === this.lies() ? this.dots() : null;
  }

  private lies(): boolean {
    return this.direction() === 'row';
  }
}
