import {Circle, makeScene2D} from '@motion-canvas/2d';
import {createRef, easeInOutCubic, tween, useTransition, waitFor} from '@motion-canvas/core';

/** A transition of its own: the scene before turns away on top of this one. */
export default makeScene2D(function* (view) {
  const circle = createRef<Circle>();
  view.add(<Circle ref={circle} size={220} stroke={'#68abdf'} lineWidth={20} end={0.2} />);
  const end = useTransition(
    () => undefined,
    context => {
      context.translate(320, 180);
      context.rotate(angle);
      context.scale(1 - angle / 2, 1 - angle / 2);
      context.translate(-320, -180);
    },
    true,
  );
  let angle = 0;
  yield* tween(0.5, value => {
    angle = easeInOutCubic(value, 0, 1.6);
  });
  end();
  yield* circle().end(1, 0.4);
  yield* waitFor(0.1);
});
