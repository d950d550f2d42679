import {Path, makeScene2D} from '@motion-canvas/2d';
import {all, createRef} from '@motion-canvas/core';

/** Paths with every command, drawn in part, and one that turns into another. */
export default makeScene2D(function* (view) {
  const arcs = createRef<Path>();
  const heart = createRef<Path>();
  view.add(
    <>
      <Path ref={arcs} x={-340} y={-40} scale={2} stroke={'#e13238'} lineWidth={3} data={'M -40 0 A 30 50 -20 0 1 40 10 A 20 20 0 1 0 60 40 L -20 50'} end={0.4} />
      <Path x={-60} y={0} scale={2} fill={'#e6a700'} stroke={'white'} lineWidth={1.5} data={'M -30 -30 h 60 v 60 h -60 z M -10 -10 h 20 v 20 h -20 z'} />
      <Path ref={heart} x={220} y={-20} scale={6} fill={'#99c47a'} data={'M0 8 C -12 -2 -8 -10 -3 -10 C -1 -10 0 -8 0 -7 C 0 -8 1 -10 3 -10 C 8 -10 12 -2 0 8 Z'} />
      <Path x={380} y={120} stroke={'#68abdf'} lineWidth={6} data={'M -60 0 Q -30 -60 0 0 T 60 0 m -120 30 s 30 50 60 0 s 50 -20 60 0'} lineDash={[12, 6]} endArrow />
    </>,
  );
  yield* all(arcs().end(1, 0.6), heart().data('M0 8 C -6 8 -8 4 -8 0 C -8 -6 -4 -8 0 -8 C 4 -8 8 -6 8 0 C 8 4 6 8 0 8 Z', 0.6));
});
