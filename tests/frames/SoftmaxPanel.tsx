import {makeScene2D} from '@motion-canvas/2d';
import {createRef, waitFor} from '@motion-canvas/core';
import {SoftmaxPanel} from '../../src/components/SoftmaxPanel';

// picture: 1s
/** Scores become probabilities; the temperature evens them out or gives all to one. */
export default makeScene2D(function* (view) {
  const panel = createRef<SoftmaxPanel>();
  view.add(<SoftmaxPanel ref={panel} logits={[-0.8, -5, 0.5, 1.5, 3.4, -2.3, 2.5]} fontSize={48} />);
  yield* panel().heatTo(5, 1);
  yield* panel().heatTo(0, 1);
  yield* panel().heatTo(1, 0.5);
  yield* panel().raise(6, 4.2, 0.5);
  yield* waitFor(0.2);
});
