/** One more dial, and it is the viewer's to turn: every score is divided by it before softmax. */
import {Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, delay, waitUntil} from '@motion-canvas/core';
import {Slider, fadeIn, fadeOut, formatNumber, size, smooth, softmax, theme} from 'lectern';
import {Word} from '../../src/components/Word';
import {coldRun, hotRun, textSource} from './parts/countingModel';
import {logits} from './parts/scores';
import {COLUMN, DIAL, WARM_SOFTMAX, dialEnds, finishedSoftmax, formulaColors, header, numberColumn, rowY, shareBars, sharesSource, softmaxSource} from './parts/softmaxTable';
import {sayInstead, sourceTag} from './parts/sourceTag';
import {writingPanel} from './parts/writingPanel';

export default makeScene2D(function* (view) {
  view.fill(() => theme().background);
  const dial = createRef<Slider>();
  const tag = createRef<Txt>();
  const greedy = createRef<Word>();
  const {words, scores, heads, made, formula} = finishedSoftmax();
  view.add(
    <>
      <Slider ref={dial} label={'temperature T'} value={1} range={[0, 5]} decimals={1} color={() => theme().temperature} {...DIAL} opacity={0} />
      <Word ref={greedy} text={'the highest: “greedy”'} fontSize={size.body} weight={400} color={() => theme().muted} x={510} y={rowY(1)} opacity={0} />
    </>,
  );
  // From here on every number and bar is that of the dial.
  const temperature = () => dial().value();
  const chances = shareBars(() => softmax(logits, temperature()));
  const cooled = numberColumn(COLUMN.powers, index => formatNumber(logits[index] / temperature(), {decimals: 1}), () => theme().logit);
  const cooledHead = header('{{x: x_i}} / {{t: T}}', COLUMN.powers, formulaColors());
  for (const node of [...cooled, cooledHead]) node.opacity(0);
  view.add([...words, ...scores, heads.scores, ...made, ...chances.nodes, ...cooled, cooledHead, formula]);
  view.add(sourceTag(tag, softmaxSource));
  tag().opacity(1);

  yield* waitUntil('dial');
  yield* all(fadeOut(made, {seconds: 0.7, lag: 0}), sayInstead(tag(), sharesSource), delay(0.5, fadeIn(dial(), {seconds: 0.7})));
  yield* all(fadeIn([cooledHead, ...cooled], {seconds: 0.9, lag: 0}), formula.become(WARM_SOFTMAX, {colors: formulaColors()}));

  yield* waitUntil('hot');
  yield* dial().slideTo(5, 2.5);

  yield* waitUntil('cold');
  yield* dial().slideTo(0.5, 2);

  yield* waitUntil('zero');
  yield* fadeOut([cooledHead, ...cooled, formula], {seconds: 0.4, lag: 0});
  // Nothing can be divided by zero: T = 0 is the limit, which softmax knows.
  for (const number of cooled) number.remove();
  yield* dial().slideTo(0, 1);
  yield* fadeIn(greedy(), {seconds: 0.5});

  yield* waitUntil('side-by-side');
  const rows = [...words, ...scores, heads.scores, ...chances.nodes];
  const cold = writingPanel(view, {x: -400, title: 'T = 0.2', run: coldRun});
  const hot = writingPanel(view, {x: 400, title: 'T = 3', run: hotRun});
  yield* all(
    fadeOut([...rows, dial(), greedy()], {seconds: 0.6, lag: 0}),
    sayInstead(tag(), `${textSource}; underlined: copied from it`),
    delay(0.4, all(cold.write(0.15), hot.write(0.15))),
  );
  yield* cold.showQuotations(4, 0.8);

  yield* waitUntil('choose');
  dial().value(0.3);
  const ends = dialEnds();
  for (const end of ends) end.opacity(0);
  view.add(ends);
  yield* all(
    fadeOut([cold.box(), hot.box()], {seconds: 0.5, lag: 0}),
    sayInstead(tag(), sharesSource),
    delay(0.4, fadeIn([...rows, dial(), ...ends], {seconds: 0.6, lag: 0})),
  );
  yield* dial().slideTo(1, 2, smooth);
});
