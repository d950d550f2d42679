import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, describe, expect, it} from 'vitest';
import type {AuthorError} from '../../src/author/authorError';
import {readWordVectors, saveWordVectors} from '../../src/data/readWordVectors';
import {safetensorsBytes} from '../../src/data/safetensors';
import {checkedWordVectors} from '../../src/data/wordVectors';
import {analogy} from '../../src/math/analogy';
import {add, cosine, dot, subtract} from '../../src/math/vector';
import {placeOf, wordDirection} from '../../src/math/wordTable';

const folder = mkdtempSync(path.join(tmpdir(), 'lectern-vectors-'));
afterAll(() => rmSync(folder, {recursive: true}));

let count = 0;
/** Writes a file of its own for one test. */
function fileOf(content: string | Uint8Array, ending = '.txt'): string {
  const file = path.join(folder, `${++count}${ending}`);
  writeFileSync(file, content);
  return file;
}
async function errorOf(reading: Promise<unknown>): Promise<{message: string; line?: number; fix?: string; exitCode: number}> {
  const error = (await reading.then(() => expect.unreachable('it was read'), each => each)) as AuthorError;
  expect(error.name).toBe('AuthorError');
  return {message: error.message.replace(/^Cannot read \S+: /, ''), line: error.positions[0]?.line, fix: error.fix, exitCode: error.exitCode};
}
const bytesOf = (...parts: (string | readonly number[])[]) =>
  Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(Float32Array.from(part).buffer))));

