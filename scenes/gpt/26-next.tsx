/** What the viewer now holds, and what comes next: a slot for a section of each of the next chapters. */
import {Layout, Line, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, delay, makeRef, waitFor, waitUntil} from '@motion-canvas/core';
import {PreviewSlot, fadeIn, fadeOut, frame, size, smooth, theme} from 'lectern';
import {Word} from '../../src/components/Word';
import chapter from './chapter';
import {beam} from './parts/beam';
import {inARow} from './parts/inARow';
import {recap} from './parts/recap';
import {candidates} from './parts/scores';
import {sentence} from './parts/sentence';

export default makeScene2D(function* (view) {
  view.fill(() => theme().background);
  const screens = recap();
  const [tokens, directions, weights, chances] = screens;
  view.add(screens);

  // The last picture of scene 25 becomes the last of four small ones.
  const place = {position: chances.position(), width: chances.width()};
  chances.position(0).width(frame.width).framed(0);
  for (const screen of [tokens, directions, weights]) screen.opacity(0);

  yield* waitUntil('recap');
  yield* all(chances.position(place.position, 1.4, smooth), chances.width(place.width, 1.4, smooth), chances.framed(1, 1.4));
  yield* chances.opacity(0.35, 0.4);
  yield* fadeIn(tokens, {seconds: 0.7});
  yield* waitFor(0.6);
  yield* fadeIn(directions, {seconds: 0.7});
  yield* waitFor(0.6);
  yield* fadeIn(weights, {seconds: 0.7});
  yield* waitFor(0.5);
  yield* chances.opacity(1, 0.6);

  yield* waitUntil('attention');
  yield* fadeOut(screens, {seconds: 0.7, lag: 0});
  const slots: PreviewSlot[] = [];
  view.add(
    <>
      <PreviewSlot ref={makeRef(slots, 0)} {...chapter.slots.attention} opacity={0} />
      <PreviewSlot ref={makeRef(slots, 1)} {...chapter.slots.facts} x={420} opacity={0} />
    </>,
  );
  yield* all(fadeIn(slots[0], {seconds: 0.7}), slots[0].play());

  yield* waitUntil('facts');
  yield* all(slots[0].x(-420, 0.8, smooth), delay(0.3, fadeIn(slots[1], {seconds: 0.7})), slots[1].play());

  yield* waitUntil('question');
  const said = (<Word text={sentence} fontSize={size.heading} weight={400} opacity={0} />) as Word;
  const next = (<Word text={candidates[0]} fontSize={size.heading} weight={400} color={() => theme().highlight} opacity={0} />) as Word;
  inARow([said, next], 18);
  const light = createRef<Line>();
  view.add(
    <Layout y={-40}>
      {beam(light, {from: [said.right().x + 10, 0], to: [next.right().x + 60, 0], spread: 150})}
      {said}
      {next}
    </Layout>,
  );
  yield* all(fadeOut(slots, {seconds: 0.7}), delay(0.4, fadeIn(said, {seconds: 0.9})));
  yield* light().opacity(1, 1);
  yield* fadeIn(next, {seconds: 0.7});
});
