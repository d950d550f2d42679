/** Lanes through many blocks: what the passage says gathers in the last lane, and the last vector is read. */
import {Circle, Line, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, delay, linear, waitFor, waitUntil, type Reference} from '@motion-canvas/core';
import {
  BraceLabel,
  NumericMatrix,
  NumericVector,
  ProbabilityBars,
  TextPage,
  TokenStrip,
  VectorArrow,
  fadeIn,
  fadeOut,
  laggedStart,
  moveAlongArc,
  size,
  softmax,
  theme,
} from 'lectern';
import {Word} from '../../src/components/Word';
import {beam} from './parts/beam';
import {entriesOf} from './parts/entries';
import {gpt3} from './parts/gpt3';
import {GrownText, appended, written} from './parts/grownText';
import {FLOOR, LANES, LAST, laneY, makeLanes} from './parts/lanes';
import {BigMatrix, BigResult, BigVector, Equals, ILLUSTRATIVE} from './parts/matrixTimesVector';
import {candidates, shares} from './parts/scores';
import {pieces} from './parts/sentence';
import {shownWord} from './parts/shownWord';
import {sourceTag} from './parts/sourceTag';

/** After " home": our own guess at what might follow, illustrative scores. */
const NEXT = {words: ['.', 'safely', 'again', ',', 'to', 'one'].map(shownWord), shares: softmax([2.1, 1.9, 1.2, 0.9, 0.3, -1.2])};

export default makeScene2D(function* (view) {
  const matrix = createRef<NumericMatrix>();
  const [vector, result] = [createRef<NumericVector>(), createRef<NumericVector>()];
  const equals = createRef<Word>();
  const tag = createRef<Txt>();
  view.fill(() => theme().background);
  view.add([<BigMatrix ref={matrix} />, <BigVector ref={vector} />, <Equals ref={equals} />, <BigResult ref={result} />, sourceTag(tag, ILLUSTRATIVE)]);
  tag().opacity(1);

  yield* waitUntil('repeat');
  const lanes = makeLanes();
  const brace = createRef<BraceLabel>();
  view.add([...lanes.blocks.map(([box]) => box), ...lanes.others, ...lanes.last, ...lanes.blocks.map(([, name]) => name), ...lanes.chips]);
  view.add(<BraceLabel ref={brace} of={{from: [-555, FLOOR], to: [LANES.end - 40, FLOOR]}} count={gpt3.layers} label={'times, in GPT-3'} growth={0} />);
  const dots = createRef<Word>();
  view.add(<Word ref={dots} text={'…'} x={720} y={-55} fontSize={size.title} color={() => theme().muted} opacity={0} />);
  yield* all(
    fadeOut([matrix(), vector(), equals(), result(), tag()], {seconds: 0.6, lag: 0}),
    delay(0.3, laggedStart(lanes.chips, (chip, seconds) => chip.opacity(1, seconds), {seconds: 0.8, lag: 0.1})),
  );
  yield* laggedStart(lanes.blocks, (block, seconds) => all(...block.map(node => node.opacity(1, seconds))), {seconds: 2.4, lag: 0.7});
  yield* all(dots().opacity(1, 0.4), brace().unfoldAndCount(1));

  yield* waitUntil('gather');
  yield* all(dots().opacity(0, 0.6), lanes.front(LANES.end, 4.2, linear));

  yield* waitUntil('last');
  const end = createRef<Circle>();
  view.add(<Circle ref={end} size={30} position={[LANES.end, laneY(LAST)]} fill={() => theme().highlight} scale={0} />);
  yield* all(
    end().scale(1, 0.6),
    brace().opacity(0, 0.6),
    ...[...lanes.others, ...lanes.blocks.flat(), ...lanes.chips.slice(0, LAST)].map(node => node.opacity(node.opacity() * 0.2, 0.8)),
  );
  const chip = createRef<TokenStrip>();
  const column = createRef<NumericVector>();
  const page = createRef<TextPage>();
  view.add(
    <>
      <NumericVector ref={column} values={entriesOf(' came at the end')} dots={-2} fontSize={36} rowPitch={1.5} position={[LANES.end, laneY(LAST)]} scale={0} />
      <TokenStrip ref={chip} pieces={[pieces[LAST]]} fontSize={46} position={lanes.chips[LAST].position()} opacity={0} />
      <GrownText ref={page} typed={written.before} opacity={0} />
    </>,
  );
  const whole = [...lanes.others, ...lanes.last, ...lanes.blocks.flat(), ...lanes.chips];
  yield* all(
    fadeOut([...whole, end()], {seconds: 1, lag: 0}),
    moveAlongArc(column(), [-560, 60], {seconds: 1.3, degrees: -30}),
    column().scale(1, 1.3),
    chip().opacity(1, 0.5),
    moveAlongArc(chip(), [-560, -222], {seconds: 1.3, degrees: 20}),
    delay(0.9, page().opacity(1, 0.6)),
  );
  const light = createRef<Line>();
  const unknown = createRef<Word>();
  view.add(
    <>
      {beam(light, {from: [-490, 60], to: [-130, 60], spread: 480})}
      <Word ref={unknown} text={'?'} x={-40} y={60} fontSize={120} weight={400} opacity={0} />
    </>,
  );
  yield* all(light().opacity(1, 1), unknown().opacity(1, 1));

  yield* waitUntil('bars');
  const bars = createRef<ProbabilityBars>();
  view.add(
    <>
      <NextTokens ref={bars} words={candidates} probabilities={shares} />
    </>,
  );
  tag().text('illustrative vector and scores; shares computed from the scores');
  yield* all(unknown().opacity(0, 0.5), fadeIn(tag(), {seconds: 1}), delay(0.4, bars().unfold(1.4)));

  yield* waitUntil('loop');
  const arrows = [
    (<VectorArrow from={[690, -190]} to={[690, -350]} color={() => theme().muted} growth={0} />) as VectorArrow,
    (<VectorArrow from={[-560, -350]} to={[-560, -275]} color={() => theme().muted} growth={0} />) as VectorArrow,
  ];
  view.add(arrows);
  yield* bars().sample({on: 0, draws: 4, seconds: 1.1});
  yield* all(arrows[0].grow(0.5), page().takeIn(bars().label(0), 0.9));
  yield* arrows[1].grow(0.3);
  const home = createRef<TokenStrip>();
  const next = createRef<ProbabilityBars>();
  view.add([
    <TokenStrip ref={home} pieces={[appended[0]]} fontSize={46} position={chip().position()} opacity={0} />,
    <NextTokens ref={next} words={NEXT.words} probabilities={NEXT.shares} />,
  ]);
  yield* all(chip().opacity(0, 0.4), home().opacity(1, 0.4), column().become(entriesOf(' home at the end'), 0.6), bars().opacity(0, 0.4), light().opacity(0.3, 0.4));
  yield* all(next().unfold(0.6), light().opacity(1, 0.5));
  yield* next().sample({on: 1, draws: 3, seconds: 0.7});
  yield* page().takeIn(next().label(1), 0.7);
  yield* waitFor(0.5);
  yield* all(page().settle(0.6), fadeOut(view.children().filter(node => node !== page()), {seconds: 0.6, lag: 0}));
});

/** What may come next, at its place on the right. */
function NextTokens({ref, words, probabilities}: {ref: Reference<ProbabilityBars>; words: readonly string[]; probabilities: readonly number[]}) {
  return <ProbabilityBars ref={ref} words={[...words]} probabilities={probabilities} decimals={1} full={0.8} width={880} rowHeight={74} barHeight={36} fontSize={size.label} labelWidth={160} x={330} y={60} grown={0} />;
}
