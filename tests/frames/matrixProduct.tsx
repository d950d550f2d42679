import {makeScene2D} from '@motion-canvas/2d';
import {createRef} from '@motion-canvas/core';
import {product} from '../../src/components/matrixProduct';
import {NumericMatrix} from '../../src/components/NumericMatrix';
import {NumericVector} from '../../src/components/NumericVector';
import {seededRandom} from '../../src/math/seededRandom';

// picture: 60%
/** A matrix times a vector, row by row, with dots on both. */
export default makeScene2D(function* (view) {
  const random = seededRandom('product');
  const [weights, vector] = [createRef<NumericMatrix>(), createRef<NumericVector>()];
  const row = () => Array.from({length: 5}, () => random.uniform(-9.9, 9.9));
  view.add(
    <>
      <NumericMatrix ref={weights} values={[row(), row(), row(), row()]} role="weight" rowDots={-2} columnDots={-2} x={-330} fontSize={44} />
      <NumericVector ref={vector} values={row().map(value => value / 3)} dots={-2} x={190} fontSize={44} />
    </>,
  );
  yield* product(weights(), vector(), {seconds: [1, 0.5]});
});
