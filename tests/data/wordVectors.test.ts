import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import json from '../../assets/words/lectern-words.json';
import {grammarSentences} from '../../src/data/grammarSentences';
import {trainWordVectors, wordsOf} from '../../src/data/trainWordVectors';
import {grammarWords} from '../../src/data/wordGrammar';
import {measureAlong, measureRelations} from '../../src/data/wordMeasures';
import {checkedWordVectors} from '../../src/data/wordVectors';
import {analogy} from '../../src/math/analogy';
import {roundTo} from '../../src/math/formatNumber';
import {nearestNeighbours} from '../../src/math/nearestNeighbours';

const words = checkedWordVectors(json);
const best = (plus: string[], minus: string[]) => analogy({plus, minus}, words).result;

describe("the project's own word vectors", () => {
  it('are what the script trains, to the last digit', () => {
    const sentences = grammarSentences({seed: 'lectern words', each: 10});
    expect(readFileSync('assets/corpus/grammar-sentences.txt', 'utf8')).toBe(`${sentences.join('\n')}\n`);
    const trained = trainWordVectors(sentences, {words: words.words, dimension: 64, reach: 8, spread: 0.7});
    expect(trained.vectors.map(vector => vector.map(entry => roundTo(entry, 4)))).toEqual(words.vectors);
  });

  it('answer the analogies of the chapters', () => {
    expect(best(['king', 'woman'], ['man'])).toBe('queen');
    expect(best(['paris', 'japan'], ['france'])).toBe('tokyo');
    expect(best(['sushi', 'germany'], ['japan'])).toBe('bratwurst');
    expect(best(['thames', 'egypt'], ['england'])).toBe('nile');
    expect(best(['walked', 'sing'], ['walk'])).toBe('sang');
  });

  it('answer most analogies of every kind, as the page beside them says', () => {
    const page = readFileSync('assets/words/README.md', 'utf8');
    for (const {relation, right, asked} of measureRelations(words)) {
      expect(right / asked, relation).toBeGreaterThan(0.7);
      expect(page).toContain(`| ${relation} | ${right} of ${asked} |`);
    }
  });

  it('count upwards along the direction from cat to cats, and keep one and many apart', () => {
    const along = measureAlong(words, 'cat', 'cats', ['one', 'two', 'three', 'four', 'five']).map(each => each.along);
    along.slice(1).forEach((far, i) => expect(far).toBeGreaterThan(along[i]));
    const [dog, dogs, mouse, mice, student, students] = measureAlong(words, 'cat', 'cats', ['dog', 'dogs', 'mouse', 'mice', 'student', 'students']);
    for (const single of [dog, mouse, student]) expect(single.along).toBeLessThan(0);
    for (const many of [dogs, mice, students]) expect(many.along).toBeGreaterThan(0);
  });

  it('put near words near', () => {
    const near = (word: string) => nearestNeighbours(words, word, {count: 4}).map(each => each.word);
    expect(near('tower')).toContain('steeple');
    expect(near('cat')).toContain('kitten');
    expect(near('navy')).toContain('fleet');
    expect(near('king')).toContain('queen');
  });
});

describe('grammarSentences()', () => {
  it('leaves no slot open, and says something of every word', () => {
    const sentences = grammarSentences({seed: 'test', each: 3});
    for (const sentence of sentences) expect(sentence).toMatch(/^[a-z][a-z ,]*$/);
    const said = new Set(sentences.flatMap(wordsOf));
    expect(grammarWords().map(each => each.word).filter(word => !said.has(word))).toEqual([]);
  });

  it('writes no "undefined" and has each word once in the grammar', () => {
    expect(grammarSentences({seed: 'test', each: 5}).filter(sentence => sentence.includes('undefined'))).toEqual([]);
    const all = grammarWords().map(each => each.word);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('trainWordVectors()', () => {
  it('puts words with the same company together, apart from others', () => {
    const sentences = ['the cat purrs', 'the kitten purrs', 'a car brakes', 'a van brakes', 'the cat naps', 'the kitten naps'];
    const table = trainWordVectors(sentences, {words: ['cat', 'kitten', 'car', 'van'], dimension: 2, leastCount: 1});
    expect(nearestNeighbours(table, 'cat')[0]).toMatchObject({word: 'kitten'});
    expect(nearestNeighbours(table, 'car')[0]).toMatchObject({word: 'van'});
    expect(Math.abs(nearestNeighbours(table, 'cat')[2].cosine)).toBeLessThan(0.2);
  });

  it('names a word that never occurs', () => {
    expect(() => trainWordVectors(['a b'], {words: ['quark'], dimension: 1})).toThrow('The word "quark" does not occur in the sentences');
  });
});
