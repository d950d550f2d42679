import {makeScene2D} from '@motion-canvas/2d';
import {all, createRef, waitFor} from '@motion-canvas/core';
import {Plane} from '../../src/components/Plane';
import {VectorArrow} from '../../src/components/VectorArrow';
import {theme} from '../../src/theme/theme';

/** Arrows in a plane: straight, bent, short, turned, copied. */
export default makeScene2D(function* (view) {
  const plane = createRef<Plane>();
  const king = createRef<VectorArrow>();
  const turned = createRef<VectorArrow>();
  view.add(
    <Plane ref={plane} xRange={[-6, 6]} yRange={[-3, 3]} unit={135}>
      <VectorArrow ref={king} to={[3, 2]} label="king" />
      <VectorArrow ref={turned} to={[2, -1]} label="turned" color={theme().good} />
      <VectorArrow from={[-5, 0.5]} to={[-2, 2]} bend={70} label="along a bend" side="above" color={theme().highlight} />
      <VectorArrow from={[-5, -2]} to={[-3, -2]} label="below" side="below" color={theme().data} />
      <VectorArrow from={[-2, -2]} to={[-1.8, -1.9]} label="short" color={theme().bad} />
      <VectorArrow from={[-1, -1]} to={[-1, -1]} />
    </Plane>,
  );
  yield* all(plane().unfold(1), king().grow(1), turned().grow(1));
  yield* turned().turnBy(-40, 1);
  const copy = yield* king().copyTo([1, -2.5], 1);
  yield* copy.pulse();
  yield* waitFor(0.5);
});
