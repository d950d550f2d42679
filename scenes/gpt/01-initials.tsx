/** A title that is also a table of contents: type is the picture. */
import {makeScene2D} from '@motion-canvas/2d';
import {all, chain, createRef, delay, makeRef, waitUntil} from '@motion-canvas/core';
import {SlabStack, TokenStrip, VectorArrow, fadeIn, laggedStart, linear, theme, tokenize} from 'lectern';
import type {Word} from '../../src/components/Word';
import {DrawerWord} from './parts/drawerWord';
import {MACHINE, TITLE_LINE, label, machine, questionMark} from './parts/machine';
import {pileOfPages} from './parts/pileOfPages';
import {FAR_INTO, FAR_OUT, NAMES} from './parts/wells';

const WORDS = ['Generative', 'Pre-trained', 'Transformer'];
const PIECES = tokenize('One small piece at a time').map(({text}) => text);

/** Words start at LEFT, what shows their meaning stands about RIGHT. */
const [LEFT, RIGHT, PITCH, SIZE] = [-768, 400, 240, 124];

export default makeScene2D(function* (view) {
  const words: DrawerWord[] = [];
  view.fill(() => theme().background);
  view.add(WORDS.map((text, index) => <DrawerWord ref={makeRef(words, index)} text={text} fontSize={220} x={(index - 1) * 240} y={40} opacity={0} />));
  const [generative, preTrained, transformer] = words;

  yield* waitUntil('initials');
  yield* laggedStart(words, (word, seconds) => all(word.opacity(1, seconds), word.y(0, seconds)), {seconds: 1.4, lag: 0.35});

  yield* waitUntil('spell-out');
  yield* all(
    ...words.map((word, index) => all(word.position([word.startingAt(LEFT, SIZE), (index - 1) * PITCH], 0.9), word.fontSize(SIZE, 0.9))),
    delay(0.7, chain(...words.map(word => word.opened(1, 0.65, linear)))),
  );

  yield* waitUntil('generative');
  const strip = createRef<TokenStrip>();
  view.add(<TokenStrip ref={strip} pieces={PIECES} fontSize={54} written={0} x={RIGHT} y={-PITCH} />);
  yield* lookAt(generative);
  yield* strip().write(2.4);

  yield* waitUntil('pre-trained');
  const pile = pileOfPages({x: RIGHT, y: 0});
  view.add(pile.figure);
  yield* all(lookAt(preTrained), strip().opacity(0.3, 0.5), pile.pileUp(1.2));
  yield* pile.learn(2.6);

  yield* waitUntil('transformer');
  const stack = createRef<SlabStack>();
  view.add(machine(stack, {x: RIGHT, y: PITCH, scale: 0.47, built: 0}));
  yield* all(lookAt(transformer), pile.figure.opacity(0.3, 0.5));
  yield* stack().build(1.6);
  // What was learned is what the machine is made of.
  const numbers = pile.numbers(view);
  yield* fadeIn(numbers, {seconds: 0.6, lag: 0});
  yield* stack().swallow(numbers, 3, -35);
  yield* stack().sweep(1.2);

  yield* waitUntil('question');
  const leaving = [generative, preTrained, strip(), pile.figure];
  const mark = questionMark(stack());
  yield* all(
    ...leaving.map(node => all(node.opacity(0, 0.7), node.y(node.y() - 60, 0.7))),
    delay(0.4, all(
      transformer.position([transformer.centred(TITLE_LINE.fontSize), TITLE_LINE.y], 1.3),
      transformer.fontSize(TITLE_LINE.fontSize, 1.3),
      stack().position([0, MACHINE.y], 1.3),
      stack().scale(1, 1.3),
      delay(0.8, mark.opacity(1, 0.5)),
    )),
  );
  const arrows: VectorArrow[] = [];
  const names: Word[] = [];
  view.add(
    <>
      {NAMES.map(({text, x}, index) => label(makeRef(names, index), text, x, MACHINE.y, {opacity: 0}))}
      {[FAR_INTO, FAR_OUT].map(({from, to}, index) => <VectorArrow ref={makeRef(arrows, index)} from={[...from]} to={[...to]} growth={0} />)}
    </>,
  );
  yield* all(names[0].opacity(1, 0.5), arrows[0].grow(0.8));
  yield* all(arrows[1].grow(0.8), delay(0.4, names[1].opacity(1, 0.5)));

  /** The word that is spoken of stands out. */
  function* lookAt(word: DrawerWord) {
    yield* all(...words.map(each => each.opacity(each === word ? 1 : 0.25, 0.5)));
  }
});
