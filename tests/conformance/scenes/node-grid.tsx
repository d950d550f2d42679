import {Grid, makeScene2D} from '@motion-canvas/2d';
import {all, createRef} from '@motion-canvas/core';

/** A grid that grows and shrinks its cells, with parts of its lines. */
export default makeScene2D(function* (view) {
  const grid = createRef<Grid>();
  view.add(<Grid ref={grid} size={[800, 440]} spacing={[70, 45]} stroke={'#99c47a'} lineWidth={3} lineCap={'round'} start={0} end={0.2} />);
  yield* all(grid().end(0.9, 0.5).to(1, 0.1), grid().start(0.1, 0.6), grid().spacing(50, 0.6));
});
