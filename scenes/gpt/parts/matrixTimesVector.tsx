/** A matrix times a vector: how scene 8 ends and scene 9 begins. Illustrative weights. */
import type {Reference} from '@motion-canvas/core';
import {NumericMatrix, NumericVector, matrixVectorProduct, seededRandom, size} from 'lectern';
import {Word} from '../../../src/components/Word';
import {entriesOf} from './entries';

/** Weights of one question a row: seeded, one decimal, shape (rows, columns). */
export function weightsOf(name: string, rows: number, columns: number): number[][] {
  const random = seededRandom(`weights of ${name}`);
  return Array.from({length: rows}, () => Array.from({length: columns}, () => clamp(Math.round(random.normal(0, 3.2) * 10) / 10)));
}

function clamp(weight: number): number {
  return Math.max(-9.9, Math.min(9.9, weight));
}

/** Where things stand, and how large they are written. */
const [Y, FONT] = [-20, 36];
const PLACE = {matrix: -205, vector: 235, equals: 350, result: 465} as const;

/** The matrix and the vector, and what comes of what is shown of them. */
const WEIGHTS = weightsOf('up', 6, 6);
const ENTRIES = entriesOf(' lamp', 6);
const RESULT = matrixVectorProduct(WEIGHTS, ENTRIES);

/** Its first columns are the small matrix from which it comes. */
export const smallUp = WEIGHTS.map(row => row.slice(0, 3));

/** What the source tag says while they are seen. */
export const ILLUSTRATIVE = 'illustrative questions, answers and numbers';

export function BigMatrix({ref, opacity = 1}: {ref: Reference<NumericMatrix>; opacity?: number}) {
  return <NumericMatrix ref={ref} values={WEIGHTS} columnDots={-2} rowDots={-2} x={PLACE.matrix} y={Y} fontSize={FONT} rowPitch={1.7} columnAir={1.2} opacity={opacity} />;
}

export function BigVector({ref, opacity = 1}: {ref: Reference<NumericVector>; opacity?: number}) {
  return <NumericVector ref={ref} values={ENTRIES} dots={-2} x={PLACE.vector} y={Y} fontSize={FONT} rowPitch={1.7} opacity={opacity} />;
}

export function Equals({ref, opacity = 1}: {ref: Reference<Word>; opacity?: number}) {
  return <Word ref={ref} text={'='} x={PLACE.equals} y={Y} fontSize={size.heading} opacity={opacity} />;
}

/** What comes of it; `known` 0 is how the multiplication takes it up, 1 how it leaves it. */
export function BigResult({ref, known = 1}: {ref: Reference<NumericVector>; known?: 0 | 1}) {
  const values = known === 1 ? RESULT : RESULT.map(() => 0);
  return <NumericVector ref={ref} values={values} dots={-2} decimals={1} max={Math.max(...RESULT.map(Math.abs))} x={PLACE.result} y={Y} fontSize={FONT} rowPitch={1.7} bracketGrowth={known} />;
}
