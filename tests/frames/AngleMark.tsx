import {makeScene2D} from '@motion-canvas/2d';
import {all, createRef, waitFor} from '@motion-canvas/core';
import {AngleMark} from '../../src/components/AngleMark';
import {Plane} from '../../src/components/Plane';
import {Region} from '../../src/components/Region';
import {Segment} from '../../src/components/Segment';
import {VectorArrow} from '../../src/components/VectorArrow';
import {theme} from '../../src/theme/theme';

// picture: 1.8s
/** An arrow turns until it stands at a right angle to another; its shadow on it shrinks to nothing. */
export default makeScene2D(function* (view) {
  const still = createRef<VectorArrow>();
  const turning = createRef<VectorArrow>();
  const region = createRef<Region>();
  const shadow = () => {
    const [x, y] = turning().to();
    const share = (x * 3 + y) / 10;
    return [3 * share, share] as const;
  };
  view.add(
    <Plane xRange={[-5, 5]} yRange={[-3, 3]} unit={150}>
      <Region ref={region} half={[3, 1, 0]} color={theme().good} strength={0.14} />
      <VectorArrow ref={still} to={[3, 1]} label="direction" color={theme().query} />
      <VectorArrow ref={turning} to={[1.8, 1.8]} label="word" color={theme().key} />
      <Segment from={() => turning().to()} to={shadow} dash={[14, 10]} />
      <AngleMark from={() => still().to()} to={() => turning().to()} written />
    </Plane>,
  );
  yield* waitFor(0.3);
  yield* turning().turnBy(90 - 26.565051177078, 1.5);
  yield* waitFor(0.3);
  yield* all(turning().turnBy(60, 1), region().color(theme().bad, 1));
  yield* waitFor(0.3);
});
