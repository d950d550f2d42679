/** One plane of colour. */
export interface JpegComponent {
  readonly id: number;
  /** Its blocks of 8 x 8 samples in each group of the file. */
  readonly across: number;
  readonly down: number;
  /** Blocks that hold picture. */
  readonly blocksAcross: number;
  readonly blocksDown: number;
  /** Blocks in a row of the memory, which is filled up to whole groups. */
  readonly blocksInRow: number;
  /** Quantised coefficients, block by block, each row by row. */
  readonly coefficients: Int16Array;
  /** The table of what they are multiplied by. */
  readonly table: number;
}
