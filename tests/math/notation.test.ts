import {describe, expect, it} from 'vitest';
import {defineNotation} from '../../src/math/notation';

const softmaxNotation = defineNotation([
  {symbol: 'N', meaning: 'number of logits', besides: ['n']},
  {symbol: 'x', meaning: 'logits', index: {letter: 'n', from: 1, to: 'N'}},
  {symbol: 'T', meaning: 'temperature'},
]);

const attentionNotation = defineNotation([
  {symbol: 'd_k', meaning: 'width of keys and queries'},
  {symbol: 'K', meaning: 'all keys as columns', shape: ['d_k', 'n']},
  {symbol: 'Q', meaning: 'all queries as columns', shape: ['d_k', 'n']},
  {symbol: 'V', meaning: 'all values as columns', shape: ['d_v', 'n']},
  {symbol: 'W_K', meaning: 'key matrix', shape: ['d_k', 'D']},
  {symbol: 'W_Q', meaning: 'query matrix', shape: ['d_k', 'D']},
  {symbol: 'E', meaning: 'embeddings', shape: ['D'], index: {letter: 'i', from: 1, to: 'n'}},
]);

const faultsOf = (findings: readonly {fault: string}[]) => findings.map(each => each.fault);

describe('notation.check()', () => {
  it('of a formula that keeps to the registry finds nothing', () => {
    expect(softmaxNotation.check(String.raw`\frac{e^{x_n / T}}{\sum_{n=1}^{N} e^{x_n / T}}`)).toEqual([]);
    expect(attentionNotation.check(String.raw`V \, \text{softmax}\left(\frac{K^\top Q}{\sqrt{d_k}}\right)`)).toEqual([]);
  });

  it('catches a sum from 0 over logits that count from 1 (reference defect 1)', () => {
    const found = softmaxNotation.check(String.raw`e^{x_n} / \sum_{n=0}^{N-1} e^{x_n}`);
    expect(faultsOf(found)).toEqual(['index-base', 'index-range']);
    expect(found[0].message).toBe('x counts from 1, but this sum starts at 0');
    expect(found[1].message).toBe('x ends at N, but this sum ends at N-1');
  });

  it('catches symbols that nobody declared (reference defect 1)', () => {
    const bare = defineNotation([{symbol: 'x', meaning: 'logits', index: {letter: 'n', from: 1, to: 'N'}}]);
    expect(bare.check(String.raw`\sum_{n=1}^{N} e^{x_n}`).map(each => each.message)).toEqual(['The symbol N is not declared']);
  });

  it('catches values on the wrong side of the pattern (reference defect 2)', () => {
    const found = attentionNotation.check(String.raw`\text{softmax}\left(\frac{K^\top Q}{\sqrt{d_k}}\right) V`);
    expect(faultsOf(found)).toEqual(['dimensions']);
    expect(found[0].message).toBe(
      'Cannot multiply softmax(Kᵀ Q/√d_k) (n×n) by V (d_v×n): n columns meet d_v rows',
    );
  });

  it('catches a key matrix typed W_k (reference defect 6)', () => {
    const found = attentionNotation.check('W_k E_i');
    expect(faultsOf(found)).toEqual(['case-clash']);
    expect(found[0]).toMatchObject({message: 'The symbol W_k is not declared, W_K is (key matrix)', fix: 'Write W_K, or declare W_k besides it'});
  });

  it('names the place where a formula cannot be read', () => {
    const [found] = softmaxNotation.check(String.raw`\frac{x`);
    expect(found.fault).toBe('unreadable');
    expect(found.message).toMatch(/expected "}" at character 8/);
  });

  it('catches a sum of a vector and a matrix', () => {
    expect(attentionNotation.check('E_1 + W_K')[0].message).toBe('Cannot add E_1 (D×1) and W_K (d_k×D): the shapes differ');
  });
});

describe('notation.shape()', () => {
  it('of W_Q E_i is a query of d_k numbers', () => {
    expect(attentionNotation.shape('W_Q E_i')).toEqual(['d_k']);
  });

  it('of a dot product is a number', () => {
    expect(attentionNotation.shape('E_i^T E_j')).toEqual([]);
  });
});

describe('defineNotation()', () => {
  it('refuses N beside n unless both are meant', () => {
    const clash = defineNotation([{symbol: 'N', meaning: 'count'}, {symbol: 'n', meaning: 'place'}]);
    expect(clash.faults.map(each => each.message)).toEqual(['n (place) and N (count) differ only in case']);
    const meant = defineNotation([{symbol: 'N', meaning: 'count', besides: ['n']}, {symbol: 'n', meaning: 'place'}]);
    expect(meant.faults).toEqual([]);
  });

  it('refuses a symbol declared twice, however it is spelled', () => {
    const twice = defineNotation([{symbol: 'W_K', meaning: 'keys'}, {symbol: 'W_{K}', meaning: 'kernels'}]);
    expect(twice.faults.map(each => each.fault)).toEqual(['declared-twice']);
    expect(() => twice.require('W_K')).toThrow('W_K is declared twice: keys; kernels. Keep one of the two');
  });
});
