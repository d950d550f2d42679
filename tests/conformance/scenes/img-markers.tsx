import {Img, makeScene2D} from '@motion-canvas/2d';
import {all, createRef} from '@motion-canvas/core';
import arrows from '../assets/arrows.svg';

/** Vector pictures with arrow heads and dots along their lines: in both units, turned, cut, and coloured by their line. */
export default makeScene2D(function* (view) {
  const turning = createRef<Img>();
  yield view.add(
    <>
      <Img src={arrows} x={-230} width={440} />
      <Img ref={turning} src={arrows} x={240} width={300} />
    </>,
  );
  yield* all(turning().rotation(50, 0.4), turning().scale(1.3, 0.4));
});
