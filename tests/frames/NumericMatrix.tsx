import {makeScene2D} from '@motion-canvas/2d';
import {all, createRef, waitFor} from '@motion-canvas/core';
import {HighlightRect} from '../../src/components/HighlightRect';
import {NumericMatrix} from '../../src/components/NumericMatrix';
import {NumericVector} from '../../src/components/NumericVector';
import {seededRandom} from '../../src/math/seededRandom';

// picture: 1.4s
/**
 * A weight matrix with dots, beside a vector of data: written, lit row by row, shuffled. At the right, entries pointed at
 * with a sign and without, and dots that stay where the numbers have left.
 */
export default makeScene2D(function* (view) {
  const random = seededRandom('NumericMatrix');
  const table = (rows: number, columns: number) => Array.from({length: rows}, () => Array.from({length: columns}, () => random.uniform(-9.9, 9.9)));
  const weights = createRef<NumericMatrix>();
  const vector = createRef<NumericVector>();
  const pointedAt = createRef<NumericVector>();
  view.add(
    <>
      <NumericMatrix ref={weights} values={table(6, 7)} role="weight" rowDots={-2} columnDots={-2} x={-320} fontSize={44} />
      <NumericVector ref={vector} values={table(1, 7)[0]} dots={-2} x={330} fontSize={44} />
      <NumericVector values={[0.4, -1.2, 3.3]} direction="row" x={640} y={-320} />
      <NumericVector values={[]} x={640} y={-200} />
      <NumericVector values={[-2.5]} x={640} y={-80} role="weight" />
      <NumericMatrix values={[[-Infinity, 1], [0, 12.25]]} role="data" x={640} y={80} columnAir={1.2} decimals={2} sign="always" />
      <NumericVector ref={pointedAt} values={[2, -3]} max={10} x={560} y={260} />
      <NumericVector values={[2, -3, 4]} dots={-2} light={[[0], [0], [0]]} dotsLight={1} x={720} y={270} />
    </>,
  );
  view.add([0, 1].map(index => <HighlightRect around={pointedAt().item(index)} padding={2} />));
  yield* all(weights().write(1), vector().write(1));
  yield* weights().spotlightRows([1]);
  yield* waitFor(0.2);
  yield* weights().endSpotlight();
  yield* weights().randomise({seed: 'shuffled', seconds: 1});
  const row = weights().copyOfRow(0);
  view.add(row);
  yield* row.y(430, 0.5);
});
