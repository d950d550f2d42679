import {Circle, makeScene2D} from '@motion-canvas/2d';
import {createRef, finishScene, waitFor} from '@motion-canvas/core';

/** Goes on moving while the next scene comes in. */
export default makeScene2D(function* (view) {
  const circle = createRef<Circle>();
  view.fill('#25313f');
  view.add(<Circle ref={circle} size={100} x={-200} fill={'#e13238'} />);
  yield* circle().x(0, 0.4);
  finishScene();
  yield* circle().x(200, 0.6);
  yield* waitFor(0.2);
});
