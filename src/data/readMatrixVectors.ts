/**
 * Reads word vectors kept as one matrix beside a list of words: NumPy .npy, or a tensor of a safetensors file.
 * Only the rows asked for are read from disk. Node only.
 */
import {readFile} from 'node:fs/promises';
import {assetError} from './assetError';
import {forEachLine, unreadable} from './byteLines';
import {FileBytes} from './fileBytes';
import type {NumberType} from './numberBytes';
import {bytesOf, numbersFromBytes} from './numberBytes';
import {placeOfTensor, tensorPlaces} from './readSafetensors';
import type {VectorRows} from './vectorRows';
import {requireFinite, VectorRowCollector} from './vectorRows';

/** A matrix inside a file, row after row. */
interface StoredMatrix {
  readonly type: NumberType;
  readonly little: boolean;
  readonly rows: number;
  readonly columns: number;
  readonly offset: number;
}

/**
 * Reads word vectors from a NumPy file, one row a word of the vocabulary.
 *
 * @param vocabulary - a text file with one word a line, or a JSON list of words
 * @param words - the words to keep; all when undefined
 * @throws AuthorError "Cannot read v.npy: it has 400 rows, vocab.txt has 399 words"
 * @see https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export async function readNpyVectors(file: string, vocabulary: string, words?: readonly string[]): Promise<VectorRows> {
  return FileBytes.use(file, async bytes => readRows(bytes, await npyMatrix(bytes), vocabulary, words));
}

/**
 * Reads word vectors from a matrix in a safetensors file, one row a word of the vocabulary.
 *
 * @param tensor - its name; may be left out when the file holds a single matrix
 */
export async function readSafetensorsVectors(
  file: string,
  vocabulary: string,
  words?: readonly string[],
  tensor?: string,
): Promise<VectorRows> {
  return FileBytes.use(file, async bytes => {
    const {places, dataStart} = await tensorPlaces(bytes);
    const matrices = [...places].filter(([, place]) => place.shape.length === 2);
    const name = tensor ?? (matrices.length === 1 ? matrices[0][0] : '');
    const {type, shape, from} = placeOfTensor(file, places, name);
    if (shape.length !== 2) throw assetError(`tensor "${name}" has ${shape.length} axes where a table has 2`, {file}, 'Name a matrix');
    return readRows(bytes, {type, little: true, rows: shape[0], columns: shape[1], offset: dataStart + from}, vocabulary, words);
  });
}

async function readRows(bytes: FileBytes, matrix: StoredMatrix, vocabulary: string, words?: readonly string[]): Promise<VectorRows> {
  const {file} = bytes;
  const all = await readVocabulary(vocabulary);
  if (all.length !== matrix.rows) {
    throw assetError(`it has ${matrix.rows} rows, ${vocabulary} has ${all.length} words`, {file}, 'Give the vocabulary that belongs to it, one word a row');
  }
  const collector = new VectorRowCollector(words);
  const rowBytes = matrix.columns * bytesOf[matrix.type];
  for (const [i, word] of all.entries()) {
    if (!collector.meet(word, i + 1, 'line', {file: vocabulary, line: i + 1})) continue;
    const offset = matrix.offset + i * rowBytes;
    const row = await bytes.read(offset, rowBytes, `row ${i + 1} of ${matrix.rows}`);
    const vector = Array.from(numbersFromBytes(row, matrix.type, matrix.little));
    requireFinite(vector, word, {file, offset});
    collector.keep(word, vector);
  }
  return collector.finish(matrix.columns);
}

/** The words of a vocabulary file, in order: a JSON list, or one a line. */
async function readVocabulary(file: string): Promise<string[]> {
  if (file.endsWith('.json')) return jsonVocabulary(file);
  const words: string[] = [];
  const decoder = new TextDecoder('utf-8', {fatal: true});
  await forEachLine(file, 1 << 20, (bytes, start, end, line) => {
    try {
      words.push(decoder.decode(bytes.subarray(start, end)));
    } catch {
      throw assetError(`line ${line} is not valid UTF-8`, {file, line}, 'Convert it to UTF-8');
    }
  });
  return words;
}

async function jsonVocabulary(file: string): Promise<string[]> {
  let list: unknown;
  try {
    list = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw unreadable(file, error);
    throw assetError('it is not JSON', {file}, 'Give a JSON list of words, or a text file with one word a line');
  }
  if (Array.isArray(list) && list.every(each => typeof each === 'string')) return list;
  throw assetError('it is no list of words', {file}, 'Give a JSON list of words, or a text file with one word a line');
}

const npyTypes: Readonly<Record<string, NumberType>> = {f2: 'F16', f4: 'F32', f8: 'F64', i1: 'I8', u1: 'U8', i2: 'I16', i4: 'I32', i8: 'I64'};

async function npyMatrix(bytes: FileBytes): Promise<StoredMatrix> {
  const fail = (what: string, fix: string) => assetError(what, {file: bytes.file, offset: 0}, fix);
  const start = await bytes.readUpTo(0, 12);
  if (start.toString('latin1', 0, 6) !== '\x93NUMPY') throw fail('it does not begin as a .npy file does', 'Save it with numpy.save');
  const wide = start[6] >= 2;
  const textStart = wide ? 12 : 10;
  if (start.length < textStart) throw bytes.cutShort('its header');
  const textLength = wide ? start.readUInt32LE(8) : start.readUInt16LE(8);
  const offset = textStart + textLength;
  if (offset > bytes.size) throw bytes.cutShort('its header');
  const header = (await bytes.read(textStart, textLength, 'its header')).toString('utf8');
  const type = /'descr':\s*'([<>|=])([a-z]\d+)'/.exec(header);
  const shape = /'shape':\s*\((\d+),\s*(\d+),?\s*\)/.exec(header);
  if (type === null || npyTypes[type[2]] === undefined) throw fail(`its numbers are of no known type: ${header.trim()}`, 'Save it as float32');
  if (shape === null) throw fail(`it is no table of rows and columns: ${header.trim()}`, 'Save a matrix, one row a word');
  if (/'fortran_order':\s*True/.test(header)) throw fail('it is stored column by column', 'Save numpy.ascontiguousarray(table)');
  const matrix = {type: npyTypes[type[2]], little: type[1] !== '>', rows: Number(shape[1]), columns: Number(shape[2]), offset};
  const needed = offset + matrix.rows * matrix.columns * bytesOf[matrix.type];
  if (bytes.size < needed) throw bytes.cutShort(`its table of ${matrix.rows}×${matrix.columns}`);
  if (bytes.size > needed) throw fail(`${bytes.size - needed} bytes follow its table`, 'Save the table alone with numpy.save');
  return matrix;
}
