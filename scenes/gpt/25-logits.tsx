/** Two names to keep, and what they do not depend on. */
import {Layout, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, createSignal, waitUntil} from '@motion-canvas/core';
import {NumberLine, NumericVector, Pin, ProbabilityBars, fadeIn, fadeOut, laggedStart, size, softmax, theme} from 'lectern';
import {candidates, logits} from './parts/scores';
import {sourceTag} from './parts/sourceTag';

export default makeScene2D(function* (view) {
  /** What is added to every score. */
  const shift = createSignal(0);
  /** 1 where all scores are alike. */
  const levelled = createSignal(0);
  const current = () => logits.map(score => (score + shift()) * (1 - levelled()));

  const scores = createRef<NumericVector>();
  const bars = createRef<ProbabilityBars>();
  const names = createRef<Layout>();
  const tag = createRef<Txt>();
  view.fill(() => theme().background);
  view.add(
    <>
      <NumericVector ref={scores} values={current} tint={() => theme().logit} fontSize={42} x={-560} y={-110} written={0} bracketGrowth={0} />
      <ProbabilityBars ref={bars} rest={false} words={[...candidates]} probabilities={() => softmax(current())} decimals={1} grown={0} x={250} y={-110} opacity={0} />
      <Layout ref={names}>
        <Name text={'logits'} x={-560} color={() => theme().logit} />
        <Name text={'probabilities'} x={250} color={() => theme().probability} />
      </Layout>
    </>,
  );
  view.add(sourceTag(tag, 'logits: illustrative; probabilities: their softmax'));
  const [logitName, probabilityName] = names().children() as Txt[];

  yield* waitUntil('logits');
  yield* all(scores().bracketGrowth(1, 0.8), scores().written(1, 1), fadeIn(tag(), {seconds: 0.6}));
  yield* fadeIn(logitName, {seconds: 0.6});

  yield* waitUntil('probabilities');
  yield* all(bars().opacity(1, 0.4), bars().unfold(1));
  yield* fadeIn(probabilityName, {seconds: 0.6});

  yield* waitUntil('gaps');
  const line = createRef<NumberLine>();
  const pins: Pin[] = [];
  view.add(
    <NumberLine ref={line} range={[-6, 6]} numberStep={2} length={1300} y={290} drawn={0}>
      {logits.map((_, index) => {
        const pin = (<Pin at={() => current()[index]} label={''} color={() => theme().logit} opacity={0} />) as Pin;
        pins.push(pin);
        return pin;
      })}
    </NumberLine>,
  );
  yield* all(line().unfold(0.7), tag().opacity(0, 0.3));
  yield* laggedStart(pins, (pin, seconds) => pin.opacity(1, seconds), {seconds: 0.7, lag: 0.3});
  yield* shift(2, 1.2);
  yield* shift(-3, 1.6);
  yield* shift(0, 1);

  yield* waitUntil('guess');
  yield* levelled(1, 1.6);
  const guess = createRef<Txt>();
  view.add(<Txt ref={guess} text={'best guess?'} fontFamily={() => theme().textFont} fontSize={size.heading} fill={() => theme().highlight} position={[250, 120]} opacity={0} />);
  yield* all(fadeIn(guess(), {seconds: 0.6}), fadeOut(line(), {seconds: 0.6}));
});

function Name({text, x, color}: {text: string; x: number; color: () => string}) {
  return <Txt text={text} x={x} y={-370} fontFamily={() => theme().textFont} fontWeight={600} fontSize={size.heading} fill={color} opacity={0} />;
}
