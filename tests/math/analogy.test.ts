import {describe, expect, it} from 'vitest';
import {analogy, analogyAsDifferences, requireDrawnSum, requireEquationText} from '../../src/math/analogy';
import {nearestNeighbours} from '../../src/math/nearestNeighbours';
import {tableOf, vectorOf, wordDirection} from '../../src/math/wordTable';

const table = {
  name: 'toy words',
  words: ['man', 'woman', 'king', 'queen', 'sushi', 'nothing'],
  vectors: [[1, 0, 0], [1, 1, 0], [1, 0, 2], [1, 1.1, 2], [-3, 0, 0.1], [0, 0, 0]],
};
const royal = analogy({plus: ['king', 'woman'], minus: ['man']}, table);

describe('analogy()', () => {
  it('adds, looks up, and writes the same equation', () => {
    expect(royal.vector).toEqual([1, 1, 2]);
    expect(royal.result).toBe('queen');
    expect(royal.text).toBe('king − man + woman ≈ queen');
    expect(royal.parts.filter(part => part.word !== undefined).map(part => part.word)).toEqual(['king', 'man', 'woman', 'queen']);
    expect(royal.provenance).toEqual({kind: 'computed', source: 'toy words: king − man + woman ≈ queen'});
  });

  it('changes text, steps and answer together when two words are swapped', () => {
    const swapped = analogy({plus: ['king', 'man'], minus: ['woman']}, table);
    expect(swapped.text.startsWith('king − woman + man ≈ ')).toBe(true);
    expect(swapped.steps[1]).toEqual([0, -1, 2]);
    expect(swapped.vector).not.toEqual(royal.vector);
  });

  it('walks from term to term, and the last step is the sum', () => {
    expect(royal.steps).toEqual([[1, 0, 2], [0, 0, 2], [1, 1, 2]]);
    expect(royal.steps.at(-1)).toBe(royal.vector);
  });

  it('never answers with a word of the question', () => {
    const asked = royal.answers.map(answer => answer.word);
    for (const word of ['king', 'man', 'woman']) expect(asked).not.toContain(word);
  });

  it('refuses unknown words with near names, and an empty sum', () => {
    expect(() => analogy({plus: ['kinq']}, table)).toThrow('No vector for "kinq": did you mean "king"?');
    expect(() => analogy({plus: []}, table)).toThrow('An analogy adds at least one word');
    expect(() => analogy({plus: ['king']}, tableOf(table, ['king']))).toThrow('no word outside the question');
  });
});

describe('analogyAsDifferences()', () => {
  it('writes the same analogy as two steps', () => {
    const {words, parts} = analogyAsDifferences(royal);
    expect(words).toEqual(['woman', 'man', 'queen', 'king']);
    expect(parts.map(part => part.text).join(' ')).toBe('woman − man ≈ queen − king');
    expect(() => analogyAsDifferences(analogy({plus: ['king']}, table))).toThrow('of the form a − b + c');
  });
});

describe('requireDrawnSum() and requireEquationText()', () => {
  it('accept what the data say', () => {
    expect(() => requireDrawnSum(royal, [1, 1.01, 2])).not.toThrow();
    expect(() => requireEquationText(royal, 'king - man + woman ≈ queen')).not.toThrow();
  });

  it('refuse an arrow moved for looks and a sign typed wrong', () => {
    expect(() => requireDrawnSum(royal, [1, 1, 3])).toThrow('ends 1.00 from the sum (allowed 0.02)');
    expect(() => requireEquationText(royal, 'king + man - woman ≈ queen')).toThrow('the data say "king − man + woman ≈ queen"');
  });
});

describe('nearestNeighbours()', () => {
  it('ranks by cosine or by distance, without the word itself', () => {
    expect(nearestNeighbours(table, 'king', {count: 1})[0].word).toBe('queen');
    expect(nearestNeighbours(table, [0.9, 0, 0], {by: 'distance', count: 2}).map(each => each.word)).toEqual(['man', 'woman']);
    const others = nearestNeighbours(table, 'king', {exclude: ['queen']});
    expect(others.map(each => each.word)).toEqual(['man', 'woman', 'sushi']);
  });

  it('leaves out vectors that point nowhere', () => {
    expect(nearestNeighbours(table, 'man').map(each => each.word)).not.toContain('nothing');
  });
});

describe('vectorOf(), wordDirection() and tableOf()', () => {
  it('look up by word', () => {
    expect(vectorOf(table, 'sushi')).toEqual([-3, 0, 0.1]);
    expect(wordDirection(table, 'man', 'woman')).toEqual([0, 1, 0]);
    expect(tableOf(table, ['queen', 'man'])).toMatchObject({words: ['queen', 'man'], vectors: [[1, 1.1, 2], [1, 0, 0]], name: 'toy words'});
  });
});