describe('readWordVectors() of text', () => {
  it('keeps the asked words, in the order asked', async () => {
    const read = await readWordVectors(fileOf('a 1 2\nb 3 4\nc 5 6\n'), {words: ['c', 'a']});
    expect(read).toMatchObject({words: ['c', 'a'], vectors: [[5, 6], [1, 2]], dimension: 2, rows: 3, missing: []});
    expect(read.provenance.kind).toBe('recorded');
  });

  it.each([
    ['CRLF', 'a 1 2\r\nb 3 4\r\n'],
    ['a byte-order mark', '\ufeffa 1 2\nb 3 4\n'],
    ['no line end at the end', 'a 1 2\nb 3 4'],
    ['spaces at line ends, as fastText writes them', 'a 1 2 \nb 3 4 \n'],
    ['tabs', 'a\t1\t2\nb\t3\t4\n'],
    ['empty lines at the end', 'a 1 2\nb 3 4\n\n\r\n'],
    ['a header', '2 2\na 1 2\nb 3 4\n'],
    ['a header after a byte-order mark, and CRLF', '\ufeff2 2\r\na 1 2\r\nb 3 4\r\n'],
    ['other spellings of numbers', 'a +1. .2e+1\nb 3E0 40e-1\n'],
  ])('accepts %s', async (_, text) => {
    const read = await readWordVectors(fileOf(text));
    expect(read).toMatchObject({words: ['a', 'b'], vectors: [[1, 2], [3, 4]], rows: 2});
  });

  it('accepts words with spaces, marks and any script', async () => {
    const read = await readWordVectors(fileOf('. . . 1 2\nat name@x.com 3 4\n塔 5 6\nu\u0085v 7 8\n'.replace(/^/, 'the 0 0\n')));
    expect(read.words).toEqual(['the', '. . .', 'at name@x.com', '塔', 'u\u0085v']);
  });

  it('reads lines that straddle the chunks of the stream', async () => {
    const numbers = Array.from({length: 3000}, (_, i) => (i / 7).toFixed(6)).join(' ');
    const words = Array.from({length: 150}, (_, i) => `w${i}`);
    const read = await readWordVectors(fileOf(words.map(word => `${word} ${numbers}\n`).join('')));
    expect(read.words).toEqual(words);
    for (const vector of read.vectors) expect(vector).toEqual(read.vectors[0]);
  });

  it.each<[string, string | Uint8Array, number, string, string]>([
    ['another dimension', 'a 1 2\nb 3\n', 2, '"b" has 1 numbers, the rows before it have 2', 'Fetch the file again: the row'],
    ['a row too long', 'a 1 2\nb 3 4 5\n', 2, '"b" has 3 numbers, the rows before it have 2', 'Fetch the file again: the row'],
    ['a dimension other than the header says', '1 3\na 1 2\n', 2, '"a" has 2 numbers, the header says 3', 'Fetch the file again: the row'],
    ['NaN', 'a 1 2\nb 3 nan\n', 2, 'number 2 of "b" is "nan"', 'Leave the row out'],
    ['infinity', 'a 1 2\nb -inf 3\n', 2, 'number 1 of "b" is "-inf"', 'Leave the row out'],
    ['1e400', 'a 1 2\nb 1e400 4\n', 2, 'number 1 of "b" is "1e400"', 'Leave the row out'],
    ['two points', 'a 1 2\nb 1.2.3 4\n', 2, 'number 1 of "b" is "1.2.3"', 'Leave the row out'],
    ['a word that comes twice', 'a 1 2\nb 3 4\na 5 6\n', 3, '"a" stands on line 3 and on line 1', 'Keep one of the two'],
    ['NUL in a word', 'a 1 2\nb\0c 3 4\n', 2, 'a word holds a NUL byte', 'Check that it is a text file'],
    ['NUL in a number', 'a 1 2\nb 3 4\0\n', 2, 'number 2 of "b" is "4\\u0000"', 'Leave the row out'],
    ['an empty line in the middle', 'a 1 2\n\nb 3 4\n', 2, 'line 2 is empty', 'Remove the empty line'],
    ['a row without a word', 'a 1 2\n 3 4\n', 2, 'a row begins with a blank, so it has no word', 'Put the word first'],
    ['too few rows for the header', '3 2\na 1 2\nb 3 4\n', 1, 'its header says 3 rows, it has 2', 'Fetch the file again: it may be cut'],
    ['too many rows for the header', '1 2\na 1 2\nb 3 4\n', 1, 'its header says 1 rows, it has 2', 'Fetch the file again: it may be cut'],
    ['no rows', '', 1, 'it has no rows', 'Give a file with one word'],
    ['a word alone', 'hello\n', 1, '"hello" has no numbers after its word', 'Give one word and its numbers'],
    ['invalid UTF-8', Buffer.from('a 1 2\n\x96 3 4\nb\x92s 5 6\n', 'latin1'), 2, 'its words on lines 2, 3 are not valid UTF-8', 'Give encoding: \'windows-1252\''],
  ])('refuses %s, with its line', async (_, text, line, message, fix) => {
    const error = await errorOf(readWordVectors(fileOf(text), {words: ['a']}));
    expect(error).toMatchObject({message, line, exitCode: 4});
    expect(error.fix).toContain(fix);
  });

  it('refuses a line longer than the cap, also when it never ends', async () => {
    const file = fileOf(`a 1 2\nb ${'1'.repeat(5000)}`);
    expect(await errorOf(readWordVectors(file, {maxLineBytes: 1000}))).toMatchObject({line: 2, message: 'line 2 is longer than 1,000 bytes'});
  });

  it('decodes Windows-1252 when told so', async () => {
    const file = fileOf(Buffer.from('a 1 2\n\x96 3 4\n\x92s 5 6\n', 'latin1'));
    expect((await readWordVectors(file, {encoding: 'windows-1252'})).words).toEqual(['a', '–', '’s']);
  });

  it('refuses or reports words that are not there', async () => {
    const file = fileOf('a 1 2\n');
    expect((await errorOf(readWordVectors(file, {words: ['a', 'b', 'c']}))).message).toBe('it has no vector for "b", "c"');
    expect((await readWordVectors(file, {words: ['a', 'b'], missing: 'report'})).missing).toEqual(['b']);
  });

  it('names a file that is missing, a folder, and a packed file', async () => {
    expect((await errorOf(readWordVectors(path.join(folder, 'none.txt')))).message).toBe('there is no such file');
    expect((await errorOf(readWordVectors(folder))).message).toBe('it is a folder');
    expect((await errorOf(readWordVectors(fileOf(Uint8Array.of(0x1f, 0x8b, 8, 0))))).message).toBe('it is packed with gzip');
  });
});

