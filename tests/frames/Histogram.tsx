import {makeScene2D} from '@motion-canvas/2d';
import {createRef, waitFor} from '@motion-canvas/core';
import {Histogram} from '../../src/components/Histogram';
import {theme} from '../../src/theme/theme';
import {seededRandom} from '../../src/math/seededRandom';

const random = seededRandom('angles');
const before = Array.from({length: 4000}, () => 90 + random.normal(0, 33 / 2));
const after = Array.from({length: 4000}, () => (random.next() < 0.02 ? random.uniform(2, 25) : 90 + random.normal(0, 2)));

// picture: 1s
/** Angles between pairs of vectors, over the full range of 0 to 180 degrees. */
export default makeScene2D(function* (view) {
  const angles = createRef<Histogram>();
  view.add(
    <Histogram
      ref={angles}
      values={before}
      bins={90}
      range={[0, 180]}
      width={1400}
      height={560}
      step={30}
      label="angle between two vectors, degrees"
      marks={[{at: 90, label: 'right angle', color: theme().highlight}]}
    />,
  );
  yield* angles().grow(1);
  yield* angles().become(after, 1);
  yield* waitFor(0.3);
});
