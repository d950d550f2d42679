/** Two names to keep, and what they do not depend on. */
import {Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, createSignal, delay, waitFor, waitUntil} from '@motion-canvas/core';
import {NumberLine, Slider, fadeIn, fadeOut, formatNumber, size, smooth, theme} from 'lectern';
import {Word} from '../../src/components/Word';
import {inARow} from './parts/inARow';
import {logitPoints} from './parts/logitPoints';
import {logits} from './parts/scores';
import {COLUMN, DIAL, dialEnds, header, logitsAndProbabilities, sharesSource} from './parts/softmaxTable';
import {sourceTag} from './parts/sourceTag';

export default makeScene2D(function* (view) {
  /** What is added to every score. */
  const shift = createSignal(0);
  /** 1 where all scores are alike. */
  const levelled = createSignal(0);
  const current = () => logits.map(score => (score + shift()) * (1 - levelled()));

  view.fill(() => theme().background);
  const {rows, logitName, through, softmaxName, shareName} = logitsAndProbabilities(current);
  const symbol = header('{{x: x_i}}', COLUMN.scores, {x: theme().logit});
  const ends = dialEnds();
  const dial = createRef<Slider>();
  const tag = createRef<Txt>();
  for (const node of [logitName, softmaxName, shareName]) node.opacity(0);
  through.end(0);
  view.add([...rows, logitName, through, softmaxName, shareName, symbol, ...ends]);
  view.add(<Slider ref={dial} label={'temperature T'} value={1} range={[0, 5]} decimals={1} color={() => theme().temperature} {...DIAL} />);
  view.add(sourceTag(tag, sharesSource));
  tag().opacity(1);

  yield* waitUntil('logits');
  yield* fadeOut([dial(), ...ends, symbol], {seconds: 0.5, lag: 0});
  yield* fadeIn(logitName, {seconds: 0.6});

  yield* waitUntil('probabilities');
  yield* all(through.end(1, 0.8), fadeIn(softmaxName, {seconds: 0.6}));
  yield* fadeIn(shareName, {seconds: 0.6});

  yield* waitUntil('gaps');
  const line = createRef<NumberLine>();
  view.add(<NumberLine ref={line} range={[-6, 6]} numberStep={2} length={1480} y={335} drawn={0} />);
  const points = logitPoints(line(), current);
  line().add(points.node);
  const look = {fontSize: size.body, weight: 400, color: () => theme().logit, y: 24, opacity: 0} as const;
  const amount = (<Word text={() => formatNumber(shift(), {decimals: 1, sign: 'always'})} family={() => theme().numberFont} {...look} />) as Word;
  const added = [amount, (<Word text={'to every logit'} {...look} />) as Word];
  inARow(added, 12, softmaxName.x());
  view.add(added);
  yield* all(line().unfold(0.7), delay(0.3, all(points.appear(0.8), fadeIn(added, {seconds: 0.8, lag: 0}))));
  yield* shift(2, 1.2, smooth);
  yield* waitFor(0.2);
  yield* shift(-2.6, 1.5, smooth);
  yield* shift(0, 0.9, smooth);

  yield* waitUntil('guess');
  yield* all(points.fadeGaps(0.4), fadeOut(added, {seconds: 0.4, lag: 0}));
  yield* levelled(1, 1.6, smooth);
  const guess = createRef<Word>();
  view.add(<Word ref={guess} text={'best guess?'} fontSize={size.heading} weight={600} color={() => theme().highlight} position={[600, -30]} opacity={0} />);
  yield* waitFor(2);
  yield* fadeIn(guess(), {seconds: 0.6});
  yield* waitFor(1.8);
  yield* all(fadeOut([guess(), line(), tag()], {seconds: 0.6, lag: 0}), levelled(0, 0.9, smooth));
});
