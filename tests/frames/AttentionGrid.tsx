import {makeScene2D} from '@motion-canvas/2d';
import {createRef, waitFor} from '@motion-canvas/core';
import {AttentionGrid} from '../../src/components/AttentionGrid';

const words = ['a', 'fluffy', 'blue', 'creature', 'roamed', 'the'];
const scores = [
  [1.2, 0.3, -0.4, 0.2, 0.1, 0.6],
  [0.1, 0.9, -0.8, 3.4, 0.2, -0.5],
  [-0.6, 0.4, 1.1, 3.1, -0.2, 0.3],
  [0.2, -0.7, 0.5, 0.8, 2.6, 0.1],
  [0.4, 0.2, -0.1, -1.3, 0.7, 0.9],
  [-0.2, 0.1, 0.6, 0.3, -0.4, 1.5],
];

// picture: 10s
/** Scores, mask, softmax column by column, dots, weighted values. */
export default makeScene2D(function* (view) {
  const grid = createRef<AttentionGrid>();
  view.add(<AttentionGrid ref={grid} x={60} y={20} keys={words} queries={words} scores={scores} causal cell={[190, 112]} />);
  yield* grid().drawRules(1);
  yield* grid().flyPairs(2);
  yield* grid().showNumbers(1);
  yield* grid().mask(1);
  yield* grid().softmaxColumns(2);
  yield* grid().showDots(1);
  yield* grid().weigh(1);
  yield* grid().sum(1);
  yield* grid().focusColumns([3]);
  yield* waitFor(0.2);
});
