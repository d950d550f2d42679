/**
 * A hand-built attention head whose pattern means something: nouns ask for the adjectives of their phrase.
 * Words with their kinds and phrases come in; embeddings, the four matrices, and everything the head computes go out. The numbers
 * are small and readable, and every score is the dot product of the key and query that a scene shows. Safe in scenes.
 */
import type {AttentionResult} from '../math/attention';
import {attention} from '../math/attention';
import type {Matrix} from '../math/matrix';
import {matrixVectorProduct} from '../math/matrix';
import type {Provenance} from '../math/provenance';
import {computed} from '../math/provenance';
import {seededRandom} from '../math/seededRandom';
import {add} from '../math/vector';

/** The part a word plays. */
export type WordKind = 'adjective' | 'noun' | 'verb' | 'other';

export interface ToyWord {
  readonly text: string;
  readonly kind: WordKind;
  /** Which phrase of the sentence it belongs to, from 0; earlier layers are taken to have found that out. */
  readonly phrase: number;
}

/** The four matrices of one head. */
export interface AttentionHead {
  /** W_Q, shape (d_k, D). */
  readonly query: Matrix;
  /** W_K, shape (d_k, D). */
  readonly key: Matrix;
  /** Value map down, shape (d_v, D). */
  readonly valueDown: Matrix;
  /** Value map up, shape (D, d_v). */
  readonly valueUp: Matrix;
}

/** A head at work on a sentence. One vector a word in each list; grids are rows of keys, columns of queries. */
export interface HeadRun extends AttentionResult {
  readonly words: readonly ToyWord[];
  /** E_i, shape (n, D). */
  readonly embeddings: number[][];
  readonly queries: number[][];
  readonly keys: number[][];
  /** V_i = up · down · E_i, shape (n, D). */
  readonly values: number[][];
  /** E'_j = E_j + ΔE_j, shape (n, D). */
  readonly updated: number[][];
  readonly provenance: Provenance;
}

/** D: four numbers for the kind, two for the phrase, two for what it is, two for how it is. */
export const toyWidth = 10;
const kinds: readonly WordKind[] = ['adjective', 'noun', 'verb', 'other'];
const [phraseAt, thingAt, propertyAt] = [4, 6, 8];
/** A sixth of a turn a phrase: the next phrase is half as near, the one after is far. */
const turnPerPhrase = Math.PI / 3;

/**
 * A sentence for the head: words marked with their kinds, phrases parted by strokes.
 *
 * @throws RangeError "Mark each word with (a), (n), (v) or (o): "boat""
 * @example toySentence('the(o) old(a) boat(n) / waits(v)')[1]  // {text: 'old', kind: 'adjective', phrase: 0}
 */
export function toySentence(marked: string): ToyWord[] {
  const marks: Readonly<Record<string, WordKind>> = {a: 'adjective', n: 'noun', v: 'verb', o: 'other'};
  return marked.split('/').flatMap((phrase, place) =>
    phrase.trim().split(/\s+/).map(piece => {
      const match = /^(.+)\(([anvo])\)$/.exec(piece);
      if (match === null) throw new RangeError(`Mark each word with (a), (n), (v) or (o): "${piece}"`);
      return {text: match[1], kind: marks[match[2]], phrase: place};
    }),
  );
}

/** The sentence that chapters use when they have none of their own. */
export const defaultToySentence = toySentence('the(o) old(a) green(a) lighthouse(n) / watches(v) / a(o) small(a) boat(n)');

/**
 * The embedding of a word: its kind, its phrase as an angle, what it is, how it is.
 *
 * Adjectives say how something is, all other words what it is; a noun's last two numbers are empty until it is told.
 *
 * @returns shape (10)
 */
export function toyEmbedding({text, kind, phrase}: ToyWord): number[] {
  const angle = turnPerPhrase * phrase;
  const meaning = toyMeaning(text);
  const places = kind === 'adjective' ? [0, 0, ...meaning] : [...meaning, 0, 0];
  return [...kinds.map(each => (each === kind ? 1 : 0)), Math.cos(angle), Math.sin(angle), ...places];
}

/** A word's meaning, the same wherever it stands: a direction that its letters decide, shape (2), length 1. */
export function toyMeaning(text: string): number[] {
  const angle = seededRandom(`meaning of ${text}`).uniform(0, 2 * Math.PI);
  return [Math.cos(angle), Math.sin(angle)];
}

/**
 * The head: a noun's query says "adjectives of my phrase", every other word's says "myself".
 *
 * d_k = 7. Entry 1: nouns ask, adjectives answer. Entries 2 and 3: phrases compared as angles. Entries 4 to 7: meanings
 * compared, so a word answers itself. The value map hands on how something is: d_v = 2.
 *
 * @param score - what each part adds to a score where it fits fully: kind 7, phrase 8, self 3
 */
export function toyHead(score: {readonly kind?: number; readonly phrase?: number; readonly self?: number} = {}): AttentionHead {
  const {kind = 7, phrase = 8, self = 3} = score;
  // Query and key share the work: each carries the root, and √d_k is put back since scores are divided by it.
  const share = (part: number) => Math.sqrt(part * Math.sqrt(7));
  const shared = [
    ...[0, 1].map(i => unitRow(phraseAt + i, share(phrase))), ...[0, 1, 2, 3].map(i => unitRow(thingAt + i, share(self))),
  ];
  const down = [0, 1].map(i => unitRow(propertyAt + i, 1));
  const up = Array.from({length: toyWidth}, (_, i) => [0, 1].map(j => (i === propertyAt + j ? 1 : 0)));
  const [adjective, noun] = [kinds.indexOf('adjective'), kinds.indexOf('noun')];
  return {
    query: [unitRow(noun, share(kind)), ...shared],
    key: [unitRow(adjective, share(kind)), ...shared],
    valueDown: down,
    valueUp: up,
  };
}

function unitRow(column: number, value: number): number[] {
  return Array.from({length: toyWidth}, (_, i) => (i === column ? value : 0));
}

/**
 * Runs a head over a sentence.
 *
 * @param options.causal - whether later words are hidden, default true
 * @example runHead(defaultToySentence).pattern  // shape (8, 8), columns sum to 1
 */
export function runHead(
  words: readonly ToyWord[],
  options: {readonly head?: AttentionHead; readonly causal?: boolean} = {},
): HeadRun {
  const {head = toyHead(), causal = true} = options;
  const embeddings = words.map(toyEmbedding);
  const queries = embeddings.map(vector => matrixVectorProduct(head.query, vector));
  const keys = embeddings.map(vector => matrixVectorProduct(head.key, vector));
  const values = embeddings.map(vector => matrixVectorProduct(head.valueUp, matrixVectorProduct(head.valueDown, vector)));
  const result = attention({queries, keys, values, causal});
  const sentence = words.map(word => word.text).join(' ');
  return {
    words, embeddings, queries, keys, values, ...result,
    updated: embeddings.map((vector, j) => add(vector, result.updates[j])),
    provenance: computed(`hand-built head (src/data/toyAttention.ts) on "${sentence}"`),
  };
}
