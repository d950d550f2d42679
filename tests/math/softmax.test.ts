import {describe, expect, it} from 'vitest';
import {roundTo} from '../../src/math/formatNumber';
import {costOf, expit, logit, logSumExp, retemper, softmax} from '../../src/math/softmax';

const logits = [-0.8, -5, 0.5, 1.5, 3.4, -2.3, 2.5];
const expected: [temperature: number, shares: number[]][] = [
  [0.5, [0, 0, 0.003, 0.019, 0.84, 0, 0.139]],
  [1, [0.009, 0, 0.034, 0.092, 0.614, 0.002, 0.249]],
  [2, [0.05, 0.006, 0.096, 0.158, 0.407, 0.024, 0.26]],
  [5, [0.107, 0.046, 0.139, 0.17, 0.249, 0.08, 0.208]],
  [10, [0.128, 0.084, 0.145, 0.161, 0.194, 0.11, 0.178]],
];
const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0);
const thousandths = (list: readonly number[]) => list.map(each => roundTo(each, 3));

describe('softmax()', () => {
  it.each(expected)('at temperature %s gives the known shares', (temperature, shares) => {
    expect(thousandths(softmax(logits, temperature))).toEqual(shares);
  });

  it('of the training example gives the known shares', () => {
    const shares = softmax([4, 2.15, 1.89, 1.4, 0.1, -0.18, -0.23, -0.61]);
    expect(thousandths(shares)).toEqual([0.708, 0.111, 0.086, 0.053, 0.014, 0.011, 0.01, 0.007]);
  });

  it('of equal logits is uniform, and sums to 1 at every temperature', () => {
    expect(softmax([7, 7, 7, 7])).toEqual([0.25, 0.25, 0.25, 0.25]);
    for (const temperature of [0, 1e-9, 0.3, 1, 50, Infinity]) expect(sum(softmax(logits, temperature))).toBeCloseTo(1, 14);
  });

  it('at temperature 0 is one-hot, and shares between equals as the limit does', () => {
    expect(softmax(logits, 0)).toEqual([0, 0, 0, 0, 1, 0, 0]);
    expect(softmax([3, 1, 3], 0)).toEqual(softmax([3, 1, 3], 1e-9));
  });

  it('at infinite temperature is uniform over what is not masked', () => {
    expect(softmax([5, -Infinity, -5], Infinity)).toEqual([0.5, 0, 0.5]);
  });

  it('does not change when all logits move together', () => {
    const moved = softmax(logits.map(x => x + 1000));
    softmax(logits).forEach((p, i) => expect(moved[i]).toBeCloseTo(p, 12));
  });

  it('keeps the order of the logits and does not overflow', () => {
    expect(softmax([-1e308, 1e308])).toEqual([0, 1]);
    const shares = softmax(logits, 3);
    const order = (list: readonly number[]) => list.map((_, i) => i).sort((a, b) => list[b] - list[a]);
    expect(order(shares)).toEqual(order(logits));
  });

  it('refuses nothing, NaN, all masked and a negative temperature by name', () => {
    expect(() => softmax([])).toThrow('Cannot take the softmax of no numbers');
    expect(() => softmax([1, NaN])).toThrow('Logit 2 is NaN');
    expect(() => softmax([-Infinity])).toThrow('Every logit is masked');
    expect(() => softmax([1], -1)).toThrow('A temperature is 0 or more, this one is -1');
    expect(() => softmax([1], NaN)).toThrow('this one is NaN');
  });
});

describe('retemper()', () => {
  it.each([0, 0.5, 1, 2, 5])('of softmax is softmax at temperature %s', temperature => {
    const again = retemper(softmax(logits), temperature);
    softmax(logits, temperature).forEach((p, i) => expect(again[i]).toBeCloseTo(p, 12));
  });

  it('keeps a probability of 0 at 0 and refuses a negative one', () => {
    expect(retemper([0, 0.5, 0.5], 4)).toEqual([0, 0.5, 0.5]);
    expect(() => retemper([1, -0.1], 1)).toThrow('Probability 2 is -0.1');
  });
});

describe('logSumExp(), costOf(), logit() and expit()', () => {
  it('logSumExp() survives logits of 1000 and normalises softmax', () => {
    expect(logSumExp([1000, 1000])).toBeCloseTo(1000 + Math.LN2, 10);
    softmax(logits).forEach((p, i) => expect(Math.exp(logits[i] - logSumExp(logits))).toBeCloseTo(p, 14));
  });

  it('costOf() gives the known costs', () => {
    expect([0.9, 0.5, 0.1, 0.01].map(p => roundTo(costOf(p), 3))).toEqual([0.105, 0.693, 2.303, 4.605]);
    expect([costOf(1), costOf(0)]).toEqual([0, Infinity]);
    expect(() => costOf(1.5)).toThrow('between 0 and 1');
  });

  it('expit() undoes logit() in every base', () => {
    for (const base of [2, Math.E, 10]) {
      for (const p of [0.001, 0.2, 0.5, 0.97]) expect(expit(logit(p, base), base)).toBeCloseTo(p, 12);
    }
  });
});
