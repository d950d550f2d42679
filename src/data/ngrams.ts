/**
 * Language models of the smallest kind: they count which word followed which few words, and predict by that.
 * A model file (or a text) comes in; distributions, and texts written word by word, go out. Safe in scenes.
 * One file serves every reach: with one word of context the model babbles, with four it nearly tells a story.
 */
import type {DecodingOptions} from '../math/decoding';
import {decodingDistribution} from '../math/decoding';
import type {Provenance} from '../math/provenance';
import {computed, provenance} from '../math/provenance';
import {seededRandom, weightedIndex} from '../math/seededRandom';
import {addedWord, wordsAndMarks} from './plainText';

/** A model file: its words, and the texts it counts in, as places in that list. */
export interface NgramFile {
  readonly format: string;
  readonly name: string;
  readonly provenance: {readonly kind: string; readonly source: string; readonly licence?: string};
  /** Words and marks, the most frequent first. */
  readonly words: readonly string[];
  /** One string a text: places in `words`, in base 36, separated by blanks. */
  readonly texts: readonly string[];
}

export const ngramFormat = 'lectern-ngrams/1';

/** A model that looks at up to `reach` words before the next one. */
export interface NgramModel {
  readonly name: string;
  readonly words: readonly string[];
  /** How many words back it looks, 0 or more. */
  readonly reach: number;
  readonly discount: number;
  readonly provenance: Provenance;
  /** What followed each context, by context length. */
  readonly followers: readonly ReadonlyMap<string, ReadonlyMap<number, number>>[];
  readonly placeOf: ReadonlyMap<string, number>;
}

/** A word and how likely it is to come next. */
export interface Prediction {
  readonly word: string;
  readonly probability: number;
}

/** One turn of predict, choose, write. */
export interface WritingStep {
  /** The text before this word. */
  readonly before: string;
  /** The likeliest words under the temperature in use, best first, at most `shown`. */
  readonly candidates: readonly Prediction[];
  /** The chosen word, and the part it had in the distribution that was drawn from. */
  readonly word: string;
  readonly probability: number;
  /** The chosen word's place among all, best first, from 0; it may lie beyond the candidates. */
  readonly rank: number;
  /** What is added to the text: the word with its blank and capital. */
  readonly added: string;
}

/** A text that a model wrote on from a start. */
export interface Writing {
  /** The start and all that was added. */
  readonly text: string;
  readonly steps: readonly WritingStep[];
  readonly provenance: Provenance;
}

/**
 * Opens a model from its file.
 *
 * @param options.reach - words of context, 1 for a small model, 4 for a larger one
 * @param options.discount - what is taken from each count for words not seen there, 0..1, default 0.4
 * @throws TypeError "The model file has the format "x", this version reads "lectern-ngrams/1""
 * @example const small = ngramModel(file, {reach: 1});
 */
export function ngramModel(file: NgramFile, options: {readonly reach: number; readonly discount?: number}): NgramModel {
  const {reach, discount = 0.4} = options;
  if (file.format !== ngramFormat) {
    throw new TypeError(`The model file has the format "${file.format}", this version reads "${ngramFormat}"`);
  }
  if (!(Number.isInteger(reach) && reach >= 0)) throw new RangeError(`A model looks at 0 or more words, not ${reach}`);
  if (!(discount > 0 && discount < 1)) throw new RangeError(`A discount lies between 0 and 1, not at ${discount}`);
  const texts = file.texts.map(text => text.split(' ').map(place => Number.parseInt(place, 36)));
  const {kind, source, ...more} = file.provenance;
  return {
    name: file.name,
    words: file.words,
    reach,
    discount,
    provenance: {...provenance(kind, source), ...more},
    followers: Array.from({length: reach + 1}, (_, length) => followersOf(texts, length)),
    placeOf: new Map(file.words.map((word, i) => [word, i])),
  };
}

