import {makeScene2D} from '@motion-canvas/2d';
import {all, createRef, waitFor} from '@motion-canvas/core';
import {TextPage} from '../../src/components/TextPage';
import {Word} from '../../src/components/Word';
import {flyInto} from '../../src/motion/flyInto';

/** A seed, the place of the next word, tokens that are typed after it, and a page that scrolls. */
export default makeScene2D(function* (view) {
  const page = createRef<TextPage>();
  const scrolling = createRef<TextPage>();
  const asked = createRef<TextPage>();
  const told = createRef<TextPage>();
  const word = createRef<Word>();
  const seed = 'The lighthouse keeper lit the lamp, and the ships came';
  const more = [' home', ',', ' one', ' after', ' the', ' other', ',', ' out', ' of', ' the', ' fog', ',', ' until', ' the', ' harbour', ' was', ' full', ' of', ' lights', '.'];
  view.add(
    <>
      <TextPage ref={page} x={-440} y={-240} seed={seed} additions={more} typed={0} lines={5} />
      <TextPage ref={scrolling} x={480} y={-240} width={700} seed={seed} additions={more} typed={0} lines={3} slot={1} />
      <TextPage ref={asked} y={250} width={1500} lines={1} fontSize={64} seed="A spring of cold water, a spring of " additions={['steel']} />
      <TextPage ref={told} x={-200} y={400} width={1000} seed="and the ships came" additions={[' home', ' safely']} typed={0} slot={1} />
      <Word ref={word} x={640} y={400} text="home" fontSize={64} />
    </>,
  );
  yield* page().showSlot();
  yield* all(page().append([' Then', ' it', ' was', ' night', '.'], 0.2), scrolling().type(0.15), asked().maskLast(0.6));
  yield* all(page().settle(), page().hideSlot());
  yield* flyInto(page().words().slice(0, 5), asked(), {seconds: 1});
  yield* told().takeIn(word(), 1);
  yield* told().settle();
  yield* waitFor(0.2);
});
