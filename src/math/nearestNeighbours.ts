/**
 * Who stands next to whom: words ranked by how well their vectors point the same way, or by distance.
 * A table and a word, or any vector, come in; a ranked list comes out.
 */
import type {Vector} from './vector';
import {cosine, distance} from './vector';
import type {WordTable} from './wordTable';
import {vectorOf} from './wordTable';

/** One word of a ranking. */
export interface Neighbour {
  readonly word: string;
  /** -1..1, 1 is the same direction. */
  readonly cosine: number;
  /** From tip to tip, in the units of the table. */
  readonly distance: number;
}

/**
 * Ranks the words of a table by nearness to a word or vector.
 *
 * Equal ranks keep the order of the table. A word asked about is not its own neighbour; zero vectors are left out.
 *
 * @param table - words and vectors
 * @param of - a word of the table, or a vector of its width
 * @param options.count - how many, default 10
 * @param options.exclude - words to leave out
 * @param options.by - what is near: `cosine` (default) or `distance`
 * @example nearestNeighbours(words, 'tower', {count: 3}).map(n => n.word)
 */
export function nearestNeighbours(
  table: WordTable,
  of: string | Vector,
  options: {readonly count?: number; readonly exclude?: readonly string[]; readonly by?: 'cosine' | 'distance'} = {},
): Neighbour[] {
  const {count = 10, exclude = [], by = 'cosine'} = options;
  const target = typeof of === 'string' ? vectorOf(table, of) : of;
  const left = new Set(typeof of === 'string' ? [of, ...exclude] : exclude);
  const ranked: Neighbour[] = [];
  table.words.forEach((word, i) => {
    const vector = table.vectors[i];
    if (left.has(word) || vector.every(entry => entry === 0)) return;
    ranked.push({word, cosine: cosine(target, vector), distance: distance(target, vector)});
  });
  ranked.sort((a, b) => (by === 'cosine' ? b.cosine - a.cosine : a.distance - b.distance));
  return ranked.slice(0, count);
}
