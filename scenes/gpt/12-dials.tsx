/** A real small machine learns in front of us: 260 dials, four names, pictures of 8 x 8 pixels. */
import {Layout, Line, Txt, makeScene2D, type View2D} from '@motion-canvas/2d';
import {all, createRef, createSignal, deepLerp, delay, waitFor, waitUntil} from '@motion-canvas/core';
import {CodeListing, DialPanel, HighlightRect, ProbabilityBars, VectorArrow, fadeIn, fadeOut, formatInteger, size, theme} from 'lectern';
import {Word} from '../../src/components/Word';
import {arithmeticCaption, arithmeticRow, arithmeticSource} from './parts/arithmeticRow';
import {PANEL, dialSettings, dialsAndWeights} from './parts/dialsAndWeights';
import {PixelPicture} from './parts/pixelPicture';
import {UNSEEN, answer, learn, learned, lessons, mast, namedRight, names, netSource, pixelsOf, snapshot, untrained} from './parts/pictureNet';
import {sourceTag} from './parts/sourceTag';

const PICTURE = {x: -610, y: -60, side: 320};
const FIRST = snapshot('lighthouse', 'first');

export default makeScene2D(function* (view) {
  view.fill(() => theme().background);
  const before = showArithmetic(view);

  yield* waitUntil('task');
  const pixels = createSignal<number[]>(pixelsOf('lighthouse'), deepLerp);
  const picture = createRef<Layout>();
  const code = createRef<CodeListing>();
  const strike = createRef<Line>();
  const exception = createRef<Word>();
  view.add(
    <>
      <PixelPicture ref={picture} pixels={pixels} {...PICTURE} opacity={0} />
      <CodeListing ref={code} code={"if (tall && thin)\n  return 'lighthouse'"} fontSize={52} x={240} y={-60} shown={0} opacity={0} />
      <Line ref={strike} points={[[-60, 30], [540, -150]]} stroke={() => theme().bad} lineWidth={8} lineCap={'round'} end={0} />
      <Word ref={exception} text="a ship’s mast" fontSize={size.label} color={() => theme().muted} x={PICTURE.x} y={170} opacity={0} />
    </>,
  );
  yield* all(fadeOut(before, {seconds: 0.6, lag: 0}), delay(0.4, fadeIn(picture(), {seconds: 0.6})));
  yield* all(fadeIn(code(), {seconds: 0.4}), code().reveal(0.5));
  yield* waitFor(1);
  yield* all(pixels(mast, 0.7), delay(0.3, fadeIn(exception(), {seconds: 0.5})));
  yield* strike().end(1, 0.6);

  yield* waitUntil('dials');
  const panel = createRef<DialPanel>();
  const bars = createRef<ProbabilityBars>();
  const into = createRef<VectorArrow>();
  const outOf = createRef<VectorArrow>();
  const tag = createRef<Txt>();
  const upright = dialSettings(untrained).map(row => row.map(() => 0.5));
  view.add(
    <>
      <DialPanel ref={panel} values={upright} radius={PANEL.radius} pitch={PANEL.pitch} x={-40} y={PICTURE.y} shown={0} />
      <ProbabilityBars ref={bars} words={names} probabilities={answer(untrained, FIRST)} rest={false} width={480} rowHeight={70} x={610} y={PICTURE.y} grown={0} />
      <FlowArrow ref={into} from={-428} to={-344} />
      <FlowArrow ref={outOf} from={263} to={338} />
    </>,
  );
  view.add(sourceTag(tag, netSource));
  yield* fadeOut([code(), strike(), exception()], {seconds: 0.6, lag: 0});
  yield* all(pixels(FIRST, 0.8), panel().appear(2), into().grow(0.8));
  yield* all(outOf().grow(0.6), fadeIn(tag(), {seconds: 0.6}));

  yield* waitUntil('random');
  yield* panel().turnAllTo(dialSettings(untrained), 0.9);
  yield* bars().unfold(0.8);
  const right = createSignal(namedRight(untrained));
  const score = createRef<Layout>();
  view.add(
    <Layout ref={score} position={[610, 165]} opacity={0}>
      <Word text={() => `${formatInteger(Math.round(right()))} of ${formatInteger(UNSEEN)}`} fontSize={52} />
      <Word text="unseen pictures named right" fontSize={size.body} weight={400} color={() => theme().muted} y={56} />
    </Layout>,
  );
  yield* fadeIn(score(), {seconds: 0.4});

  yield* waitUntil('example');
  const truth = createRef<HighlightRect>();
  view.add(<HighlightRect ref={truth} around={bars().row(names.indexOf('lighthouse'))} drawn={0} padding={2} />);
  yield* waitFor(0.6);
  yield* truth().trace(0.7);
  let parameters = untrained;
  for (let turn = 0; turn < 3; turn++) {
    yield* waitFor(0.4);
    parameters = learn(parameters, FIRST, 'lighthouse');
    yield* all(right(namedRight(parameters), 0.9), panel().turnAllTo(dialSettings(parameters), 0.9), bars().probabilities(answer(parameters, FIRST), 0.9));
  }

  yield* waitUntil('many');
  const count = createSignal(1);
  const note = createRef<Word>();
  view.add(<Word ref={note} text={() => `example ${Math.round(count())}`} fontSize={size.body} color={() => theme().muted} x={PICTURE.x} y={170} opacity={0} />);
  yield* all(truth().opacity(0, 0.3), note().opacity(1, 0.3));
  for (const {lesson, number, seconds} of risingPace()) {
    yield* all(
      pixels([...lesson.pixels], seconds),
      panel().turnAllTo(dialSettings(lesson.after), seconds),
      bars().probabilities(answer(lesson.after, lesson.pixels), seconds),
      count(number, seconds),
      right(namedRight(lesson.after), seconds),
    );
  }
  const unseen = snapshot('ship', 'never shown');
  const ring = createRef<HighlightRect>();
  view.add(<HighlightRect ref={ring} around={bars().row(names.indexOf('ship'))} drawn={0} padding={2} color={() => theme().good} />);
  yield* all(pixels(unseen, 0.5), bars().probabilities(answer(learned, unseen), 0.5), note().opacity(0, 0.3));
  note().text('unseen');
  yield* all(ring().trace(0.5), note().opacity(1, 0.4));

  yield* waitUntil('names');
  const closing = dialsAndWeights(learned);
  yield* all(
    fadeOut([picture(), note(), score(), bars(), ring(), into(), outOf()], {seconds: 0.6, lag: 0}),
    panel().position(closing.dials.position(), 1),
  );
  closing.matrix.written(0).bracketGrowth(0);
  view.add([closing.matrix, ...closing.names.map(name => name.opacity(0))]);
  yield* fadeIn(closing.names[0], {seconds: 0.5});
  yield* all(closing.matrix.write(1.2), fadeIn(closing.names[1], {seconds: 0.8}));
});

/** The last picture of scene 11. */
function showArithmetic(view: View2D) {
  const caption = createRef<Word>();
  const tag = createRef<Txt>();
  const row = arithmeticRow(1);
  view.add([...row, arithmeticCaption(caption, 1), sourceTag(tag, arithmeticSource)]);
  tag().opacity(1);
  return [...row, caption(), tag()];
}

/** An arrow between the stations, not yet drawn. */
function FlowArrow({ref, from, to}: {ref: (arrow: VectorArrow) => void; from: number; to: number}) {
  return <VectorArrow ref={ref} from={[from, PICTURE.y]} to={[to, PICTURE.y]} color={() => theme().muted} growth={0} />;
}

/** Lessons that are shown: the first ones slowly, then ever more of them between two that are seen. */
function risingPace() {
  const shown = [];
  for (let number = 1, index = 0; number <= lessons.length; number += Math.round(1.18 ** index++)) {
    shown.push({lesson: lessons[number - 1], number: number + 1, seconds: Math.max(0.12, 0.45 * 0.85 ** index)});
  }
  return [...shown, {lesson: lessons.at(-1)!, number: lessons.length + 1, seconds: 0.12}];
}
