/**
 * Word vectors as a scene has them: a JSON file next to the scenes, with its origin and licence inside.
 * Safe in scenes: `import words from '…/lectern-words.json'` is a WordTable as it stands; `checkedWordVectors` also
 * proves it. Files in the formats of others are read by readWordVectors.ts, which runs in Node only.
 */
import {roundTo} from '../math/formatNumber';
import type {Provenance} from '../math/provenance';
import {provenance} from '../math/provenance';
import type {WordTable} from '../math/wordTable';

/** A table of words that knows where it comes from. */
export interface WordVectors extends WordTable {
  readonly name: string;
  readonly dimension: number;
  readonly provenance: Provenance;
}

/** What the JSON file holds, as TypeScript sees an imported one. */
export interface WordVectorsFile {
  readonly format: string;
  readonly name: string;
  readonly provenance: {readonly kind: string; readonly source: string; readonly licence?: string; readonly asOf?: string};
  readonly dimension: number;
  readonly words: readonly string[];
  readonly vectors: readonly (readonly number[])[];
}

/** The format name that the first line of a file carries. */
export const wordVectorsFormat = 'lectern-words/1';

/**
 * Proves that a JSON file is a table of word vectors.
 *
 * @throws TypeError naming the first thing wrong, as "lectern-words.json: the vector of "cat" has 3 numbers instead of 32"
 * @example const words = checkedWordVectors(json)
 */
export function checkedWordVectors(file: WordVectorsFile, name = file.name): WordVectors {
  const fail = (what: string): never => {
    throw new TypeError(`${name}: ${what}`);
  };
  if (file.format !== wordVectorsFormat) fail(`its format is "${file.format}", this version reads "${wordVectorsFormat}"`);
  if (file.words.length !== file.vectors.length) fail(`it has ${file.words.length} words and ${file.vectors.length} vectors`);
  const seen = new Set<string>();
  file.words.forEach((word, i) => {
    if (seen.has(word)) fail(`"${word}" stands in it twice`);
    seen.add(word);
    const vector = file.vectors[i];
    if (vector.length !== file.dimension) fail(`the vector of "${word}" has ${vector.length} numbers instead of ${file.dimension}`);
    const bad = vector.findIndex(entry => !Number.isFinite(entry));
    if (bad >= 0) fail(`number ${bad + 1} of "${word}" is ${vector[bad]}`);
  });
  const {kind, source, ...more} = file.provenance;
  return {...file, provenance: {...provenance(kind, source), ...more}};
}

/**
 * Writes a table as the text of a JSON file, one vector a line, so that a changed word is a changed line.
 *
 * @param decimals - kept digits after the point, default 5
 */
export function wordVectorsText(table: WordVectors, decimals = 5): string {
  const head = {format: wordVectorsFormat, name: table.name, provenance: table.provenance, dimension: table.dimension};
  const rows = table.vectors.map(vector => JSON.stringify(vector.map(entry => roundTo(entry, decimals))));
  return `${JSON.stringify(head).slice(0, -1)},\n"words":${JSON.stringify(table.words)},\n"vectors":[\n${rows.join(',\n')}\n]}\n`;
}
