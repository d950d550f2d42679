import {makeScene2D} from '@motion-canvas/2d';
import {createRef, waitFor} from '@motion-canvas/core';
import {Slider} from '../../src/components/Slider';
import {theme} from '../../src/theme/theme';

/** A knob is slid along its track, and another follows it. */
export default makeScene2D(function* (view) {
  const [temperature, share] = [createRef<Slider>(), createRef<Slider>()];
  view.add(
    <>
      <Slider ref={temperature} y={-140} length={900} fontSize={64} label="T" value={1} color={() => theme().temperature} />
      <Slider ref={share} y={160} length={900} fontSize={64} range={[0, 1]} decimals={2} value={() => 1 / (1 + temperature().value())} />
    </>,
  );
  yield* temperature().slideTo(6.5, 1);
  yield* waitFor(0.2);
});
