/** Numbers that travel: a column, a matrix, the changed column, the next matrix, and so on to a guess. */
import {Line, Node, Rect, type View2D} from '@motion-canvas/2d';
import {all, createRef, makeRef} from '@motion-canvas/core';
import {NumericMatrix, NumericVector, ProbabilityBars, add, flyInto, matrixVectorProduct, size, theme, type Matrix, type Vector} from 'lectern';
import type {Word} from '../../../src/components/Word';
import {beam} from './beam';
import {label} from './machine';
import {candidates, shares} from './scores';

/** Where things stand along the row, px. */
export const ROW = {columns: [-733, -255, 223], matrices: [-494, -16], dots: 306, scale: 0.72} as const;

/** The layer about each matrix, px. */
const LAYER = {width: 350, height: 260} as const;

/** The first column: illustrative. */
const START: Vector = [3.1, -1.4, 2.6, -4.2];

/**
 * The row behind a first matrix that stands already.
 *
 * Every column is the one before it plus a quarter of the matrix times it, rounded to what is shown: a layer adds a little.
 */
export function layerRow(view: View2D, weights: readonly [Matrix, Matrix]) {
  const values = [START];
  for (const matrix of weights) {
    const before = values[values.length - 1];
    values.push(add(before, matrixVectorProduct(matrix, before).map(value => value / 4)).map(value => Math.round(value * 10) / 10));
  }
  const columns: NumericVector[] = [];
  const layers: Node[] = [];
  const [second, dots, light, bars] = [createRef<NumericMatrix>(), createRef<Word>(), createRef<Line>(), createRef<ProbabilityBars>()];
  view.add(
    <>
      {values.map((column, index) => <NumericVector ref={makeRef(columns, index)} values={column} x={ROW.columns[index]} fontSize={40} scale={ROW.scale} opacity={0} />)}
      <NumericMatrix ref={second} values={weights[1]} max={0.9} fontSize={40} x={ROW.matrices[1]} scale={ROW.scale} opacity={0} />
      {['a layer', 'the next layer'].map((text, index) => (
        <Node ref={makeRef(layers, index)} x={ROW.matrices[index]} zIndex={-1} opacity={0}>
          <Rect width={LAYER.width} height={LAYER.height} radius={16} fill={() => theme().panel} stroke={() => theme().grid} lineWidth={3} />
          {label(() => {}, text, 0, LAYER.height / 2 + 42, {fontSize: size.body, color: theme().muted})}
        </Node>
      ))}
      {label(dots, '…', ROW.dots, -18, {opacity: 0, fontSize: 60})}
      {beam(light, {from: [350, 0], to: [440, 0], spread: 230})}
      <ProbabilityBars ref={bars} x={620} width={330} words={candidates} probabilities={shares} rows={4} rest={false} full={0.7} grown={0} />
    </>,
  );

  /** A column goes into a matrix, and comes out changed. */
  function* pass(index: 0 | 1, matrix: NumericMatrix, seconds: number) {
    // What has gone in steps back, so that its copy can be told from it.
    yield* all(flyInto(columns[index], matrix, {seconds: seconds * 0.5, degrees: 0, scale: 0.6}), columns[index].opacity(0.7, seconds * 0.2));
    const next = columns[index + 1];
    next.x(ROW.columns[index + 1] - 40).opacity(0);
    yield* all(next.x(ROW.columns[index + 1], seconds * 0.5), next.opacity(1, seconds * 0.5));
  }

  /** The last column is read as a guess. */
  function* read(seconds: number) {
    yield* dots().opacity(1, seconds * 0.3);
    yield* all(light().opacity(1, seconds * 0.5), bars().unfold(seconds * 0.7));
  }

  return {columns, second: second(), layers, pass, read, all: [...columns, second(), ...layers, dots(), light(), bars()]};
}
