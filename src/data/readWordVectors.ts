/**
 * Reads word vectors as users have them, whatever program wrote them, and keeps the words a scene needs.
 * A path and a list of words come in; a table that knows its origin goes out, ready to be saved as JSON for scenes.
 * Node only; the command line calls it to swap in GloVe or other vectors for the project's own.
 */
import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import {recorded} from '../math/provenance';
import {assetError} from './assetError';
import {FileBytes} from './fileBytes';
import {readBinaryVectors} from './readBinaryVectors';
import {readNpyVectors, readSafetensorsVectors} from './readMatrixVectors';
import type {TextVectorOptions} from './readTextVectors';
import {headerOf, readTextVectors} from './readTextVectors';
import type {VectorRows} from './vectorRows';
import type {WordVectors} from './wordVectors';
import {wordVectorsText} from './wordVectors';

/** `text` covers GloVe, word2vec text and fastText .vec; `binary` is word2vec's. */
export type WordVectorFormat = 'text' | 'binary' | 'npy' | 'safetensors';

export interface WordVectorOptions extends TextVectorOptions {
  /** Default: told from the first bytes. */
  readonly format?: WordVectorFormat;
  /** For npy and safetensors: the file with the words, one a line or a JSON list. */
  readonly vocabulary?: string;
  /** For safetensors: the name of the matrix, when there are several. */
  readonly tensor?: string;
  /** What an asked-for word that is not there does: `refuse` (default) or `report` in `missing`. */
  readonly missing?: 'refuse' | 'report';
  /** Default: the file's name without its ending. */
  readonly name?: string;
  /** Said in the provenance record, as "PDDL-1.0". */
  readonly licence?: string;
}

/** A table read from a file of others. */
export interface WordVectorReading extends WordVectors {
  /** How many rows the file has. */
  readonly rows: number;
  readonly missing: readonly string[];
}

/**
 * Reads word vectors from a file.
 *
 * The file is streamed: 400,000 rows of 50 numbers take seconds and little memory, since only asked-for rows stay.
 *
 * @param file - GloVe, word2vec (text or binary), fastText .vec, .npy or .safetensors with a vocabulary
 * @throws AuthorError "Cannot read glove.txt: it has no vector for "kng"" and those of the readers, with line or byte
 * @example const {words, vectors} = await readWordVectors('glove.6B.50d.txt', {words: ['king', 'queen']});
 */
export async function readWordVectors(file: string, options: WordVectorOptions = {}): Promise<WordVectorReading> {
  const format = options.format ?? (await formatOf(file));
  const rows = await readAs(format, file, options);
  if (rows.missing.length > 0 && options.missing !== 'report') {
    throw assetError(`it has no vector for ${listed(rows.missing)}`, {file}, 'Leave the words out, or read a larger file');
  }
  const name = options.name ?? path.basename(file, path.extname(file));
  const provenance = recorded(path.basename(file), options.licence === undefined ? {} : {licence: options.licence});
  return {...rows, name, provenance};
}

/** Saves a table as the JSON that scenes import. @param decimals - kept digits after the point, default 5 */
export async function saveWordVectors(file: string, table: WordVectors, decimals = 5): Promise<void> {
  await writeFile(file, wordVectorsText(table, decimals));
}

function readAs(format: WordVectorFormat, file: string, options: WordVectorOptions): Promise<VectorRows> {
  const {words, vocabulary, tensor} = options;
  if (format === 'text') return readTextVectors(file, options);
  if (format === 'binary') return readBinaryVectors(file, words);
  if (vocabulary === undefined) {
    throw assetError('its rows have no words', {file}, 'Give the file with its words as vocabulary, one word a line');
  }
  return format === 'npy' ? readNpyVectors(file, vocabulary, words) : readSafetensorsVectors(file, vocabulary, words, tensor);
}

/** Tells a format from the first bytes of a file. */
async function formatOf(file: string): Promise<WordVectorFormat> {
  const start = await FileBytes.use(file, bytes => bytes.readUpTo(0, 4096));
  if (start.toString('latin1', 0, 6) === '\x93NUMPY') return 'npy';
  if (file.endsWith('.safetensors') || start.toString('latin1', 8, 10) === '{"') return 'safetensors';
  const packed = start[0] === 0x1f && start[1] === 0x8b ? 'gzip' : start.toString('latin1', 0, 4) === 'PK\x03\x04' ? 'zip' : undefined;
  if (packed !== undefined) throw assetError(`it is packed with ${packed}`, {file}, 'Unpack it first');
  return looksBinary(start) ? 'binary' : 'text';
}

/** A header line, and control bytes among the first numbers: float32 is full of them, text has none. */
function looksBinary(start: Buffer): boolean {
  const lineEnd = start.indexOf(10);
  if (lineEnd < 0 || headerOf(start.toString('latin1', 0, lineEnd).trimEnd()) === undefined) return false;
  const firstBlank = start.indexOf(32, lineEnd + 1);
  if (firstBlank < 0) return false;
  const rowEnd = start.indexOf(10, firstBlank);
  const numbers = start.subarray(firstBlank, rowEnd < 0 ? start.length : rowEnd);
  return numbers.some(byte => byte < 9 || (byte > 13 && byte < 32) || byte === 127);
}

function listed(words: readonly string[]): string {
  const shown = words.slice(0, 5).map(word => `"${word}"`).join(', ');
  return words.length > 5 ? `${shown} and ${words.length - 5} more` : shown;
}
