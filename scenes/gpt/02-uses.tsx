/** The machine stays where it is; what it is fed changes. One composition, four pairs of things. */
import {Img, Node, Rect, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, delay, waitUntil} from '@motion-canvas/core';
import {TextPage, WaveformBars, cut, fadeOut, moveAlongArc, theme} from 'lectern';
import lighthouse from '../../assets/pictures/lighthouse.svg';
import type {Word} from '../../src/components/Word';
import {questionMark} from './parts/machine';
import {sourceTag} from './parts/sourceTag';
import {speech} from './parts/speech';
import {humanRights} from './parts/translations';
import {INTO, OUR_KINDS, OUT, WELLS, kindLabel, machineWithWells, ourTask, wellText} from './parts/wells';

/** Sound and its text are a made-up example; so is the sentence for the picture. */
const SPOKEN = 'The lamp is lit.';
const PICTURE_OF = 'A lighthouse at night, and a ship';

export default makeScene2D(function* (view) {
  view.fill(() => theme().background);
  const {stack, arrows, frames, names} = machineWithWells(view, 0);
  const mark = questionMark(stack, 1);
  const kinds = [createRef<Word>(), createRef<Word>()];
  view.add(kinds.map((kind, index) => kindLabel(kind, '', index)));

  yield* waitUntil('machine');
  yield* all(fadeOut([...names, mark], {seconds: 0.5, lag: 0}));
  yield* all(
    stack.scale(WELLS.stackScale, 1),
    arrows[0].from([...INTO.from], 1),
    arrows[0].to([...INTO.to], 1),
    arrows[1].from([...OUT.from], 1),
    arrows[1].to([...OUT.to], 1),
    delay(0.4, all(...frames.map(each => each.opacity(1, 0.8)))),
  );
  yield* nameKinds('one thing', 'another');

  yield* waitUntil('dictation');
  const sound = wave(WELLS.left);
  view.add(sound);
  yield* all(sound.grow(0.8), nameKinds('sound', 'text'));
  const text = createRef<TextPage>();
  view.add(wellText(text, SPOKEN, WELLS.right, {typed: 0}));
  yield* feed(sound, 0.8);
  yield* all(stack.sweep(1), delay(0.4, text().typed(1, 0.5)));

  yield* waitUntil('voice');
  yield* all(sound.opacity(0, 0.4), moveAlongArc(text(), [WELLS.left, WELLS.y], {seconds: 0.9, degrees: -95}), nameKinds('text', 'sound'));
  const voice = wave(WELLS.right);
  view.add(voice);
  yield* feed(text(), 0.6);
  yield* all(stack.sweep(0.9), delay(0.4, voice.grow(0.7)));

  yield* waitUntil('picture');
  const prompt = createRef<TextPage>();
  view.add(wellText(prompt, PICTURE_OF, WELLS.left, {typed: 0}));
  yield* all(fadeOut([voice, text()], {seconds: 0.4, lag: 0}), delay(0.3, prompt().typed(1, 0.9)), nameKinds('text', 'picture'));
  yield* feed(prompt(), 0.8);
  const picture = risingPicture();
  view.add(picture.node);
  yield* all(stack.sweep(1), delay(0.5, picture.rise(1.1)));

  yield* waitUntil('translation');
  const [original, translated, tag] = [createRef<TextPage>(), createRef<TextPage>(), createRef<Txt>()];
  view.add(
    <>
      {wellText(original, humanRights.english, WELLS.left, {typed: 0, fontSize: 40})}
      {wellText(translated, humanRights.chinese, WELLS.right, {typed: 0})}
      {sourceTag(tag, humanRights.source)}
    </>,
  );
  yield* all(fadeOut([picture.node, prompt()], {seconds: 0.4, lag: 0}), delay(0.3, original().typed(1, 0.7)), nameKinds('English', 'Chinese'), delay(0.3, tag().opacity(1, 0.5)));
  yield* feed(original(), 0.8);
  yield* all(stack.sweep(0.9), delay(0.4, translated().typed(1, 0.8)));

  yield* waitUntil('ours');
  const ours = ourTask(view, 0);
  yield* all(fadeOut([original(), translated(), tag(), arrows[1]], {seconds: 0.5, lag: 0}), nameKinds(...OUR_KINDS), delay(0.3, ours.page.typed(1, 1.2)));
  yield* all(stack.sweep(1.1), delay(0.7, ours.light.opacity(1, 1)));
  yield* all(ours.slot.end(1, 0.6), ours.mark.opacity(1, 0.6));

  /** A copy goes into the machine, what it is a copy of steps back. */
  function* feed(thing: TextPage | WaveformBars, seconds: number) {
    const copy = thing.clone();
    view.add(copy);
    const parts = copy instanceof TextPage ? copy.letters() : copy.slices(view);
    if (copy instanceof WaveformBars) {
      // The slices stand where the sound is: nothing is seen of the exchange.
      cut(copy, ...parts);
      copy.remove();
    }
    yield* all(stack.swallow(parts, seconds, -45, {copies: true}), thing.opacity(0.6, seconds * 0.5));
    copy.remove();
  }

  /** Says under both wells what kind of thing is in them. */
  function* nameKinds(...texts: readonly [string, string]) {
    yield* all(...kinds.map(kind => kind().opacity(0, 0.25)));
    kinds.forEach((kind, index) => kind().text(texts[index]));
    yield* all(...kinds.map(kind => kind().opacity(1, 0.4)));
  }
});

function wave(x: number): WaveformBars {
  return (<WaveformBars values={speech} width={390} height={230} x={x} y={WELLS.y} grown={0} />) as WaveformBars;
}

/** The drawn picture, uncovered from its lowest row upwards. */
function risingPicture() {
  const side = 400;
  const bottom = WELLS.y + side / 2;
  const window = createRef<Rect>();
  const picture = createRef<Img>();
  const node = (
    <Node x={WELLS.right} y={bottom}>
      <Rect ref={window} clip width={side} height={0} offset={[0, 1]}>
        <Img ref={picture} src={lighthouse} size={side} smoothing={false} y={() => window().height() / 2 - side / 2} />
      </Rect>
    </Node>
  ) as Node;
  return {node, rise: (seconds: number) => window().height(side, seconds)};
}
