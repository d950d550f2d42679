import {Circle, makeScene2D} from '@motion-canvas/2d';
import {createRef, waitFor} from '@motion-canvas/core';
import {Anchor} from '../../src/components/Anchor';
import {Plane} from '../../src/components/Plane';
import {Ripples} from '../../src/components/Ripples';
import {theme} from '../../src/theme/theme';

// picture: 1s
/** A search spreads around a point of a plane. */
export default makeScene2D(function* (view) {
  const search = createRef<Ripples>();
  view.add(
    <Plane xRange={[-5, 5]} yRange={[-3, 3]} unit={140}>
      <Ripples ref={search} at={[2, 1]} radius={270} />
      <Anchor at={[2, 1]}>
        <Circle size={22} fill={() => theme().highlight} />
      </Anchor>
    </Plane>,
  );
  yield* search().spread(2);
  yield* waitFor(0.2);
});
