import {makeScene2D} from '@motion-canvas/2d';
import {createRef, waitFor} from '@motion-canvas/core';
import {ProbabilityBars} from '../../src/components/ProbabilityBars';

// picture: 2s
/** A distribution grows, is drawn from, and changes; bars and numbers keep in step. */
export default makeScene2D(function* (view) {
  const bars = createRef<ProbabilityBars>();
  const small = createRef<ProbabilityBars>();
  const words = [' home', ' back', ' in', ' to', ' safely', ' together', ' one', ' closer'];
  view.add(
    <>
      <ProbabilityBars ref={bars} x={-420} width={820} full={0.6} outOf={50257} words={words} probabilities={[0.38, 0.17, 0.11, 0.08, 0.05, 0.04, 0.03, 0.02]} />
      <ProbabilityBars ref={small} x={520} width={520} format="decimals" words={['a', 'of', 'xylophonist']} probabilities={[0.706, 0.128, 0.166]} />
    </>,
  );
  yield* bars().unfold(1);
  yield* bars().sample({seed: 3, seconds: 1});
  yield* bars().become([0.1, 0.05, 0.55, 0.08, 0.05, 0.04, 0.03, 0.02], 1);
  yield* bars().unmark();
  yield* waitFor(0.2);
});
