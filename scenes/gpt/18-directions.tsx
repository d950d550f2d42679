/** The step from one word to another is a thing: it is picked up, carried, and put down. */
import {Circle, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, delay, waitFor, waitUntil} from '@motion-canvas/core';
import {
  Equation,
  HighlightRect,
  Plane,
  Ripples,
  VectorArrow,
  type VectorArrowProps,
  add,
  analogy,
  fadeIn,
  fadeOut,
  formatNumber,
  laggedStart,
  nearestNeighbours,
  safe,
  size,
  subtract,
  theme,
} from 'lectern';
import words from '../../assets/words/lectern-words.json';
import {Word} from '../../src/components/Word';
import {columnSum, shownEntries, tellingEntries} from './parts/columnSum';
import {embeddingShelf} from './parts/embeddingShelf';
import {planeOfAnalogy, type AnalogyPlane} from './parts/planeOfAnalogy';
import {manyPairs, pairsSource} from './parts/manyPairs';
import {sayInstead, sourceTag} from './parts/sourceTag';

/** Arrows, order, equation and figures all read this one object. */
const royal = analogy({plus: ['king', 'woman'], minus: ['man']}, words);
/** What lies nearest to where the sum lands: of all words, those of the sum itself not left out. */
const nearest = nearestNeighbours(words, royal.vector, {count: 5});
/** The plane stands right of the middle, the columns at its left, the list at its right. */
const PLANE = {x: 140, y: 0, unit: 150} as const;
const COLUMNS = {x: -548, y: 20} as const;

/** Of 64 entries, the six in which the step is largest are shown. */
const places = tellingEntries(words, ['man', 'woman'], 6);
const entries = (word: string) => shownEntries(words, word, places);
const stepEntries = subtract(entries('woman'), entries('man'));

