/**
 * Reads word vectors in the binary form of word2vec: a header line, then a word, a blank and its float32 numbers.
 * Streamed in blocks; every row is passed over, only the rows asked for become numbers. Node only.
 */
import {isUtf8} from 'node:buffer';
import {assetError} from './assetError';
import {FileBytes} from './fileBytes';
import {headerOf} from './readTextVectors';
import type {VectorRows} from './vectorRows';
import {requireFinite, VectorRowCollector} from './vectorRows';

const blockBytes = 4 << 20;
const longestWord = 4096;

/**
 * Reads word2vec binary vectors.
 *
 * A line feed after each row is accepted, as the original program writes it, and so is none, as others do.
 *
 * @param words - the words to keep; all when undefined
 * @throws AuthorError "Cannot read w.bin: it ends before row 3 of 5 does (byte 812)", "…: row 2 has no blank after its word …"
 * @see word2vec, distance.c, Mikolov 2013
 */
export async function readBinaryVectors(file: string, words?: readonly string[]): Promise<VectorRows> {
  return FileBytes.use(file, async bytes => new BinaryVectorReader(bytes, words).readAll());
}

class BinaryVectorReader {
  private readonly collector: VectorRowCollector;
  private block: Buffer = Buffer.alloc(0);
  private blockOffset = 0;
  private place = 0;

  public constructor(private readonly bytes: FileBytes, words?: readonly string[]) {
    this.collector = new VectorRowCollector(words);
  }

  public async readAll(): Promise<VectorRows> {
    const {rows, dimension} = await this.readHeader();
    for (let row = 1; row <= rows; row++) {
      await this.fill(longestWord + 2 + 4 * dimension);
      this.readRow(row, rows, dimension);
    }
    await this.fill(2);
    if (this.block[this.place] === 10) this.place++;
    if (this.offset < this.bytes.size) {
      throw this.error(`its header says ${rows} rows, but more bytes follow them`, 'Fetch the file again, or mend its header');
    }
    return this.collector.finish(dimension);
  }

  private get offset(): number {
    return this.blockOffset + this.place;
  }

  private async readHeader(): Promise<{rows: number; dimension: number}> {
    await this.fill(64);
    const end = this.block.subarray(0, 64).indexOf(10);
    const header = end < 0 ? undefined : headerOf(this.block.toString('latin1', 0, end));
    if (header === undefined) throw this.error('it does not begin with a line of two numbers, rows and dimension', 'Check that it is a word2vec binary file');
    if (header.dimension < 1 || header.dimension > 65_536) {
      throw this.error(`its header says ${header.dimension} numbers a word`, 'Check that it is a word2vec binary file');
    }
    this.place = end + 1;
    return header;
  }

  private readRow(row: number, rows: number, dimension: number): void {
    if (this.block[this.place] === 10) this.place++;
    const start = this.offset;
    const end = this.block.subarray(this.place, this.place + longestWord).indexOf(32);
    if (end < 0) {
      if (this.bytes.size - start < longestWord) throw this.bytes.cutShort(`row ${row} of ${rows}`);
      throw this.error(`row ${row} has no blank after its word`, 'Check that it is a word2vec binary file');
    }
    const word = this.wordOf(row, this.block.subarray(this.place, this.place + end));
    this.place += end + 1;
    if (this.block.length - this.place < 4 * dimension) throw this.bytes.cutShort(`row ${row} of ${rows}`);
    if (this.collector.meet(word, row, 'row', {file: this.bytes.file, offset: start})) {
      const vector = Array.from({length: dimension}, (_, k) => this.block.readFloatLE(this.place + 4 * k));
      requireFinite(vector, word, {file: this.bytes.file, offset: this.offset});
      this.collector.keep(word, vector);
    }
    this.place += 4 * dimension;
  }

  private wordOf(row: number, word: Buffer): string {
    if (word.length === 0) throw this.error(`row ${row} has an empty word`, 'Check that it is a word2vec binary file');
    if (!isUtf8(word)) throw this.error(`the word of row ${row} is not valid UTF-8`, 'Check that the file is not cut or shifted');
    return word.toString('utf8');
  }

  /** Makes sure that at least `length` bytes lie ahead, or all that are left. */
  private async fill(length: number): Promise<void> {
    if (this.block.length - this.place >= length) return;
    this.blockOffset += this.place;
    this.place = 0;
    this.block = await this.bytes.readUpTo(this.blockOffset, Math.max(length, blockBytes));
  }

  private error(what: string, fix: string): Error {
    return assetError(what, {file: this.bytes.file, offset: this.offset}, fix);
  }
}
