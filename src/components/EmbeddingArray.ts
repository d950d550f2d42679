/** The columns that a model carries along: one embedding for each token, between one pair of brackets. */
import {nodeName} from '@motion-canvas/2d';
import {createSignal, isReactive, type SignalValue} from '@motion-canvas/core';
import {NumericMatrix, type NumericMatrixProps} from './NumericMatrix';
import {numberTable} from './numberTable';
import type {Table} from './NumberGrid';

export interface EmbeddingArrayProps extends Omit<NumericMatrixProps, 'values'> {
  /** One list a token, all of one length; what stands behind dots is not among them. May be empty. */
  vectors?: SignalValue<Table>;
}

/**
 * Embeddings side by side, each a column of data.
 *
 * It is a {@link NumericMatrix} with the role `data` and wider columns: all that a matrix can do, it can do.
 *
 * @throws TypeError 'Cannot draw EmbeddingArray: "vectors" row 1 has 2 numbers, row 0 has 3'
 * @example
 * <EmbeddingArray ref={array} vectors={embeddings} rowDots={-2} columnDots={-3} />
 * yield* strip().spreadTo(array().columnMiddles());   // tokens stand over their columns
 * yield* array().spotlightColumns([4]);               // 0.4 s
 */
@nodeName('EmbeddingArray')
export class EmbeddingArray extends NumericMatrix {
  public constructor({vectors = [], ...props}: EmbeddingArrayProps) {
    super({role: 'data', columnAir: 1.3, ...(isReactive(vectors) || vectors.length > 0 ? {values: columnsOf(vectors)} : {}), ...props});
  }

  /** The middle of each column along x, in the array's own pixels; dots not counted. */
  public columnMiddles(): number[] {
    const [, columns] = this.shape();
    return Array.from({length: columns}, (_, j) => this.columnBox(j).center.x);
  }
}

function columnsOf(vectors: SignalValue<Table>): SignalValue<Table> {
  if (isReactive(vectors)) {
    const given = createSignal(vectors);
    return () => turned(given());
  }
  return turned(vectors as Table);
}

function turned(vectors: Table): Table {
  const table = numberTable('EmbeddingArray', 'vectors', vectors);
  return (table[0] ?? []).map((_, i) => table.map(vector => vector[i]));
}
