import {makeScene2D} from '@motion-canvas/2d';
import {all, createRef, waitFor} from '@motion-canvas/core';
import {BulletList} from '../../src/components/BulletList';

/** Points come one by one; one of them is spoken of. Long ones wrap, numbers stand right-aligned. */
export default makeScene2D(function* (view) {
  const points = createRef<BulletList>();
  const steps = createRef<BulletList>();
  const items = ['A text is cut into tokens', 'Every token becomes a vector, and vectors pass what they know to one another', 'The last vector says what comes next'];
  view.add(
    <>
      <BulletList ref={points} x={-480} width={760} items={items} shown={0} />
      <BulletList ref={steps} x={520} width={640} marker="number" fontSize={36} items={['predict', 'sample', 'repeat', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']} />
    </>,
  );
  yield* points().next();
  yield* points().reveal();
  yield* all(points().focus(1), steps().focus([0, 9]));
  yield* points().focus(2);
  yield* waitFor(0.2);
});
