import {Rect, makeScene2D} from '@motion-canvas/2d';
import {createRef, fadeTransition} from '@motion-canvas/core';

/** Fades in over the scene before it. */
export default makeScene2D(function* (view) {
  const rect = createRef<Rect>();
  view.add(<Rect ref={rect} size={[200, 120]} fill={'#e6a700'} radius={16} />);
  yield* fadeTransition(0.5);
  yield* rect().rotation(90, 0.4);
});
