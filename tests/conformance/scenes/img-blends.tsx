import {Img, makeScene2D} from '@motion-canvas/2d';
import {all, createRef} from '@motion-canvas/core';
import blends from '../assets/blends.svg';

/** Vector pictures whose shapes blend with each other, and whose strokes keep their width when they are stretched. */
export default makeScene2D(function* (view) {
  const turning = createRef<Img>();
  yield view.add(
    <>
      <Img src={blends} x={-220} width={420} />
      <Img ref={turning} src={blends} x={240} width={240} opacity={0.8} />
    </>,
  );
  yield* all(turning().rotation(40, 0.4), turning().width(380, 0.4));
});
