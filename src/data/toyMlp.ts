/**
 * A hand-built MLP that knows one fact: who bears a first name and a last name, plays a sport.
 * It works in 6 numbers with 9 neurons, small enough to show whole, and every number shown is true. Safe in scenes.
 */
import {relu} from '../math/activations';
import type {Matrix} from '../math/matrix';
import {matrixVectorProduct, transpose} from '../math/matrix';
import {withLargestPositive} from '../math/principalAxes';
import type {Provenance} from '../math/provenance';
import {computed} from '../math/provenance';
import {seededRandom} from '../math/seededRandom';
import type {Vector} from '../math/vector';
import {add, orthonormalize, scale} from '../math/vector';

/** The three directions of the fact: unit vectors at right angles, shape (6). */
export interface FactDirections {
  readonly firstName: Vector;
  readonly lastName: Vector;
  readonly sport: Vector;
}

/** An MLP: x + down · f(up · x + upBias) + downBias. */
export interface ToyMlp {
  readonly directions: FactDirections;
  /** W↑, shape (9, 6). Row 0 is firstName + lastName. */
  readonly up: Matrix;
  /** B↑, shape (9). Entry 0 is -1. */
  readonly upBias: Vector;
  /** W↓, shape (6, 9). Column 0 is sport. */
  readonly down: Matrix;
  /** B↓, shape (6). */
  readonly downBias: Vector;
  readonly provenance: Provenance;
}

/** Every stage of one run. */
export interface MlpRun {
  readonly input: Vector;
  /** up · input, before the bias. */
  readonly raised: number[];
  readonly biased: number[];
  readonly neurons: number[];
  /** What is added to the input, shape (6). */
  readonly update: number[];
  readonly output: number[];
}

const [width, neurons] = [6, 9];

/**
 * Builds the MLP.
 *
 * Neuron 0 fires when both names are there: its sum is 2, 1 or at most 0, less 1 is 1, 0 or less, and the bend leaves
 * 1, 0, 0. The other neurons ask for directions at right angles to all three, so for names alone they are silent and
 * add nothing: the output for both names is exactly the names plus the sport.
 *
 * @param seed - of the directions, default "fact"
 */
export function toyMlp(seed = 'fact'): ToyMlp {
  const random = seededRandom(seed);
  const draw = () => Array.from({length: width}, () => random.normal());
  const axes = orthonormalize(Array.from({length: width}, draw)).map(withLargestPositive);
  const [firstName, lastName, sport, ...rest] = axes;
  const others = Array.from({length: neurons - 1}, () =>
    rest.map(axis => scale(axis, random.uniform(-1, 1))).reduce((sum, part) => add(sum, part)),
  );
  const answers = Array.from({length: neurons - 1}, () => scale(random.pick(rest), random.uniform(-1, 1)));
  return {
    directions: {firstName, lastName, sport},
    up: [add(firstName, lastName), ...others],
    upBias: [-1, ...others.map(() => -random.uniform(0.1, 0.6))],
    down: transpose([sport, ...answers]),
    downBias: new Array<number>(width).fill(0),
    provenance: computed(`hand-built MLP (src/data/toyMlp.ts), directions from the seed "${seed}"`),
  };
}

/** Runs an MLP on a vector and keeps every stage. @param bend - default ReLU */
export function runMlp(mlp: ToyMlp, input: Vector, bend: (x: number) => number = relu): MlpRun {
  const raised = matrixVectorProduct(mlp.up, input);
  const biased = add(raised, mlp.upBias);
  const active = biased.map(bend);
  const update = add(matrixVectorProduct(mlp.down, active), mlp.downBias);
  return {input, raised, biased, neurons: active, update, output: add(input, update)};
}
