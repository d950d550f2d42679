/** One more dial, and it is the author's to turn. */
import {Layout, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, waitUntil} from '@motion-canvas/core';
import {Equation, NumericVector, ProbabilityBars, Slider, fadeIn, fadeOut, softmax, size, theme} from 'lectern';
import {coldRun, hotRun, textSource} from './parts/countingModel';
import {candidates, logits} from './parts/scores';
import {sourceTag} from './parts/sourceTag';
import {writingPanel} from './parts/writingPanel';

const FORMULA = 'p_i = \\frac{e^{ {{x: x_i}} }}{\\sum_{j=1}^{n} e^{ {{y: x_j}} }}';
const WARMED = 'p_i = \\frac{e^{ {{x: x_i}} / {{t: T}} }}{\\sum_{j=1}^{n} e^{ {{y: x_j}} / {{u: T}} }}';

export default makeScene2D(function* (view) {
  const panel = createRef<Layout>();
  const dial = createRef<Slider>();
  const formula = createRef<Equation>();
  const tag = createRef<Txt>();
  const colors = {x: theme().logit, y: theme().logit, t: theme().temperature, u: theme().temperature};
  const greedy = createRef<Txt>();
  view.fill(() => theme().background);
  view.add(
    <>
      <Layout ref={panel} opacity={0}>
        <NumericVector values={logits} tint={() => theme().logit} fontSize={42} x={-640} y={10} />
        <ProbabilityBars
          words={[...candidates]}
          probabilities={() => softmax(logits, dial()?.value() ?? 1)}
          rest={false}
          decimals={1}
          width={460}
          x={-60}
          y={10}
        />
        <Equation ref={formula} tex={FORMULA} colors={colors} fontSize={64} position={[-190, -335]} />
      </Layout>
      <Slider ref={dial} label={'temperature T'} value={1} range={[0, 5]} decimals={1} length={460} color={() => theme().temperature} fontSize={44} position={[590, -60]} opacity={0} />
      <Txt ref={greedy} text={'always the highest: greedy'} fontFamily={() => theme().textFont} fontSize={size.body} fill={() => theme().muted} position={[590, 60]} opacity={0} />
    </>,
  );
  view.add(sourceTag(tag, 'scores: illustrative; probabilities: computed for every frame'));

  yield* waitUntil('dial');
  yield* all(panel().opacity(1, 0.8), tag().opacity(1, 0.6));
  yield* fadeIn(dial(), {seconds: 0.7});
  yield* formula().become(WARMED, {colors});

  yield* waitUntil('hot');
  yield* dial().slideTo(5, 2.5);

  yield* waitUntil('cold');
  yield* dial().slideTo(0.5, 2.2);

  yield* waitUntil('zero');
  yield* dial().slideTo(0, 1.2);
  yield* fadeIn(greedy(), {seconds: 0.5});

  yield* waitUntil('side-by-side');
  yield* all(fadeOut([panel(), dial(), greedy()], {seconds: 0.6}), tag().opacity(0, 0.4));
  tag().text(textSource);
  const cold = writingPanel(view, {x: -440, title: 'T = 0.2', run: coldRun});
  const hot = writingPanel(view, {x: 440, title: 'T = 3', run: hotRun});
  yield* all(cold.write(0.25), hot.write(0.25), tag().opacity(1, 0.8));

  yield* waitUntil('choose');
  yield* all(fadeOut([cold.box(), hot.box()], {seconds: 0.6}), tag().opacity(0, 0.4));
  dial().position([0, -60]);
  const ends = createRef<Layout>();
  view.add(
    <Layout ref={ends} y={60} opacity={0}>
      <End text={'the same again'} x={-230} />
      <End text={'anything goes'} x={230} />
    </Layout>,
  );
  yield* all(dial().opacity(1, 0.6), fadeIn(ends(), {seconds: 0.6}));
  yield* dial().slideTo(1, 1.4);
});

function End({text, x}: {text: string; x: number}) {
  return <Txt text={text} x={x} fontFamily={() => theme().textFont} fontSize={size.label} fill={() => theme().muted} />;
}
