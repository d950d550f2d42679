import {Circle, Rect, Txt, makeScene2D} from '@motion-canvas/2d';
import {createRef, createSignal, linear, waitFor} from '@motion-canvas/core';

/** Moves for 200 s, with text that changes in every frame: what a process must bear without growing. */
export default makeScene2D(function* (view) {
  const time = createSignal(0);
  const circle = createRef<Circle>();
  view.fill('#0d1117');
  view.add(
    <>
      <Rect size={[1200, 600]} fill={'#161b22'} radius={40} />
      <Circle ref={circle} size={200} fill={'#58a6ff'} x={() => 500 * Math.sin(time())} y={() => 200 * Math.cos(time() * 1.7)} opacity={0.9} />
      <Txt text={() => time().toFixed(3)} fontFamily={'IBM Plex Mono'} fontSize={80} fill={'#e6edf3'} />
    </>,
  );
  yield* time(200, 200, linear);
  yield* waitFor(0.1);
});