describe('readWordVectors() of word2vec binary', () => {
  const rows: [string, number[]][] = [['king', [1, -2.5]], ['Königin', [0.25, 4]], ['塔', [5, 6]]];

  it.each([['with', '\n'], ['without', '']])('reads rows %s a line feed after each', async (_, end) => {
    const file = fileOf(bytesOf('3 2\n', ...rows.flatMap(([word, numbers]) => [`${word} `, numbers, end])), '.bin');
    const read = await readWordVectors(file, {words: ['塔', 'king']});
    expect(read).toMatchObject({words: ['塔', 'king'], vectors: [[5, 6], [1, -2.5]], dimension: 2, rows: 3});
  });

  it('reads rows that straddle its blocks', async () => {
    const numbers = Array.from({length: 300}, (_, i) => i + 0.5);
    const words = Array.from({length: 8000}, (_, i) => `w${i}`);
    const file = fileOf(bytesOf('8000 300\n', ...words.flatMap(word => [`${word} `, numbers])), '.bin');
    const read = await readWordVectors(file, {words: ['w0', 'w3495', 'w7999']});
    for (const vector of read.vectors) expect(vector).toEqual(numbers);
    expect(read.rows).toBe(8000);
  });

  it.each<[string, Buffer, RegExp]>([
    ['a file cut inside a vector', bytesOf('2 2\n', 'a ', [1, 2], 'b ', [3]), /^it ends before row 2 of 2 does \(byte 20\)$/],
    ['a file cut before a row', bytesOf('2 2\n', 'a ', [1, 2]), /^it ends before row 2 of 2 does \(byte 14\)$/],
    ['rows after the last', bytesOf('1 2\n', 'a ', [1, 2], 'b ', [3, 4]), /^its header says 1 rows, but more bytes follow them \(byte 14\)$/],
    ['NaN', bytesOf('1 2\n', 'a ', [1, NaN]), /^number 2 of "a" is NaN \(byte 6\)$/],
    ['a word that comes twice', bytesOf('2 1\n', 'a ', [1], 'a ', [2]), /^"a" stands on row 2 and on row 1 \(byte 10\)$/],
    ['a huge dimension', bytesOf('1 99999999\n', 'a ', [1]), /^its header says 99999999 numbers a word/],
    ['a word without end', bytesOf('1 1\n', 'a'.repeat(5000)), /^row 1 has no blank after its word/],
  ])('refuses %s, with its byte', async (_, bytes, message) => {
    expect((await errorOf(readWordVectors(fileOf(bytes, '.bin'), {format: 'binary'}))).message).toMatch(message);
  });
});

describe('readWordVectors() of .npy with a vocabulary', () => {
  const npy = (descr: string, body: Buffer, shape = '(2, 3)', order = 'False') => {
    const header = `{'descr': '${descr}', 'fortran_order': ${order}, 'shape': ${shape}, }`.padEnd(117) + '\n';
    const start = Buffer.from('\x93NUMPY\x01\x00\x00\x00', 'latin1');
    start.writeUInt16LE(header.length, 8);
    return Buffer.concat([start, Buffer.from(header), body]);
  };
  const numbers = [1, 2, 3, 4, 5, -6.5];
  const vocabulary = fileOf('cat\ndog\n');
  const floats = Buffer.from(Float32Array.from(numbers).buffer);

  it.each<[string, Buffer]>([
    ['<f4', floats],
    ['>f4', Buffer.from(floats).swap32()],
    ['<f8', Buffer.from(Float64Array.from(numbers).buffer)],
    ['<f2', Buffer.from(Uint16Array.from([0x3c00, 0x4000, 0x4200, 0x4400, 0x4500, 0xc680]).buffer)],
  ])('reads rows of %s', async (descr, body) => {
    const read = await readWordVectors(fileOf(npy(descr, body), '.npy'), {vocabulary, words: ['dog']});
    expect(read).toMatchObject({words: ['dog'], vectors: [[4, 5, -6.5]], dimension: 3, rows: 2});
  });

  it('takes a JSON list of words', async () => {
    const file = fileOf(npy('<f4', floats), '.npy');
    expect((await readWordVectors(file, {vocabulary: fileOf('["a","b"]', '.json')})).words).toEqual(['a', 'b']);
    expect((await errorOf(readWordVectors(file, {vocabulary: fileOf('{"a":1}', '.json')}))).message).toBe('it is no list of words');
  });

  it.each<[string, Buffer, RegExp]>([
    ['a file cut short', npy('<f4', floats.subarray(0, 20)), /^it ends before its table of 2×3 does/],
    ['bytes after the table', npy('<f4', Buffer.concat([floats, floats])), /^24 bytes follow its table/],
    ['columns first', npy('<f4', floats, '(2, 3)', 'True'), /^it is stored column by column/],
    ['three axes', npy('<f4', floats, '(2, 3, 1)'), /^it is no table of rows and columns/],
    ['complex numbers', npy('<c8', floats), /^its numbers are of no known type/],
    ['more rows than words', npy('<f4', floats, '(3, 2)'), /^it has 3 rows, \S+ has 2 words$/],
    ['NaN', npy('<f4', Buffer.from(Float32Array.from([1, NaN, 3, 4, 5, 6]).buffer)), /^number 2 of "cat" is NaN/],
  ])('refuses %s', async (_, bytes, message) => {
    expect((await errorOf(readWordVectors(fileOf(bytes, '.npy'), {vocabulary}))).message).toMatch(message);
  });

  it('asks for the words when none are given', async () => {
    expect((await errorOf(readWordVectors(fileOf(npy('<f4', floats), '.npy')))).message).toBe('its rows have no words');
  });
});

