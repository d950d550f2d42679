import {Rect, makeScene2D} from '@motion-canvas/2d';
import {Direction, createRef, slideTransition} from '@motion-canvas/core';

/** Comes in from above and is over when it has arrived. */
export default makeScene2D(function* (view) {
  const rect = createRef<Rect>();
  view.add(<Rect ref={rect} size={'60%'} fill={'#e13238'} opacity={0.5} />);
  yield rect().opacity(1, 0.8);
  yield* slideTransition(Direction.Top);
});
