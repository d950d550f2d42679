/** One layer worked out in small numbers, its bend, and what would happen without it. Scene 14 ends with it, scene 15 begins with it. */
import {Layout} from '@motion-canvas/2d';
import {NumericMatrix, NumericVector, matrixVectorProduct, relu, size, theme, transpose, type Matrix} from 'lectern';
import {Word} from '../../../src/components/Word';
import {bendPlot} from './bendPlot';
import {inARow} from './inARow';

/** Illustrative weights and inputs; every product is computed from them. */
export const WEIGHTS = [
  [2, -1, 3],
  [-2, 1, 1],
  [1, 1, 1],
];
export const INPUTS = [4, 5, 1];
const FIRST = [
  [1, 2],
  [-1, 1],
];
const SECOND = [
  [2, 0],
  [1, -1],
];

/** What scenes say of these numbers. */
export const bentLayerSource = 'weights and inputs: illustrative; sums and products: computed from what is shown';

/** All pieces in their last places; a scene hides those that have not come yet. */
export function bentLayer() {
  const sums = matrixVectorProduct(WEIGHTS, INPUTS);
  const column = (values: readonly number[]) => (<NumericVector values={values} sign={signOf(values)} decimals={0} max={Math.max(9, ...values)} fontSize={76} />) as NumericVector;
  const sign = (text: string) => (<Word text={text} fontSize={64} weight={400} color={() => theme().muted} />) as Word;
  const layer = {
    weights: (<NumericMatrix values={WEIGHTS} decimals={0} max={3} fontSize={76} columnAir={0.5} />) as NumericMatrix,
    inputs: column(INPUTS),
    equals: sign('='),
    sums: column(sums),
    into: sign('→'),
    bend: bendPlot(170),
    outOf: sign('→'),
    bent: column(sums.map(relu)),
  };
  const row = (<Layout y={-150} />) as Layout;
  row.add(Object.values(layer));
  inARow(Object.values(layer), 42);
  return {row, ...layer, ...twoLayersInOne()};
}

/** Room for a sign only where there is one: brackets stand alike on both sides of numbers that have none. */
function signOf(values: readonly number[]): 'auto' | 'never' {
  return values.some(value => value < 0) ? 'auto' : 'never';
}

/** Without a bend, two layers are one: their product. */
function twoLayersInOne() {
  const matrix = (values: Matrix) => (<NumericMatrix values={values} sign={signOf(values.flat())} decimals={0} max={3} fontSize={48} columnAir={0.9} />) as NumericMatrix;
  const sign = (text: string) => (<Word text={text} fontSize={48} weight={400} color={() => theme().muted} />) as Word;
  const two = [matrix(SECOND), matrix(FIRST)];
  const one = [sign('='), matrix(transpose(transpose(FIRST).map(column => matrixVectorProduct(SECOND, column))))];
  const caption = (<Word text="without a bend, two are one:" fontSize={size.label} weight={400} color={() => theme().muted} />) as Word;
  inARow([caption, ...two, ...one], 34);
  const without = (<Layout y={215} />) as Layout;
  without.add([caption, ...two, ...one]);
  return {without, two: [caption, ...two], one};
}
