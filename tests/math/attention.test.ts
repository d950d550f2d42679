import {describe, expect, it} from 'vitest';
import {attention, attentionPattern, attentionScores, attentionUpdates, causallyMasked} from '../../src/math/attention';
import {matrixProduct, transpose} from '../../src/math/matrix';
import {seededRandom} from '../../src/math/seededRandom';

const random = seededRandom('attention');
const draw = (rows: number, columns: number) =>
  Array.from({length: rows}, () => Array.from({length: columns}, () => random.normal()));

describe('attention()', () => {
  const [queries, keys, values] = [draw(5, 4), draw(5, 4), draw(5, 3)];

  it('columns of the pattern sum to 1, and the lower left is exactly 0', () => {
    const {pattern} = attention({queries, keys, values});
    transpose(pattern).forEach(column => expect(column.reduce((a, b) => a + b)).toBeCloseTo(1, 14));
    pattern.forEach((row, i) => row.forEach((weight, j) => expect(weight === 0).toBe(i > j)));
  });

  it('agrees with the paper: softmax of QKᵀ/√d by rows, times V', () => {
    const {updates} = attention({queries, keys, values, causal: false});
    const byPaper = matrixProduct(queries, transpose(keys)).map(row => {
      const weights = row.map(score => Math.exp(score / 2));
      const total = weights.reduce((a, b) => a + b);
      return weights.map(weight => weight / total);
    });
    matrixProduct(byPaper, values).forEach((row, j) => row.forEach((x, k) => expect(updates[j][k]).toBeCloseTo(x, 13)));
  });

  it('of the first token with a mask is its own value', () => {
    expect(attention({queries, keys, values}).updates[0]).toEqual(values[0]);
  });

  it('of a token does not change when later tokens do', () => {
    const later = keys.map((key, i) => (i === 4 ? key.map(x => x + 9) : key));
    const before = attention({queries, keys, values}).updates.slice(0, 4);
    expect(attention({queries, keys: later, values}).updates.slice(0, 4)).toEqual(before);
  });

  it('takes more keys than queries, as cross-attention does', () => {
    const crossed = attention({queries: draw(7, 4), keys, values, causal: false});
    expect([crossed.pattern.length, crossed.pattern[0].length, crossed.updates.length]).toEqual([5, 7, 7]);
  });

  it('refuses keys without values and widths that do not meet', () => {
    expect(() => attention({queries, keys, values: draw(4, 3)})).toThrow('Cannot pair 5 keys with 4 values');
    expect(() => attentionScores(draw(2, 3), draw(2, 2))).toThrow('keys of 3 numbers with queries of 2');
  });
});

describe('the steps', () => {
  it('attentionScores() puts keys in rows, queries in columns, and divides by √d_k', () => {
    expect(attentionScores([[2, 0, 0, 0], [0, 4, 0, 0]], [[3, 1, 0, 0]])).toEqual([[3], [2]]);
  });

  it('causallyMasked() masks keys that come later than the query', () => {
    expect(causallyMasked([[1, 2], [3, 4]])).toEqual([[1, 2], [-Infinity, 4]]);
  });

  it('attentionPattern() names a query with nothing to attend to', () => {
    expect(() => attentionPattern([[1, -Infinity], [1, -Infinity]])).toThrow('Query 2 has nothing to attend to');
  });

  it('attentionUpdates() mixes the values of each column', () => {
    expect(attentionUpdates([[1, 0.5], [0, 0.5]], [[2, 0], [0, 4]])).toEqual([[2, 0], [1, 2]]);
  });
});
