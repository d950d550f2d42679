import {makeScene2D} from '@motion-canvas/2d';
import {all, createRef, createRefArray, waitFor} from '@motion-canvas/core';
import {Chip} from '../../src/components/Chip';
import {SpeechBubble} from '../../src/components/SpeechBubble';

// picture: 0.6s
/** Bubbles out of all sides; their tails follow who speaks. */
export default makeScene2D(function* (view) {
  const chip = createRef<Chip>();
  const bubbles = createRefArray<SpeechBubble>();
  view.add(
    <>
      <Chip ref={chip} text="ship" fontSize={64} />
      <SpeechBubble ref={bubbles} to={chip()} y={-260} x={-120} text="Are there any adjectives standing before me?" />
      <SpeechBubble ref={bubbles} to={chip()} y={220} x={200} text="Here!" />
      <SpeechBubble ref={bubbles} to={chip()} x={-400} text="from the left" />
      <SpeechBubble ref={bubbles} to={chip()} x={480} y={-60} text="and from the right, over two lines" room={320} />
      <SpeechBubble ref={bubbles} x={-560} y={380} text="no tail" />
    </>,
  );
  yield* all(...bubbles.map(bubble => bubble.open(0.6)));
  yield* chip().position([60, 40], 0.5);
  yield* waitFor(0.2);
});