describe('readWordVectors() of safetensors with a vocabulary', () => {
  const vocabulary = fileOf('cat\ndog\n');
  const table = new Map([['embeddings', {shape: [2, 2], data: Float32Array.of(1, 2, 3, 4)}], ['bias', {shape: [2], data: Float32Array.of(9, 9)}]]);

  it('reads the one matrix there is, or the named one', async () => {
    const file = fileOf(safetensorsBytes(table), '.safetensors');
    expect((await readWordVectors(file, {vocabulary, words: ['dog']})).vectors).toEqual([[3, 4]]);
    expect((await errorOf(readWordVectors(file, {vocabulary, tensor: 'wte'}))).message).toBe('it has no tensor "wte"; it has embeddings, bias');
    expect((await errorOf(readWordVectors(file, {vocabulary, tensor: 'bias'}))).message).toBe('tensor "bias" has 1 axes where a table has 2');
  });

  it('refuses a file cut short', async () => {
    const bytes = safetensorsBytes(table);
    expect((await errorOf(readWordVectors(fileOf(bytes.subarray(0, bytes.length - 4), '.safetensors'), {vocabulary}))).message)
      .toBe('its tensors need 24 bytes, 20 follow the header (byte 0)');
  });
});

describe('saveWordVectors()', () => {
  it('writes what checkedWordVectors() reads', async () => {
    const read = await readWordVectors(fileOf('a 1.123456789 -2\nb 3 4\n'), {name: 'small', licence: 'CC0-1.0'});
    const file = path.join(folder, 'small.json');
    await saveWordVectors(file, read, 4);
    const {default: json} = await import(file, {with: {type: 'json'}});
    const table = checkedWordVectors(json);
    expect(table).toMatchObject({name: 'small', dimension: 2, words: ['a', 'b'], vectors: [[1.1235, -2], [3, 4]]});
    expect(table.provenance).toMatchObject({kind: 'recorded', licence: 'CC0-1.0'});
    expect(() => checkedWordVectors({...json, words: ['a', 'a']})).toThrow('small: "a" stands in it twice');
    expect(() => checkedWordVectors({...json, dimension: 3})).toThrow('the vector of "a" has 2 numbers instead of 3');
    expect(() => checkedWordVectors({...json, format: 'x'})).toThrow('its format is "x"');
  });
});

const glove = path.resolve('../shared/data/glove.6B.50d.top2445.txt');
describe.skipIf(!existsSync(glove))('readWordVectors() of real GloVe vectors (skipped where the file is absent)', () => {
  it('names the lines that are Windows-1252, and decodes them when told so', async () => {
    const error = await errorOf(readWordVectors(glove));
    expect(error).toMatchObject({line: 218, message: 'its words on lines 218, 785, 1329, 1409, 1420 are not valid UTF-8'});
    const read = await readWordVectors(glove, {encoding: 'windows-1252'});
    expect([read.rows, read.dimension]).toEqual([2446, 50]);
    expect([217, 784, 1328, 1408, 1419].map(i => read.words[i])).toEqual(['–', '’s', '—', '“', '”']);
  });

  it('gives the analogies that were measured on it', async () => {
    const table = await readWordVectors(glove, {encoding: 'windows-1252'});
    const best = (plus: string[], minus: string[]) => {
      const {answers} = analogy({plus, minus}, table);
      return [answers[0].word, answers[0].cosine.toFixed(3)];
    };
    expect(best(['king', 'woman'], ['man'])).toEqual(['queen', '0.861']);
    expect(analogy({plus: ['king', 'woman'], minus: ['man']}, table).answers[1]).toMatchObject({word: 'daughter'});
    expect(best(['paris', 'japan'], ['france'])).toEqual(['tokyo', '0.919']);
    expect(best(['paris', 'germany'], ['france'])).toEqual(['moscow', '0.742']);
  });

  it('has capitals in one direction: steps from country to capital agree', async () => {
    const table = await readWordVectors(glove, {encoding: 'windows-1252'});
    const pairs = [['france', 'paris'], ['japan', 'tokyo'], ['russia', 'moscow'], ['china', 'beijing'], ['iraq', 'baghdad']];
    const steps = pairs.map(([country, capital]) => wordDirection(table, country, capital));
    const cosines = steps.flatMap((a, i) => steps.slice(0, i).map(b => cosine(a, b)));
    expect((cosines.reduce((sum, each) => sum + each, 0) / cosines.length).toFixed(2)).toBe('0.70');
  });

  it('has plurals in a direction that holds for most words left out of it, though not for all', async () => {
    const table = await readWordVectors(glove, {encoding: 'windows-1252'});
    const pairs = table.words.filter(word => word.length > 2 && placeOf(table, `${word}s`) >= 0);
    const steps = pairs.map(word => wordDirection(table, word, `${word}s`));
    const all = steps.reduce((sum, step) => add(sum, step));
    const agreeing = steps.filter(step => dot(step, subtract(all, step)) > 0).length;
    expect(`${agreeing} of ${pairs.length}`).toMatchInlineSnapshot(`"194 of 232"`);
  });
});
