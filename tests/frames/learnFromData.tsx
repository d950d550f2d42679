import {makeScene2D} from '@motion-canvas/2d';
import {createRef, waitFor} from '@motion-canvas/core';
import {learnFromData} from '../../src/components/learnFromData';
import {NumericMatrix} from '../../src/components/NumericMatrix';
import {seededRandom} from '../../src/math/seededRandom';

// picture: 40%
/** Words rain through a matrix, and its numbers settle. */
export default makeScene2D(function* (view) {
  const random = seededRandom('learnFromData');
  const weights = createRef<NumericMatrix>();
  const table = Array.from({length: 8}, () => Array.from({length: 10}, () => random.uniform(-1, 1)));
  view.add(<NumericMatrix ref={weights} values={table} role="weight" rowDots={-2} columnDots={-2} fontSize={46} />);
  yield* learnFromData(weights(), {seed: 'rain', words: 'the tide came in and the boats went out before dawn'.split(' '), seconds: 2});
  yield* waitFor(0.2);
});
