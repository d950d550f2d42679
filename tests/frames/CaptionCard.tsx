import {makeScene2D} from '@motion-canvas/2d';
import {createRef, waitFor} from '@motion-canvas/core';
import {CaptionCard} from '../../src/components/CaptionCard';

/** What a word means, and what a picture leaves out. */
export default makeScene2D(function* (view) {
  const card = createRef<CaptionCard>();
  view.add(
    <>
      <CaptionCard ref={card} y={-200} term="logit" text="A score for one possible next token, before softmax turns all of them into probabilities." />
      <CaptionCard y={160} kind="honesty" term="left out here" text="Positions, biases and norms." fontSize={32} width={760} />
      <CaptionCard y={400} kind="honesty" text="illustrative: our numbers" fontSize={28} width={460} />
    </>,
  );
  yield* card().appear();
  yield* waitFor(0.2);
});
