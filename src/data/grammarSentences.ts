/**
 * Writes sentences from the project's grammar: for every word and every feature it has, a fixed number of them.
 * A seed comes in, the same sentences go out each time. Called by the program that trains the word vectors.
 */
import type {SeededRandom} from '../math/seededRandom';
import {seededRandom} from '../math/seededRandom';
import type {GrammarWord} from './wordGrammar';
import {countries, featureSentences, grammarWords} from './wordGrammar';

/**
 * Writes the corpus.
 *
 * @param options.seed - any text
 * @param options.each - sentences a feature of a word
 * @returns sentences in a mixed order, lower case, without full stops
 */
export function grammarSentences(options: {readonly seed: string; readonly each: number}): string[] {
  const random = seededRandom(options.seed);
  const sentences = grammarWords().flatMap(word =>
    word.features.flatMap((feature, turn) => {
      // Each feature's stock is gone through evenly, in an order of its own, so that equal words meet equal company.
      const own = random.fork(`${word.word}/${feature}/${turn}`);
      const stock = own.shuffled(stockOf(feature));
      return Array.from({length: Math.round(options.each * own.uniform(0.5, 1.5))}, (_, i) => written(stock[i % stock.length], word, own));
    }),
  );
  return random.shuffled(sentences);
}

function stockOf(feature: string): readonly string[] {
  const stock = featureSentences[feature];
  if (stock === undefined) throw new RangeError(`The grammar has no sentences for the feature "${feature}"`);
  return stock;
}

const masculine: Readonly<Record<string, string>> = {he: 'he', his: 'his', him: 'him', himself: 'himself', man: 'gentleman', beard: 'beard', hat: 'tie'};
const feminine: Readonly<Record<string, string>> = {he: 'she', his: 'her', him: 'her', himself: 'herself', man: 'lady', beard: 'braids', hat: 'gown'};

function written(pattern: string, word: GrammarWord, random: SeededRandom): string {
  const many = word.plural === true;
  const things = random.shuffled(word.own ?? []);
  const slots: Record<string, string> = {
    w: word.word,
    the: `${random.pick(many ? ['the', 'many', 'some', 'several', 'these'] : ['the', 'the', 'a', 'this', 'every'])} ${word.word}`,
    x: things[0] ?? '',
    y: things[1] ?? things[0] ?? '',
    ...(word.gender === 'she' ? feminine : masculine),
  };
  if (word.country !== undefined) {
    const land = countries[word.country];
    Object.assign(slots, {adj: land.adj, a: random.pick(land.a), b: random.pick(land.b)});
  }
  return pattern
    .replace(/\[([^|\]]*)\|([^\]]*)\]/g, (_, one: string, more: string) => (many ? more : one))
    .replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot]);
}
