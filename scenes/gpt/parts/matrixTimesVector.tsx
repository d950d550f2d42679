/** A matrix beside the vector that it multiplies: how scene 8 ends and scene 9 begins. Illustrative weights. */
import type {Reference} from '@motion-canvas/core';
import {NumericMatrix, NumericVector, seededRandom} from 'lectern';
import {entriesOf} from './entries';

/** Weights of one question a row: seeded, one decimal, shape (rows, columns). */
export function weightsOf(name: string, rows: number, columns: number): number[][] {
  const random = seededRandom(`weights of ${name}`);
  return Array.from({length: rows}, () => Array.from({length: columns}, () => clamp(Math.round(random.normal(0, 3.2) * 10) / 10)));
}

function clamp(weight: number): number {
  return Math.max(-9.9, Math.min(9.9, weight));
}

/** Where the matrix stands, and how large it is written. */
export const MATRIX = {x: -150, y: -20, fontSize: 36} as const;

export function BigMatrix({ref, opacity = 1}: {ref: Reference<NumericMatrix>; opacity?: number}) {
  return <NumericMatrix ref={ref} values={weightsOf('up', 6, 6)} columnDots={-2} rowDots={-2} {...MATRIX} rowPitch={1.7} columnAir={1.2} opacity={opacity} />;
}

export function BigVector({ref, opacity = 1}: {ref: Reference<NumericVector>; opacity?: number}) {
  return <NumericVector ref={ref} values={entriesOf(' lamp', 6)} dots={-2} x={480} y={MATRIX.y} fontSize={MATRIX.fontSize} rowPitch={1.7} opacity={opacity} />;
}
