/**
 * Words and their vectors side by side: the shape in which assets/words/*.json is read, and which lookups take.
 * The table comes in, vectors and directions by word come out. An unknown word is refused with its near names.
 */
import {didYouMean} from '../author/nearNames';
import type {Vector} from './vector';
import {subtract} from './vector';

/** Word i has vector i. A JSON file of word vectors, imported by a scene, is one of these as it stands. */
export interface WordTable {
  readonly words: readonly string[];
  /** Shape (words, d). */
  readonly vectors: readonly Vector[];
  /** Said in provenance records, as "Lectern words". */
  readonly name?: string;
}

const places = new WeakMap<readonly string[], Map<string, number>>();

/** The place of a word in its table, or -1. */
export function placeOf(table: WordTable, word: string): number {
  let index = places.get(table.words);
  if (index === undefined) {
    index = new Map(table.words.map((each, i) => [each, i]));
    places.set(table.words, index);
  }
  return index.get(word) ?? -1;
}

/**
 * The vector of a word.
 *
 * @throws RangeError "No vector for "quen": did you mean "queen"?"
 * @example vectorOf(words, 'king')  // shape (d)
 */
export function vectorOf(table: WordTable, word: string): Vector {
  const place = placeOf(table, word);
  if (place >= 0) return table.vectors[place];
  const hint = didYouMean(word, table.words) ?? `the table "${table.name ?? 'word vectors'}" has ${table.words.length} words`;
  throw new RangeError(`No vector for "${word}": ${hint}`);
}

/** The step from one word to another: E(to) - E(from). @example wordDirection(words, 'cat', 'cats') */
export function wordDirection(table: WordTable, from: string, to: string): number[] {
  return subtract(vectorOf(table, to), vectorOf(table, from));
}

/** The same words in a smaller table, in the order asked for. Unknown words are refused. */
export function tableOf(table: WordTable, words: readonly string[]): WordTable {
  return {...table, words, vectors: words.map(word => vectorOf(table, word))};
}
