import {Txt, makeScene2D} from '@motion-canvas/2d';
import {Direction, createRef, slideTransition} from '@motion-canvas/core';

/** Pushes the scene before it out. */
export default makeScene2D(function* (view) {
  const text = createRef<Txt>();
  view.fill('#3b2a3f');
  view.add(<Txt ref={text} text={'from the left'} fill={'white'} fontSize={50} />);
  yield* slideTransition(Direction.Left, 0.5);
  yield* text().scale(1.5, 0.3);
});
