/** Two small layers written out in a row: numbers in, weighted sums, a bend, numbers out. Scene 11 ends with it, scene 12 begins with it. */
import type {Layout} from '@motion-canvas/2d';
import {NumericMatrix, NumericVector, matrixVectorProduct, relu, size, theme} from 'lectern';
import {Word} from '../../../src/components/Word';
import {bendPlot} from './bendPlot';
import {inARow} from './inARow';

/** Illustrative weights of two layers; all that follows from them is computed. */
const LAYERS = [
  [
    [0.8, -0.5, 1.1],
    [-1.2, 0.4, 0.3],
    [0.6, 0.9, -0.2],
  ],
  [
    [1.3, 0.2, -0.6],
    [-0.4, 0.7, 0.5],
    [0.1, -0.8, 0.9],
  ],
];
const INPUT = [1.5, 0.6, 2.0];

/** What the row says of its numbers. */
export const arithmeticSource = 'weights: illustrative; what comes out is computed from what is shown';

/** The pieces of the row from left to right, in their places about the origin. */
export function arithmeticRow(opacity = 0): Layout[] {
  const after = LAYERS.reduce<number[][]>((columns, weights) => [...columns, matrixVectorProduct(weights, columns.at(-1)!).map(relu)], [INPUT]);
  const arrow = () => <Word text="→" color={() => theme().muted} />;
  const column = (values: number[]) => <NumericVector values={values} max={3} fontSize={40} />;
  const pieces = [
    column(after[0]),
    ...LAYERS.flatMap((weights, layer) => [
      arrow(),
      <NumericMatrix values={weights} max={1.5} fontSize={40} columnAir={0.5} />,
      arrow(),
      bendPlot(126),
      arrow(),
      column(after[layer + 1]),
    ]),
  ] as Layout[];
  for (const piece of pieces) piece.y(-30).opacity(opacity);
  inARow(pieces, 12);
  return pieces;
}

/** The words under the row. */
export function arithmeticCaption(ref: (word: Word) => void, opacity = 0) {
  return <Word ref={ref} text="layers of plain arithmetic" fontSize={size.heading} y={210} opacity={opacity} />;
}