export default makeScene2D(function* (view) {
  view.fill(() => theme().background);
  const {stand, firstLine} = embeddingShelf();
  const tag = createRef<Txt>();
  const plane = createRef<Plane>();
  const equation = createRef<Equation>();
  const space = planeOfAnalogy(royal, ['man', 'woman'], words);
  view.add([stand, firstLine]);
  view.add(
    <>
      <Plane ref={plane} xRange={[-2.4, 2.4]} yRange={[-0.5, 4.2]} unit={PLANE.unit} x={PLANE.x} y={PLANE.y} drawn={0} />
      <Equation ref={equation} tex={space.tex} colors={space.colors} x={PLANE.x} y={-418} written={0} fontSize={72} />
    </>,
  );
  view.add(sourceTag(tag, 'computed from the sizes in the paper (Brown et al., 2020)'));
  tag().opacity(1);
  const {wordArrow, arrow} = arrowsIn(plane(), space);
  const named = (word: string) => ({name: word, color: () => space.colorOf(word), values: entries(word)});
  const step = {name: 'step', color: () => theme().highlight, values: stepEntries};

  yield* waitUntil('two-words');
  yield* all(fadeOut([stand, firstLine], {seconds: 0.6, lag: 0}), tag().opacity(0, 0.4), delay(0.2, plane().unfold(1)));
  tag().text(`${words.words.length} word vectors of ${words.dimension} numbers, learned by this project; shown: the ${places.length} in which the step is largest, rounded`);
  const difference = columnSum([named('woman'), named('man'), step], ['−', '=']);
  view.add(difference.node.position([COLUMNS.x, COLUMNS.y]));
  const man = wordArrow('man');
  const woman = wordArrow('woman');
  const [ofWoman, ofMan, ofStep] = difference.columns;
  yield* all(man.grow(0.8), fadeIn(ofMan, {seconds: 0.7}), fadeIn(tag(), {seconds: 0.8}));
  yield* all(woman.grow(0.8), fadeIn(ofWoman, {seconds: 0.7}));

  yield* waitUntil('difference');
  const between = arrow({from: space.at('man'), to: space.at('woman'), color: theme().highlight});
  yield* all(fadeIn(difference.signs[0], {seconds: 0.5}), difference.show(2, 1), man.opacity(0.4, 0.6), woman.opacity(0.4, 0.6));
  yield* between.grow(1);

  yield* waitUntil('carry-over');
  const landing = columnSum([named('king'), step, {name: '?', color: () => theme().highlight, values: add(entries('king'), stepEntries)}], ['+', '=']);
  view.add(landing.node.position([COLUMNS.x, COLUMNS.y]));
  const king = wordArrow('king');
  // The column of the step stays: it only moves to where it is added.
  yield* all(fadeOut([ofWoman, ofMan, ...difference.signs], {seconds: 0.4, lag: 0}), delay(0.3, difference.slide(2, 1)), delay(0.2, king.grow(0.9)));
  yield* fadeIn([landing.columns[0], landing.signs[0]], {seconds: 0.5, lag: 0});
  const carried = (yield* between.copyTo(space.at('king'), 1.4)) as VectorArrow;
  const cross = createRef<Circle>();
  plane().add(<Circle ref={cross} position={() => plane().toStage(space.sum)} size={26} stroke={() => theme().highlight} lineWidth={5} scale={0} />);
  yield* all(cross().scale(1, 0.4), landing.show(2, 0.6));

  yield* waitUntil('nearest');
  const ripples = createRef<Ripples>();
  plane().add(<Ripples ref={ripples} at={space.sum} />);
  const list = nearest.map(({word, cosine}, index) => answerLine(`${word}  ${formatNumber(cosine, {decimals: 2})}`, index));
  view.add(list);
  const queen = wordArrow('queen');
  yield* all(ripples().spread(2.2), laggedStart(list, (line, seconds) => line.opacity(1, seconds), {seconds: 1.6, lag: 0.4}));
  yield* queen.grow(0.8);

  yield* waitUntil('equation');
  yield* equation().write(1);
  const box = createRef<HighlightRect>();
  view.add(<HighlightRect ref={box} around={equation().part('king')} drawn={0} padding={8} />);
  yield* all(box().trace(0.4), king.pulse(0.6));
  yield* all(box().passTo(equation().part('man'), 0.3), delay(0.2, man.pulse(0.6)));
  yield* all(box().passTo(equation().part('woman'), 0.3), delay(0.2, all(woman.pulse(0.6), carried.pulse(0.6))));
  yield* all(box().passTo(equation().part('queen'), 0.3), delay(0.2, queen.pulse(0.6)));

  yield* waitUntil('own');
  const [best] = nearest;
  yield* all(
    box().opacity(0, 0.4),
    plane().opacity(0.3, 0.8),
    sayInstead(tag(), `nearest of all ${words.words.length} words: ${best.word}, cosine ${formatNumber(best.cosine, {decimals: 3})}; the plane keeps 2 of ${words.dimension} directions`),
  );
  yield* waitFor(2.2);
  yield* all(plane().opacity(1, 0.8), landing.node.opacity(0.3, 0.8), ofStep.opacity(0.3, 0.8));

  yield* waitUntil('again');
  const pairs = manyPairs();
  pairs.hide();
  view.add(pairs.nodes);
  yield* all(
    fadeOut([man, woman, king, queen, between, carried, cross(), landing.node, ofStep, equation(), box(), ...list], {seconds: 0.6, lag: 0}),
    plane().opacity(0, 0.6),
    sayInstead(tag(), pairsSource),
    delay(0.5, pairs.appear(2)),
  );
  yield* pairs.answer(2.4);

  yield* waitUntil('why');
  yield* pairs.sweep(3);
});

/** Makes arrows that have not grown yet: one to a word, or any other. */
function arrowsIn(plane: Plane, space: AnalogyPlane) {
  const arrow = (props: VectorArrowProps) => {
    const made = (<VectorArrow growth={0} {...props} />) as VectorArrow;
    plane.add(made);
    return made;
  };
  const wordArrow = (word: string, props: VectorArrowProps = {}) => arrow({to: space.at(word), label: word, color: space.colorOf(word), ...props});
  return {arrow, wordArrow};
}

/** One of the words near the landing, and how near it is. */
function answerLine(text: string, index: number): Word {
  const line = (<Word text={text} fontSize={size.body} weight={index === 0 ? 600 : 400} color={() => (index === 0 ? theme().ink : theme().muted)} y={-300 + index * 56} opacity={0} />) as Word;
  return line.x(safe.title.x - line.width() / 2);
}
