import {Polygon, Ray, makeScene2D} from '@motion-canvas/2d';
import {all, createRef} from '@motion-canvas/core';

/** Rays and regular polygons, with radius, with parts, with sides that grow in number. */
export default makeScene2D(function* (view) {
  const ray = createRef<Ray>();
  const polygon = createRef<Polygon>();
  view.add(
    <>
      <Ray ref={ray} from={[-420, -160]} to={[-140, -60]} stroke={'#e13238'} lineWidth={10} endArrow end={0} />
      <Ray fromX={-420} toX={-140} y={120} stroke={'#e6a700'} lineWidth={6} lineDash={[4, 14]} lineCap={'round'} startArrow endArrow arrowSize={18} />
      <Polygon ref={polygon} x={60} sides={5} size={220} fill={'#68abdf'} radius={0} />
      <Polygon x={320} sides={7} size={[180, 260]} stroke={'#99c47a'} lineWidth={12} radius={24} end={0.75} rotation={15} />
    </>,
  );
  yield* all(ray().end(1, 0.6), ray().to([-140, -200], 0.6), polygon().radius(30, 0.6), polygon().sides(8, 0.6));
});
