/**
 * Reads word vectors written as text: GloVe, word2vec text and fastText .vec, one word and its numbers a line.
 * The file is streamed, every byte of every row is checked, and only the rows asked for are kept. Node only.
 */
import {isUtf8} from 'node:buffer';
import {assetError} from './assetError';
import {forEachLine} from './byteLines';
import type {VectorRows} from './vectorRows';
import {VectorRowCollector} from './vectorRows';

/** How the words of a text file are encoded. */
export type TextEncodingName = 'utf-8' | 'windows-1252';

export interface TextVectorOptions {
  /** The words to keep; all when undefined. */
  readonly words?: readonly string[];
  /** Default utf-8, in which a word that is not valid is refused. */
  readonly encoding?: TextEncodingName;
  /** Default 1 MiB. */
  readonly maxLineBytes?: number;
}

const space = 32;
const tab = 9;

/**
 * Reads word vectors as text.
 *
 * A first line of two whole numbers is a header (rows, dimension) and is held to; without one the first row sets the
 * dimension. Accepted: LF and CRLF, a byte-order mark, spaces at line ends, empty lines at the end, words that hold
 * spaces (as GloVe 840B has). Refused with the line: another dimension, what is no finite number, a word that comes
 * twice, NUL, invalid UTF-8, an over-long line, fewer or more rows than the header says.
 *
 * @throws AuthorError e.g. "Cannot read glove.txt: "queen" has 49 numbers, the rows before it have 50", with the line
 */
export async function readTextVectors(file: string, options: TextVectorOptions = {}): Promise<VectorRows> {
  const reader = new TextVectorReader(file, options);
  await forEachLine(file, options.maxLineBytes ?? 1 << 20, (bytes, start, end, line) => reader.take(bytes, start, end, line));
  return reader.finish();
}

/** Whether a line is the header of word2vec and fastText: two whole numbers. */
export function headerOf(line: string): {rows: number; dimension: number} | undefined {
  const match = /^(\d+)[ \t]+(\d+)[ \t]*$/.exec(line);
  return match === null ? undefined : {rows: Number(match[1]), dimension: Number(match[2])};
}

class TextVectorReader {
  private readonly collector: VectorRowCollector;
  private readonly scan = {fields: 0, plain: true};
  private header?: {rows: number; dimension: number};
  private dimension = 0;
  private emptyLine = 0;
  private readonly undecodable: number[] = [];

  public constructor(private readonly file: string, private readonly options: TextVectorOptions) {
    this.collector = new VectorRowCollector(options.words);
  }

  public take(bytes: Buffer, start: number, end: number, line: number): void {
    let last = end;
    while (last > start && isBlank(bytes[last - 1])) last--;
    if (last === start) {
      this.emptyLine ||= line;
      return;
    }
    if (this.emptyLine > 0) throw this.error(`line ${this.emptyLine} is empty`, this.emptyLine, 'Remove the empty line');
    if (line === 1) this.header = headerOf(bytes.toString('latin1', start, last));
    if (line === 1 && this.header !== undefined) this.dimension = this.header.dimension;
    else this.takeRow(bytes, start, last, line);
  }

  public finish(): VectorRows {
    if (this.undecodable.length > 0) throw this.encodingError();
    const {header, collector} = this;
    if (header !== undefined && header.rows !== collector.rows) {
      throw this.error(`its header says ${header.rows} rows, it has ${collector.rows}`, 1, 'Fetch the file again: it may be cut short');
    }
    if (collector.rows === 0) throw this.error('it has no rows', 1, 'Give a file with one word and its numbers a line');
    return collector.finish(this.dimension);
  }

  private takeRow(bytes: Buffer, start: number, end: number, line: number): void {
    let wordEnd = start;
    while (wordEnd < end && !isBlank(bytes[wordEnd])) wordEnd++;
    scanNumbers(bytes, wordEnd, end, this.scan);
    if (this.dimension === 0) this.dimension = this.firstDimension(bytes, start, end, line);
    if (!this.scan.plain || this.scan.fields !== this.dimension) wordEnd = this.unusualWordEnd(bytes, start, end, line);
    const word = this.wordOf(bytes, start, wordEnd, line);
    if (this.collector.meet(word, line, 'line', {file: this.file, line})) {
      const numbers = bytes.toString('latin1', wordEnd, end).trim().split(/[ \t]+/);
      this.collector.keep(word, numbers.map(Number));
    }
  }

  private firstDimension(bytes: Buffer, start: number, end: number, line: number): number {
    if (this.scan.fields > 0) return this.scan.fields;
    const row = shown(bytes.toString('latin1', start, end));
    throw this.error(`${row} has no numbers after its word`, line, 'Give one word and its numbers a line, separated by spaces');
  }

