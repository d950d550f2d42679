import {describe, expect, it} from 'vitest';
import {runMlp, toyMlp} from '../../src/data/toyMlp';
import {gelu} from '../../src/math/activations';
import {shapeOf, transpose} from '../../src/math/matrix';
import {add, dot, scale} from '../../src/math/vector';

const mlp = toyMlp();
const {firstName, lastName, sport} = mlp.directions;
const closeTo = (expected: readonly number[]) => expected.map(x => expect.closeTo(x, 12));

describe('toyMlp()', () => {
  it('has three unit directions at right angles', () => {
    const axes = [firstName, lastName, sport];
    axes.forEach((a, i) => axes.forEach((b, j) => expect(dot(a, b)).toBeCloseTo(i === j ? 1 : 0, 12)));
  });

  it('asks for both names in its first row and answers with the sport in its first column', () => {
    expect(mlp.up[0]).toEqual(add(firstName, lastName));
    expect(transpose(mlp.down)[0]).toEqual(sport);
    expect([shapeOf(mlp.up), shapeOf(mlp.down)]).toEqual([[9, 6], [6, 9]]);
  });
});

describe('runMlp()', () => {
  it('is an and-gate: sums 2, 1 and 0 become 1, 0 and 0', () => {
    const inputs = [add(firstName, lastName), firstName, lastName, sport, scale(firstName, -1)];
    const runs = inputs.map(input => runMlp(mlp, input));
    expect(runs.map(run => run.raised[0])).toEqual(closeTo([2, 1, 1, 0, -1]));
    expect(runs.map(run => run.biased[0])).toEqual(closeTo([1, 0, 0, -1, -2]));
    expect(runs.map(run => run.neurons[0])).toEqual(closeTo([1, 0, 0, 0, 0]));
  });

  it('adds exactly the sport to both names, and nothing to one', () => {
    const names = add(firstName, lastName);
    expect(runMlp(mlp, names).output).toEqual(closeTo(add(names, sport)));
    expect(runMlp(mlp, firstName).output).toEqual(closeTo(firstName));
  });

  it('keeps stages that add up, and takes another bend', () => {
    const run = runMlp(mlp, [1, -2, 0.5, 3, 0, -1], gelu);
    expect(run.output).toEqual(add(run.input, run.update));
    expect(run.neurons).toEqual(run.biased.map(gelu));
  });
});
