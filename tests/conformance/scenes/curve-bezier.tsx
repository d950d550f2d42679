import {Circle, CubicBezier, QuadBezier, makeScene2D} from '@motion-canvas/2d';
import {all, createRef} from '@motion-canvas/core';

/** Both Bézier curves, with arrows and parts; a follower that asks for points, tangents and arc lengths. */
export default makeScene2D(function* (view) {
  const cubic = createRef<CubicBezier>();
  const quad = createRef<QuadBezier>();
  const follower = createRef<Circle>();
  view.add(
    <>
      <CubicBezier ref={cubic} p0={[-400, 100]} p1={[-350, -260]} p2={[-60, 260]} p3={[-20, -140]} stroke={'#e13238'} lineWidth={8} endArrow arrowSize={20} end={0} />
      <QuadBezier ref={quad} p0={[60, 140]} p1={[220, -320]} p2={[400, 140]} stroke={'#99c47a'} lineWidth={6} lineDash={[30, 10]} startArrow start={0.1} />
      <Circle ref={follower} size={40} fill={'#e6a700'} position={() => quad().getPointAtPercentage(quad().completion()).position} />
      <Circle size={24} stroke={'white'} lineWidth={3} position={() => cubic().getPointAtPercentage(0.5 * cubic().end()).position} rotation={() => cubic().getPointAtPercentage(0.5).tangent.degrees} startAngle={40} />
    </>,
  );
  yield* all(cubic().end(1, 0.6), quad().end(0.5, 0.6), quad().p1([100, -200], 0.6));
});
