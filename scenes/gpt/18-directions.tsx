/** The step from one word to another is a thing: it is picked up, carried, and put down. */
import {Circle, Layout, Txt, makeScene2D, type View2D} from '@motion-canvas/2d';
import {all, createRef, makeRef, waitFor, waitUntil, type Reference} from '@motion-canvas/core';
import {
  DirectionLines,
  Equation,
  HighlightRect,
  Plane,
  Ripples,
  VectorArrow,
  type VectorArrowProps,
  analogy,
  fadeIn,
  fadeOut,
  formatNumber,
  laggedStart,
  size,
  theme,
} from 'lectern';
import words from '../../assets/words/lectern-words.json';
import {planeOfAnalogy, type AnalogyPlane} from './parts/planeOfAnalogy';
import {sourceTag} from './parts/sourceTag';

/** Arrows, order, equation and figures all read this one object. */
const royal = analogy({plus: ['king', 'woman'], minus: ['man']}, words);
const capital = analogy({plus: ['paris', 'japan'], minus: ['france']}, words);

export default makeScene2D(function* (view) {
  const plane = createRef<Plane>();
  const equation = createRef<Equation>();
  const tag = createRef<Txt>();
  const space = planeOfAnalogy(royal, ['man', 'woman'], words);
  view.fill(() => theme().background);
  view.add(
    <>
      <Plane ref={plane} xRange={[-4.2, 4.2]} yRange={[-0.9, 4.1]} unit={143} y={40} drawn={0} />
      <Equation ref={equation} tex={space.tex} colors={space.colors} y={-425} written={0} fontSize={72} />
    </>,
  );
  view.add(sourceTag(tag, `computed from ${words.words.length} word vectors of ${words.dimension} numbers, learned by this project from a text of its own`));

  const {wordArrow, arrow} = arrowsIn(plane(), space);

  yield* waitUntil('two-words');
  yield* all(plane().unfold(1.2), fadeIn(tag(), {seconds: 1}));
  const man = wordArrow('man');
  const woman = wordArrow('woman');
  yield* man.grow(0.8);
  yield* woman.grow(0.8);

  yield* waitUntil('difference');
  const step = arrow({from: space.at('man'), to: space.at('woman'), color: theme().highlight});
  yield* all(step.grow(1), man.opacity(0.4, 0.6), woman.opacity(0.4, 0.6));

  yield* waitUntil('carry-over');
  const king = wordArrow('king');
  yield* king.grow(0.9);
  yield* waitFor(0.2);
  const carried = (yield* step.copyTo(space.at('king'), 1.4)) as VectorArrow;
  const landing = createRef<Circle>();
  plane().add(<Circle ref={landing} position={() => plane().toStage(space.sum)} size={26} stroke={() => theme().highlight} lineWidth={5} scale={0} />);
  yield* landing().scale(1, 0.4);

  yield* waitUntil('nearest');
  const ripples = createRef<Ripples>();
  plane().add(<Ripples ref={ripples} at={space.sum} />);
  const near = royal.answers.slice(0, 5).map(({word, cosine}) => ({word, text: `${word}  ${formatNumber(cosine, {decimals: 2})}`}));
  const list: Txt[] = [];
  view.add(
    <Layout layout direction={'column'} gap={14} alignItems={'end'} offset={[1, -1]} position={[860, -330]}>
      {near.map(({text}, index) => (
        <Txt ref={makeRef(list, index)} text={text} fontFamily={() => theme().textFont} fontSize={size.body} fill={() => (index === 0 ? theme().ink : theme().muted)} opacity={0} />
      ))}
    </Layout>,
  );
  const queen = wordArrow('queen');
  yield* all(ripples().spread(2.4), laggedStart(list, (text, seconds) => text.opacity(1, seconds), {seconds: 1.6, lag: 0.4}));
  yield* queen.grow(0.9);

  yield* waitUntil('equation');
  yield* all(equation().write(1.2), fadeOut(list, {seconds: 0.5}));
  const box = createRef<HighlightRect>();
  view.add(<HighlightRect ref={box} around={equation().part(royal.terms[0].word)} drawn={0} />);
  yield* box().trace(0.4);
  yield* king.pulse(0.6);
  yield* box().passTo(equation().part('man'), 0.3);
  yield* all(man.pulse(0.6), carried.pulse(0.6));
  yield* box().passTo(equation().part('woman'), 0.3);
  yield* woman.pulse(0.6);
  yield* box().passTo(equation().part('queen'), 0.3);
  yield* queen.pulse(0.6);

  yield* waitUntil('own');
  const best = royal.answers[0];
  yield* all(box().opacity(0, 0.4), tag().opacity(0, 0.4));
  tag().text(`nearest of ${words.words.length} words to the exact sum: ${best.word}, cosine ${formatNumber(best.cosine, {decimals: 3})}; the plane keeps 2 of ${words.dimension} directions`);
  yield* tag().opacity(1, 0.6);

  yield* waitUntil('again');
  const first = [man, woman, king, queen, step, carried];
  yield* all(fadeOut([...first, landing()], {seconds: 0.6}), equation().opacity(0, 0.6));
  yield* secondAnalogy(plane, view, tag);

  yield* waitUntil('why');
  const streaks = createRef<DirectionLines>();
  plane().add(<DirectionLines ref={streaks} direction={planeOfAnalogy(capital, ['france', 'paris'], words).step} count={120} />);
  yield* streaks().sweep(3.5);
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

/** The same moves at twice the speed: from a country to its capital. */
function* secondAnalogy(plane: Reference<Plane>, view: View2D, tag: Reference<Txt>) {
  const space = planeOfAnalogy(capital, ['france', 'paris'], words);
  const {wordArrow, arrow} = arrowsIn(plane(), space);
  const country = wordArrow('france');
  const city = wordArrow('paris');
  yield* all(country.grow(0.5), city.grow(0.5), tag().opacity(0, 0.3));
  const step = arrow({from: space.at('france'), to: space.at('paris'), color: theme().highlight});
  yield* step.grow(0.5);
  const other = wordArrow('japan');
  yield* other.grow(0.5);
  yield* step.copyTo(space.at('japan'), 0.8);
  const answer = wordArrow(capital.answers[0].word);
  const equation = createRef<Equation>();
  view.add(<Equation ref={equation} tex={space.tex} colors={space.colors} y={-425} written={0} fontSize={72} />);
  yield* all(answer.grow(0.6), equation().write(1));
  tag().text(`nearest to the exact sum: ${capital.answers[0].word}, cosine ${formatNumber(capital.answers[0].cosine, {decimals: 3})}`);
  yield* tag().opacity(1, 0.5);
}
