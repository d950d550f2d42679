import {Grid, Polygon, makeScene2D} from '@motion-canvas/2d';
import {BBox, createRef, waitFor, zoomInTransition} from '@motion-canvas/core';

/** Grows out of a part of the scene before it. */
export default makeScene2D(function* (view) {
  const polygon = createRef<Polygon>();
  view.fill('#1c3a4f');
  view.add(<Grid size={'100%'} spacing={40} stroke={'#ffffff33'} lineWidth={1} />);
  view.add(<Polygon ref={polygon} sides={6} size={160} fill={'#99c47a'} />);
  yield* zoomInTransition(new BBox(60, 40, 160, 90), 0.6);
  yield* polygon().rotation(60, 0.3);
  yield* waitFor(0.1);
});