  private wordOf(bytes: Buffer, start: number, end: number, line: number): string {
    if (start === end) throw this.error('a row begins with a blank, so it has no word', line, 'Put the word first, then its numbers');
    let ascii = true;
    for (let i = start; i < end; i++) {
      if (bytes[i] === 0) throw this.error('a word holds a NUL byte', line, 'Check that it is a text file; name its format if it is binary');
      if (bytes[i] > 127) ascii = false;
    }
    if (ascii) return bytes.toString('latin1', start, end);
    const word = bytes.subarray(start, end);
    if (this.options.encoding === 'windows-1252') return windowsText(word);
    if (isUtf8(word)) return word.toString('utf8');
    this.undecodable.push(line);
    return `\u0000${line}`;
  }

  /** Where the word of an odd row ends: it holds spaces, holds a number too large to scan, or the row is wrong. */
  private unusualWordEnd(bytes: Buffer, start: number, end: number, line: number): number {
    const pieces = [...bytes.toString('latin1', start, end).matchAll(/[^ \t]+/g)];
    const extra = pieces.length - 1 - this.dimension;
    const word = shown(Buffer.from(pieces[0][0], 'latin1').toString());
    // With spaces in the word there are too many pieces, and the extra ones do not all read as numbers.
    if (extra > 0 && pieces.slice(1, 1 + extra).some(piece => !isNumber(piece[0]))) {
      this.requireNumbers(pieces.slice(1 + extra).map(piece => piece[0]), word, line);
      return start + pieces[extra].index + pieces[extra][0].length;
    }
    this.requireNumbers(pieces.slice(1).map(piece => piece[0]), word, line);
    if (extra === 0) return start + pieces[0][0].length;
    const says = this.header === undefined ? 'the rows before it have' : 'the header says';
    throw this.error(`${word} has ${pieces.length - 1} numbers, ${says} ${this.dimension}`, line, 'Fetch the file again: the row may be cut short');
  }

  private requireNumbers(pieces: readonly string[], word: string, line: number): void {
    const bad = pieces.findIndex(piece => !isNumber(piece));
    if (bad < 0) return;
    throw this.error(`number ${bad + 1} of ${word} is ${shown(pieces[bad])}`, line, 'Leave the row out, or train the vectors again');
  }

  private encodingError(): Error {
    const named = this.undecodable.slice(0, 5).join(', ');
    const more = this.undecodable.length > 5 ? ` and ${this.undecodable.length - 5} more` : '';
    const lines = this.undecodable.length === 1 ? 'line' : 'lines';
    return this.error(`its words on ${lines} ${named}${more} are not valid UTF-8`, this.undecodable[0],
      "Give encoding: 'windows-1252' if it comes from such a machine, or convert it to UTF-8");
  }

  private error(what: string, line: number, fix: string): Error {
    return assetError(what, {file: this.file, line}, fix);
  }
}

/** Classes of bytes, and what each does to a number that is being read. */
const [digit, point, sign, exponentMark, other] = [0, 1, 2, 3, 4];
const classOf = new Uint8Array(256).fill(other);
for (let byte = 48; byte <= 57; byte++) classOf[byte] = digit;
classOf[46] = point;
classOf[43] = classOf[45] = sign;
classOf[69] = classOf[101] = exponentMark;

/** States: 0 start, 1 sign, 2 whole, 3 bare point, 4 fraction, 5 e, 6 e sign, 7 exponent, 8 not a number. */
const nextState = Uint8Array.from([
  2, 3, 1, 8, 8,
  2, 3, 8, 8, 8,
  2, 4, 8, 5, 8,
  4, 8, 8, 8, 8,
  4, 8, 8, 5, 8,
  7, 8, 6, 8, 8,
  7, 8, 8, 8, 8,
  7, 8, 8, 8, 8,
  8, 8, 8, 8, 8,
]);
const isComplete = Uint8Array.from([0, 0, 1, 0, 1, 0, 0, 1, 0]);

/**
 * Counts the numbers of a row and says whether all are plain. One pass over the bytes, because most rows are only
 * checked and never kept. An exponent may overflow, so it is left to the careful look.
 */
function scanNumbers(bytes: Buffer, start: number, end: number, into: {fields: number; plain: boolean}): void {
  let fields = 0;
  let plain = true;
  let state = 0;
  let inside = false;
  for (let i = start; i < end; i++) {
    const byte = bytes[i];
    if (byte === space || byte === tab) {
      if (inside && (isComplete[state] === 0 || state === 7)) plain = false;
      inside = false;
      continue;
    }
    if (!inside) {
      inside = true;
      state = 0;
      fields++;
    }
    state = nextState[state * 5 + classOf[byte]];
  }
  if (inside && (isComplete[state] === 0 || state === 7)) plain = false;
  into.fields = fields;
  into.plain = plain;
}

function isNumber(text: string): boolean {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) && Number.isFinite(Number(text));
}

/** What bytes 128 to 159 stand for in Windows-1252; the five without a character keep their number. */
const windowsMarks = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Decoded here, because TextDecoder of Node 20 reads Windows-1252 as Latin-1. */
function windowsText(bytes: Uint8Array): string {
  return Array.from(bytes, byte => (byte >= 128 && byte < 160 ? windowsMarks[byte - 128] : String.fromCharCode(byte))).join('');
}

function isBlank(byte: number): boolean {
  return byte === space || byte === tab;
}

/** A piece of a file in a message: quoted, short, and without control characters. */
function shown(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
