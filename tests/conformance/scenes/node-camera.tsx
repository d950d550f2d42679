import {Camera, Circle, Grid, Rect, makeScene2D} from '@motion-canvas/2d';
import {all, createRef} from '@motion-canvas/core';

/** A camera that centres on things, zooms, turns and comes back. */
export default makeScene2D(function* (view) {
  const camera = createRef<Camera>();
  const rect = createRef<Rect>();
  const circle = createRef<Circle>();
  view.add(
    <Camera ref={camera}>
      <Grid width={'100%'} height={'100%'} stroke={'#445'} lineWidth={2} spacing={60} />
      <Rect ref={rect} size={120} x={-260} y={-90} fill={'#e6a700'} rotation={12} />
      <Circle ref={circle} size={140} x={240} y={100} fill={'#68abdf'} />
    </Camera>,
  );
  yield* camera().centerOn(rect(), 0.3);
  yield* all(camera().zoom(2, 0.3), camera().rotation(20, 0.3));
  yield* camera().centerOn(circle(), 0.3);
  yield* camera().reset(0.3);
});