/** Makes a model file from prose. @param texts - each is counted by itself, nothing runs from one into the next */
export function ngramFile(texts: readonly string[], about: {readonly name: string; readonly provenance: Provenance}): NgramFile {
  const streams = texts.map(wordsAndMarks);
  const counts = new Map<string, number>();
  for (const word of streams.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
  const placeOf = new Map(words.map((word, i) => [word, i]));
  const coded = streams.map(stream => stream.map(word => placeOf.get(word)!.toString(36)).join(' '));
  return {format: ngramFormat, ...about, words, texts: coded};
}

/**
 * How likely each word is to come next.
 *
 * Counts are discounted and what they lose goes to the shorter context, down to all words alike (interpolated absolute
 * discounting), so every word has a chance and the sum is 1. Words the model does not know are read as unseen.
 *
 * @param context - a text, or its words; only the last `reach` matter
 * @returns every word of the model, the likeliest first
 * @example predictNext(model, 'once upon')[0].word  // "a"
 * @see Ney, Essen and Kneser 1994, On structuring probabilistic dependences in stochastic language modelling
 */
export function predictNext(model: NgramModel, context: string | readonly string[]): Prediction[] {
  const probabilities = probabilitiesAfter(model, placesOf(model, context));
  return ranked(probabilities).map(place => ({word: model.words[place], probability: probabilities[place]}));
}

/**
 * Writes on from a text, word by word: predict, choose, write down, repeat.
 *
 * @param start - the text to go on from; its spelling is kept
 * @param options.count - how many words and marks to add
 * @param options.seed - the same seed writes the same text
 * @param options.shown - how many candidates each step keeps, default 12
 * @param options.temperature, options.topK - as in decoding; 0 is greedy
 * @returns the whole text, and every step with what could have come instead
 * @example sampleContinuation(model, 'Once upon a time', {count: 20, seed: 'tale', temperature: 0.8}).text
 */
export function sampleContinuation(
  model: NgramModel,
  start: string,
  options: DecodingOptions & {readonly count: number; readonly seed: string | number; readonly shown?: number},
): Writing {
  const random = seededRandom(options.seed);
  const steps: WritingStep[] = [];
  const places = placesOf(model, start);
  let text = start;
  for (let i = 0; i < options.count; i++) {
    const drawnFrom = decodingDistribution(probabilitiesAfter(model, places), options);
    const place = weightedIndex(drawnFrom, random.next());
    const order = ranked(drawnFrom);
    const added = addedWord(text, model.words[place]);
    steps.push({
      before: text,
      candidates: order.slice(0, options.shown ?? 12).map(each => ({word: model.words[each], probability: drawnFrom[each]})),
      word: model.words[place],
      probability: drawnFrom[place],
      rank: order.indexOf(place),
      added,
    });
    text += added;
    places.push(place);
  }
  const how = `${model.reach} words of context, temperature ${options.temperature ?? 1}, seed "${options.seed}"`;
  return {text, steps, provenance: computed(`${model.name}, ${how}`)};
}

/** The words of a text that a model has never met, which make it guess as if nothing had been said. */
export function unknownWords(model: NgramModel, text: string): string[] {
  return wordsAndMarks(text).filter(word => knownPlace(model, word) < 0);
}

function probabilitiesAfter(model: NgramModel, places: readonly number[]): number[] {
  const {words, discount, reach, followers} = model;
  let probabilities = new Array<number>(words.length).fill(1 / words.length);
  for (let length = 0; length <= Math.min(reach, places.length); length++) {
    const seen = followers[length].get(contextKey(places, places.length, length));
    // A context never met says nothing, and neither does any longer one that ends in it.
    if (seen === undefined) break;
    let total = 0;
    for (const count of seen.values()) total += count;
    const left = (discount * seen.size) / total;
    probabilities = probabilities.map(probability => left * probability);
    for (const [place, count] of seen) probabilities[place] += (count - discount) / total;
  }
  return probabilities;
}

function followersOf(texts: readonly (readonly number[])[], length: number): Map<string, Map<number, number>> {
  const followers = new Map<string, Map<number, number>>();
  for (const text of texts) {
    for (let i = length; i < text.length; i++) {
      const key = contextKey(text, i, length);
      const seen = followers.get(key) ?? new Map<number, number>();
      followers.set(key, seen);
      seen.set(text[i], (seen.get(text[i]) ?? 0) + 1);
    }
  }
  return followers;
}

/** The `length` places before `end`, as a key. */
function contextKey(places: readonly number[], end: number, length: number): string {
  return places.slice(end - length, end).join(' ');
}

function placesOf(model: NgramModel, context: string | readonly string[]): number[] {
  const words = typeof context === 'string' ? wordsAndMarks(context) : context;
  return words.map(word => knownPlace(model, word));
}

/** A word's place, also when its capital differs from the one the model knows; -1 when it is unknown. */
function knownPlace(model: NgramModel, word: string): number {
  const capital = word === '' ? word : word[0].toUpperCase() + word.slice(1);
  return model.placeOf.get(word) ?? model.placeOf.get(word.toLowerCase()) ?? model.placeOf.get(capital) ?? -1;
}

function ranked(probabilities: readonly number[]): number[] {
  return probabilities.map((_, place) => place).sort((a, b) => probabilities[b] - probabilities[a] || a - b);
}
