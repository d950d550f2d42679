import {Knot, Spline, makeScene2D} from '@motion-canvas/2d';
import {all, createRef} from '@motion-canvas/core';

/** Splines through points and through knots with handles of their own, open, closed, growing. */
export default makeScene2D(function* (view) {
  const open = createRef<Spline>();
  const knot = createRef<Knot>();
  view.add(
    <>
      <Spline ref={open} points={[[-420, 0], [-340, -160], [-220, 120], [-120, -120], [-40, 20]]} smoothness={0.5} stroke={'#e13238'} lineWidth={8} end={0.3} endArrow />
      <Spline stroke={'#99c47a'} lineWidth={6} fill={'#99c47a33'} closed>
        <Knot position={[100, -140]} startHandle={[-70, 0]} />
        <Knot ref={knot} position={[300, -60]} startHandle={[0, -80]} endHandle={[20, 60]} />
        <Knot position={[200, 140]} auto={1} startHandle={[60, 60]} />
        <Knot position={[60, 40]} auto={1} startHandle={[0, 60]} endHandle={[-20, -60]} />
      </Spline>
      <Spline points={[[-380, 220], [-200, 180], [0, 230], [380, 190]]} stroke={'#68abdf'} lineWidth={4} lineDash={[16, 8]} smoothness={0.8} />
    </>,
  );
  yield* all(open().end(1, 0.6), open().start(0.1, 0.6), knot().position([380, 20], 0.6), knot().startHandle([30, -120], 0.6));
});
