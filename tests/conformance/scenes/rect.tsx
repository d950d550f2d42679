import {Rect, makeScene2D} from '@motion-canvas/2d';
import {all, createRef} from '@motion-canvas/core';

/** Corners of all kinds: equal, four different, smooth, too large for their side. */
export default makeScene2D(function* (view) {
  const smooth = createRef<Rect>();
  const uneven = createRef<Rect>();
  view.add(
    <>
      <Rect x={-330} size={[180, 260]} fill={'#e13238'} radius={20} />
      <Rect ref={uneven} x={-110} size={[180, 260]} fill={'#e6a700'} radius={[10, 40, 80, 160]} />
      <Rect ref={smooth} x={110} size={[180, 260]} fill={'#99c47a'} radius={40} smoothCorners cornerSharpness={0.6} />
      <Rect x={330} size={[180, 60]} stroke={'#68abdf'} lineWidth={8} radius={500} lineJoin={'round'} />
    </>,
  );
  yield* all(smooth().radius(90, 0.6), smooth().cornerSharpness(0.9, 0.6), uneven().size([120, 300], 0.6), uneven().rotation(33, 0.6));
});
