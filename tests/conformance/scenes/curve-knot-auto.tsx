import {Knot, Spline, makeScene2D} from '@motion-canvas/2d';
import {all, createRef} from '@motion-canvas/core';

/** Knots between smooth and free. In the browser each drawing moves them further; here a frame is a frame. */
export default makeScene2D(function* (view) {
  const knot = createRef<Knot>();
  view.add(
    <Spline stroke={'#99c47a'} lineWidth={6} fill={'#99c47a33'} closed>
      <Knot position={[-100, -140]} startHandle={[-70, 0]} />
      <Knot ref={knot} position={[100, -60]} startHandle={[0, -80]} endHandle={[20, 60]} />
      <Knot position={[0, 140]} auto={0.6} startHandle={[60, 60]} />
    </Spline>,
  );
  yield* all(knot().position([180, 20], 0.5), knot().auto(0.7, 0.5));
});
