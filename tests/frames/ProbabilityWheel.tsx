import {makeScene2D} from '@motion-canvas/2d';
import {all, createRef, waitFor} from '@motion-canvas/core';
import {ProbabilityBars} from '../../src/components/ProbabilityBars';
import {ProbabilityWheel} from '../../src/components/ProbabilityWheel';

/** One draw shown twice: the box in the bars and the needle of the wheel stop at the same row. */
export default makeScene2D(function* (view) {
  const bars = createRef<ProbabilityBars>();
  const wheel = createRef<ProbabilityWheel>();
  const words = ['home', 'back', 'in', 'to', 'safely'];
  view.add(
    <>
      <ProbabilityBars ref={bars} x={-420} width={720} words={words} probabilities={[0.38, 0.22, 0.16, 0.1, 0.04]} full={0.6} />
      <ProbabilityWheel ref={wheel} x={420} radius={240} thickness={72} shares={bars().probabilities} />
    </>,
  );
  yield* wheel().unfold(0.8);
  yield* all(wheel().spin({seed: 'ships', seconds: 2}), bars().sample({seed: 'ships', seconds: 2}));
  yield* waitFor(0.2);
});
