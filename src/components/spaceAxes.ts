/**
 * Which three directions of a wide vector space are looked along, and how long a unit of it is drawn.
 *
 * In: words with vectors of any width. Out: a map to points of three numbers, the same for words, sums and steps.
 */
import {projectOntoAxes, principalAxes, type PrincipalAxes} from '../math/principalAxes';
import {coordinates, norm, orthonormalize, subtract, type Vector} from '../math/vector';
import {vectorOf, type WordTable} from '../math/wordTable';
import type {Point} from './coordinates';

/** Words with vectors: a table, or a plain record. */
export type PossibleWords = WordTable | Readonly<Record<string, Vector>>;

/**
 * How a wide space is seen in three dimensions: `principal` looks along the three widest spreads of the words, from
 * their middle; `given` takes the first three numbers; a basis of one to three directions looks along those.
 */
export type SpaceAxes = 'principal' | 'given' | readonly Vector[];

/** The map from model vectors to points of the drawn space. */
export interface SpaceView {
  readonly place: (vector: Vector) => Point;
  /** The same without the shift to the middle: for differences and directions. */
  readonly placeStep: (vector: Vector) => Point;
  /** The share of the words' variance that the three axes keep, 0 to 1; null when it was not measured. */
  readonly keptShare: number | null;
}

/** Reads words as authors may write them. */
export function readWords(words: PossibleWords | undefined): WordTable {
  if (words === undefined) return {words: [], vectors: []};
  if (Array.isArray((words as WordTable).words)) return words as WordTable;
  const record = words as Readonly<Record<string, Vector>>;
  return {words: Object.keys(record), vectors: Object.values(record)};
}

/**
 * Finds the view of a space, scaled so that the farthest word just reaches `reach`.
 *
 * Given directions are made orthonormal in order, so that lengths and right angles seen are those of the model; missing
 * ones are filled up with principal axes of what they leave.
 *
 * @param table - words and vectors, shape (n, d)
 * @param axes - which directions are looked along
 * @param options.over - words that count for the spread and the scale; default all
 * @param options.reach - distance from the origin that the farthest of them is drawn at, in units of the space
 * @param options.scale - units of the space per unit of the model, instead of `reach`
 * @throws RangeError 'Cannot look along the axes of an EmbeddingSpace: a basis has 1 to 3 directions, not 4'
 * @throws RangeError 'No vector for "kng": near names are king, ...'
 */
export function viewOfSpace(
  table: WordTable,
  axes: SpaceAxes,
  options: {readonly over?: readonly string[]; readonly reach: number; readonly scale?: number},
): SpaceView {
  const vectors = (options.over ?? table.words).map(word => vectorOf(table, word));
  const view = axesFor(vectors, axes);
  const seen = projectOntoAxes(vectors, view);
  const farthest = Math.max(0, ...seen.map(norm));
  const factor = options.scale ?? (farthest === 0 ? 1 : options.reach / farthest);
  const scaled = (point: Vector): Point => [0, 1, 2].map(axis => (point[axis] ?? 0) * factor);
  return {
    place: vector => scaled(coordinates(view.axes, subtract(vector, view.mean))),
    placeStep: vector => scaled(coordinates(view.axes, vector)),
    keptShare: view.shares.length === 0 ? null : view.shares.reduce((sum, share) => sum + share, 0),
  };
}

function axesFor(vectors: readonly Vector[], axes: SpaceAxes): PrincipalAxes {
  const width = vectors[0]?.length ?? 3;
  const still = {mean: new Array<number>(width).fill(0), variances: [], shares: []};
  if (axes === 'principal' && vectors.length >= 2) return principalAxes(vectors, Math.min(3, width));
  if (typeof axes === 'string') return {...still, axes: unitRows(Math.min(3, width), width)};
  if (axes.length < 1 || axes.length > 3) {
    throw new RangeError(`Cannot look along the axes of an EmbeddingSpace: a basis has 1 to 3 directions, not ${axes.length}`);
  }
  return {...still, axes: filledUp(orthonormalize(axes), vectors)};
}

/** Adds the widest spreads that the given directions do not show. */
function filledUp(directions: number[][], vectors: readonly Vector[]): number[][] {
  const width = directions[0].length;
  const missing = Math.min(3, width) - directions.length;
  if (missing <= 0 || vectors.length < 2) return directions;
  const rest = vectors.map(vector =>
    directions.reduce((left, direction) => {
      const along = left.reduce((sum, entry, axis) => sum + entry * direction[axis], 0);
      return left.map((entry, axis) => entry - along * direction[axis]);
    }, [...vector]),
  );
  return [...directions, ...principalAxes(rest, missing).axes];
}

function unitRows(count: number, width: number): number[][] {
  return Array.from({length: count}, (_, row) => Array.from({length: width}, (_, axis) => (axis === row ? 1 : 0)));
}
