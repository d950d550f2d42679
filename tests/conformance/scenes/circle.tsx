import {Circle, makeScene2D} from '@motion-canvas/2d';
import {all, createRef} from '@motion-canvas/core';

/** Whole circles, pieces of them, closed and open, with and without a size. */
export default makeScene2D(function* (view) {
  const pie = createRef<Circle>();
  const ring = createRef<Circle>();
  view.add(
    <>
      <Circle x={-340} size={160} fill={'#e13238'} />
      <Circle ref={pie} x={-110} size={160} fill={'#e6a700'} startAngle={30} endAngle={300} closed />
      <Circle ref={ring} x={110} size={[200, 120]} stroke={'#99c47a'} lineWidth={14} lineCap={'round'} startAngle={-90} endAngle={120} />
      <Circle x={340} size={160} stroke={'#68abdf'} lineWidth={6} lineDash={[20, 10]} counterclockwise endAngle={250} />
    </>,
  );
  yield* all(pie().startAngle(0, 0.6), ring().endAngle(400, 0.6), ring().start(0.3, 0.6), ring().end(0.9, 0.6));
});
