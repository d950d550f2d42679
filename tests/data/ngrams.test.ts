import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import file from '../../assets/models/lectern-ngrams.json';
import type {NgramModel} from '../../src/data/ngrams';
import {ngramFile, ngramModel, predictNext, sampleContinuation, unknownWords} from '../../src/data/ngrams';
import {addedWord, joinedWords, wordsAndMarks} from '../../src/data/plainText';
import {proseFiles} from '../../src/data/proseFiles';
import {computed} from '../../src/math/provenance';

const about = {name: 'tiny', provenance: computed('test')};
const tiny = ngramFile(['a b a b a c. a b.'], about);
const small = ngramModel(file, {reach: 1});
const larger = ngramModel(file, {reach: 4});

describe('predictNext()', () => {
  it('follows interpolated absolute discounting, worked out by hand', () => {
    const model = ngramModel(ngramFile(['a b a'], about), {reach: 1, discount: 0.5});
    // Words alone: a 2, b 1 of 3; discounted (1.5 + 0.5)/3 and (0.5 + 0.5)/3 with 0.5·2/3 shared by halves.
    expect(predictNext(model, [])).toEqual([{word: 'a', probability: 2 / 3}, {word: 'b', probability: expect.closeTo(1 / 3, 14)}]);
    // After a only b, once: (1 - 0.5)/1 + 0.5·(1/3).
    expect(predictNext(model, 'a')[0]).toEqual({word: 'b', probability: expect.closeTo(2 / 3, 14)});
  });

  it.each<[string, NgramModel]>([['small', small], ['larger', larger]])('of the %s model sums to 1 after any text, over all words', (_, model) => {
    for (const context of ['', 'Once upon a', 'The machine reads a few words', 'zebra quark', 'the sea .']) {
      const all = predictNext(model, context);
      expect(all).toHaveLength(model.words.length);
      expect(all.reduce((sum, each) => sum + each.probability, 0)).toBeCloseTo(1, 12);
      expect(Math.min(...all.map(each => each.probability))).toBeGreaterThan(0);
      all.slice(1).forEach((each, i) => expect(each.probability).toBeLessThanOrEqual(all[i].probability));
    }
  });

  it('looks no further back than its reach', () => {
    expect(predictNext(small, 'upon a')).toEqual(predictNext(small, 'like a'));
    expect(predictNext(larger, 'once upon a')[0].word).toBe('time');
    expect(predictNext(larger, 'once upon a')).not.toEqual(predictNext(larger, 'like a'));
  });

  it('falls back to shorter contexts when a longer one was never met', () => {
    expect(predictNext(larger, 'zebra zebra zebra upon')).toEqual(predictNext(small, 'upon'));
    expect(predictNext(larger, 'zebra')).toEqual(predictNext(ngramModel(file, {reach: 0}), ''));
  });

  it('gives the larger model more certainty about its own text', () => {
    const sure = (model: NgramModel) => predictNext(model, 'and the machine has')[0].probability;
    expect(sure(larger)).toBeGreaterThan(sure(small));
  });
});

describe('sampleContinuation()', () => {
  const options = {count: 30, seed: 'tale', temperature: 0.8};

  it('writes the same text for the same seed, another for another', () => {
    expect(sampleContinuation(larger, 'The keeper', options)).toEqual(sampleContinuation(larger, 'The keeper', options));
    expect(sampleContinuation(larger, 'The keeper', {...options, seed: 'other'}).text).not.toBe(sampleContinuation(larger, 'The keeper', options).text);
  });

  it('keeps the start, and the steps add up to the text', () => {
    const {text, steps} = sampleContinuation(larger, 'The keeper of the light', options);
    expect('The keeper of the light' + steps.map(step => step.added).join('')).toBe(text);
    steps.forEach((step, i) => expect(step.before + step.added).toBe(steps[i + 1]?.before ?? text));
  });

  it('shows candidates that are the distribution it drew from', () => {
    const {steps} = sampleContinuation(small, 'The', {...options, shown: 5});
    for (const step of steps) {
      expect(step.candidates).toHaveLength(5);
      if (step.rank < 5) expect(step.candidates[step.rank]).toEqual({word: step.word, probability: step.probability});
    }
    const [first] = sampleContinuation(small, 'The', {count: 1, seed: 1}).steps;
    predictNext(small, 'The').slice(0, 12).forEach(({word, probability}, i) =>
      expect(first.candidates[i]).toEqual({word, probability: expect.closeTo(probability, 12)}));
  });

  it('at temperature 0 always takes the likeliest', () => {
    for (const step of sampleContinuation(larger, 'Bread is', {count: 20, seed: 'any', temperature: 0}).steps) expect([step.rank, step.probability]).toEqual([0, 1]);
  });

  it('draws first words as often as it predicts them, over 10,000 seeds', () => {
    const model = ngramModel(tiny, {reach: 1});
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 10_000; seed++) {
      const {word} = sampleContinuation(model, 'a', {count: 1, seed}).steps[0];
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    for (const {word, probability} of predictNext(model, 'a')) expect(Math.abs((counts.get(word) ?? 0) / 10_000 - probability)).toBeLessThan(0.015);
  });
});

describe("the project's own model file", () => {
  it('is what the script makes of the prose, and small', () => {
    const texts = proseFiles.map(name => readFileSync(`assets/corpus/${name}`, 'utf8'));
    const made = ngramFile(texts, {name: file.name, provenance: file.provenance as ReturnType<typeof computed>});
    expect(made).toEqual(file);
    expect(JSON.stringify(file).length).toBeLessThan(400_000);
  });

  it('knows every word of the starts that scenes use', () => {
    for (const start of ['Once upon a time there was a', 'The machine reads the', 'The keeper climbed the stairs and', 'When the fog comes in']) {
      expect(unknownWords(larger, start)).toEqual([]);
    }
    expect(unknownWords(larger, 'The zebra reads')).toEqual(['zebra']);
  });
});

describe('ngramModel()', () => {
  it('refuses another format, reach or discount by name', () => {
    expect(() => ngramModel({...tiny, format: 'x'}, {reach: 1})).toThrow('has the format "x", this version reads "lectern-ngrams/1"');
    expect(() => ngramModel(tiny, {reach: -1})).toThrow('A model looks at 0 or more words, not -1');
    expect(() => ngramModel(tiny, {reach: 1, discount: 1})).toThrow('A discount lies between 0 and 1, not at 1');
  });

  it('counts nothing from the end of one text into the next', () => {
    const model = ngramModel(ngramFile(['a b', 'c d'], about), {reach: 1});
    expect(predictNext(model, 'b')).toEqual(predictNext(model, []));
  });
});

describe('wordsAndMarks() and joinedWords()', () => {
  it('keep names and I, lower other first words, and drop quotation marks', () => {
    const prose = 'The keeper was called Ines. Ines said, "I know." "Is it late?" asked the boy.';
    const words = wordsAndMarks(prose);
    expect(words.join(' ')).toBe('the keeper was called Ines . Ines said , I know . is it late , asked the boy .');
    expect(joinedWords(words)).toBe('The keeper was called Ines. Ines said, I know. Is it late, asked the boy.');
  });

  it('addedWord() gives blanks and capitals where they belong', () => {
    expect([addedWord('', 'so'), addedWord('So', 'it'), addedWord('So', ','), addedWord('So it is.', 'then'), addedWord('So ', 'it')])
      .toEqual(['So', ' it', ',', ' Then', 'it']);
    expect(joinedWords(['it', 'is'], false)).toBe('it is');
  });
});
