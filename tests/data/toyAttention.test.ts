import {describe, expect, it} from 'vitest';
import {defaultToySentence, runHead, toyEmbedding, toyHead, toySentence, toyWidth} from '../../src/data/toyAttention';
import {matrixVectorProduct, shapeOf, transpose} from '../../src/math/matrix';
import {dot} from '../../src/math/vector';

const french = toySentence('une(o) petite(a) maison(n) verte(a) / regarde(v) / la(o) mer(n) calme(a)');

describe('runHead()', () => {
  const run = runHead(defaultToySentence);
  const weightOf = (key: string, query: string) => {
    const place = (text: string) => run.words.findIndex(word => word.text === text);
    return run.pattern[place(key)][place(query)];
  };

  it('lets each noun listen to the adjectives of its phrase', () => {
    expect(weightOf('old', 'lighthouse') + weightOf('green', 'lighthouse')).toBeGreaterThan(0.95);
    expect(Math.abs(weightOf('old', 'lighthouse') - weightOf('green', 'lighthouse'))).toBeLessThan(1e-12);
    expect(weightOf('small', 'boat')).toBeGreaterThan(0.95);
    expect(weightOf('green', 'boat')).toBeLessThan(1e-4);
  });

  it('lets every other word listen to itself most', () => {
    run.words.forEach(({kind}, j) => {
      if (kind !== 'noun') expect(run.pattern[j][j]).toBeGreaterThan(0.9);
    });
  });

  it('shows scores that are the dot products of the keys and queries shown', () => {
    const {query, key} = toyHead();
    run.words.forEach((word, j) => {
      expect(run.queries[j]).toEqual(matrixVectorProduct(query, toyEmbedding(word)));
      run.words.forEach((other, i) => {
        expect(run.scores[i][j]).toBeCloseTo(dot(matrixVectorProduct(key, toyEmbedding(other)), run.queries[j]) / Math.sqrt(7), 12);
      });
    });
  });

  it('tells the noun how it is, and changes nothing else of it', () => {
    const noun = run.words.findIndex(word => word.text === 'lighthouse');
    expect(run.updated[noun].slice(0, 8)).toEqual(run.embeddings[noun].slice(0, 8));
    expect(run.embeddings[noun].slice(8)).toEqual([0, 0]);
    const [old, green] = ['old', 'green'].map(text => run.embeddings[run.words.findIndex(word => word.text === text)]);
    run.updated[noun].slice(8).forEach((x, k) => expect(x).toBeCloseTo((old[8 + k] + green[8 + k]) / 2, 1));
  });

  it('cannot hear adjectives that come after their noun, unless nothing is masked', () => {
    const sea = french.findIndex(word => word.text === 'mer');
    const calm = french.findIndex(word => word.text === 'calme');
    expect(runHead(french).pattern[calm][sea]).toBe(0);
    expect(runHead(french).pattern[sea][sea]).toBeGreaterThan(0.9);
    expect(runHead(french, {causal: false}).pattern[calm][sea]).toBeGreaterThan(0.9);
  });

  it('has columns that sum to 1 and says where it comes from', () => {
    for (const column of transpose(run.pattern)) expect(column.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expect(run.provenance.kind).toBe('computed');
  });
});

describe('toyHead()', () => {
  it('has matrices of 7×10, 7×10, 2×10 and 10×2', () => {
    const {query, key, valueDown, valueUp} = toyHead();
    expect([query, key, valueDown, valueUp].map(shapeOf)).toEqual([[7, toyWidth], [7, toyWidth], [2, toyWidth], [toyWidth, 2]]);
  });
});

describe('toySentence()', () => {
  it('reads words, kinds and phrases, and refuses an unmarked word', () => {
    expect(toySentence('a(o) boat(n) / sails(v)')).toEqual([
      {text: 'a', kind: 'other', phrase: 0}, {text: 'boat', kind: 'noun', phrase: 0}, {text: 'sails', kind: 'verb', phrase: 1},
    ]);
    expect(() => toySentence('a(o) boat')).toThrow('Mark each word with (a), (n), (v) or (o): "boat"');
  });
});
