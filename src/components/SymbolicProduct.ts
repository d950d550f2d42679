/** A matrix times a vector in symbols: each row's sum is written while two frames run along the row and the vector. */
import {nodeName, type Node} from '@motion-canvas/2d';
import {all, type ThreadGenerator} from '@motion-canvas/core';
import {smooth} from '../math/easing';
import {laggedStart} from '../motion/laggedStart';
import {theme} from '../theme/theme';
import {seconds as durations} from '../theme/timing';
import {Equation, type EquationProps} from './Equation';
import {HighlightRect} from './HighlightRect';
import {symbolicProductTex} from './symbolicProductTex';

export interface SymbolicProductProps extends Omit<EquationProps, 'tex' | 'colors' | 'numbers'> {
  /** Rows written out, the last one being the m-th; 2 or more. */
  rows?: number;
  /** Columns written out, the last one being the n-th; 2 or more. */
  columns?: number;
  /** Letters of the matrix and the vector, default w and x. */
  letters?: readonly [matrix: string, vector: string];
}

/**
 * A product in symbols: w₁₁ … w_mn times x₁ … x_n, and what comes of it in general.
 *
 * Parts: `w.i.j`, `x.j`, `t.i.j` (a term of a sum), `sum.i`, counted from 1.
 *
 * @throws RangeError 'Cannot draw SymbolicProduct: "rows" is 1, it takes a whole number of 2 or more'
 * @example
 * <SymbolicProduct ref={general} rows={3} columns={3} />
 * yield* general().hideSums();         // 0 s
 * yield* general().multiply(1);        // 1.0 s a row
 */
@nodeName('SymbolicProduct')
export class SymbolicProduct extends Equation {
  private readonly plain: {rows: number; columns: number; letters: readonly [string, string]};

  public constructor({rows = 3, columns = 3, letters = ['w', 'x'], ...props}: SymbolicProductProps) {
    const {tex, weights, entries} = symbolicProductTex(rows, columns, letters);
    const colors = {
      ...Object.fromEntries(weights.map(name => [name, () => theme().weight.positive])),
      ...Object.fromEntries(entries.map(name => [name, () => theme().data])),
    };
    super({fontSize: 52, ...props, tex, colors});
    this.plain = {rows, columns, letters};
  }

  /** Hides the sums at once, so that they may be written. */
  public hideSums(): void {
    for (const term of this.terms().flat()) term.opacity(0);
  }

  /** Writes the sums row by row. duration = rows x `seconds` + 0.4 s. */
  public *multiply(seconds: number = durations.standard): ThreadGenerator {
    this.hideSums();
    let row = 0;
    const marks = [
      new HighlightRect({around: () => this.weightsOf(row), padding: 8, thickness: 3.5}),
      new HighlightRect({around: () => this.vectorParts(), padding: 8, thickness: 3.5}),
    ];
    marks.forEach(mark => this.addPart(mark));
    for (const terms of this.terms()) {
      row = this.terms().findIndex(each => each[0] === terms[0]) + 1;
      yield* all(
        ...marks.map(mark => mark.trace(Math.min(0.5, seconds / 2))),
        laggedStart(terms, (term, each) => term.opacity(1, each, smooth), {seconds, lag: 0.5}),
      );
    }
    yield* all(...marks.map(mark => mark.opacity(0, durations.short, smooth)));
    marks.forEach(mark => this.removePart(mark));
  }

  protected override plainProps(): Record<string, unknown> {
    return this.plain;
  }

  /** What each row's sum is made of, in reading order. */
  private terms(): Node[][] {
    const {rows} = this.plain;
    return Array.from({length: rows}, (_, i) => this.names().filter(name => name.startsWith(`t.${i + 1}.`)).map(name => this.part(name)));
  }

  private weightsOf(row: number): Node[] {
    return this.names().filter(name => name.startsWith(`w.${row}.`)).map(name => this.part(name));
  }

  private vectorParts(): Node[] {
    return this.names().filter(name => name.startsWith('x.')).map(name => this.part(name));
  }
}
