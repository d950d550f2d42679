import {Circle, Line, Rect, makeScene2D} from '@motion-canvas/2d';
import {createRef} from '@motion-canvas/core';

/** Hard edges: every pixel is either in or out. */
export default makeScene2D(function* (view) {
  const rect = createRef<Rect>();
  view.add(
    <>
      <Circle x={-280} size={200} fill={'#e13238'} antialiased={false} />
      <Rect ref={rect} x={0} size={160} fill={'#e6a700'} stroke={'#141a22'} lineWidth={9} radius={30} antialiased={false} rotation={20} />
      <Line points={[[180, -90], [400, 30], [220, 120]]} stroke={'#68abdf'} lineWidth={5} antialiased={false} />
    </>,
  );
  yield* rect().rotation(75, 0.3);
});
