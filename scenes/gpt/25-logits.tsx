/** Two names to keep, and what they do not depend on. */
import {Line, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, createSignal, delay, waitFor, waitUntil} from '@motion-canvas/core';
import {NumberLine, Slider, fadeIn, fadeOut, size, smooth, softmax, theme} from 'lectern';
import {Word} from '../../src/components/Word';
import {logitPoints} from './parts/logitPoints';
import {logits} from './parts/scores';
import {COLUMN, DIAL, HEADER_Y, dialEnds, header, scoreColumn, shareBars, wordColumn} from './parts/softmaxTable';
import {sourceTag} from './parts/sourceTag';

export default makeScene2D(function* (view) {
  /** What is added to every score. */
  const shift = createSignal(0);
  /** 1 where all scores are alike. */
  const levelled = createSignal(0);
  const current = () => logits.map(score => (score + shift()) * (1 - levelled()));

  view.fill(() => theme().background);
  const words = wordColumn();
  const scores = scoreColumn(current);
  const chances = shareBars(() => softmax(current()));
  const symbol = header('{{x: x_i}}', COLUMN.scores, {x: theme().logit});
  const ends = dialEnds();
  const dial = createRef<Slider>();
  const tag = createRef<Txt>();
  view.add([...words, ...scores, ...chances.nodes, symbol, ...ends]);
  view.add(<Slider ref={dial} label={'temperature T'} value={1} range={[0, 5]} decimals={1} color={() => theme().temperature} {...DIAL} />);
  view.add(sourceTag(tag, 'scores: illustrative; probabilities: computed for every frame'));
  tag().opacity(1);

  yield* waitUntil('logits');
  const logitName = (<Word text="logits" fontSize={size.heading} weight={600} color={() => theme().logit} y={HEADER_Y} opacity={0} />) as Word;
  const shareName = (<Word text="probabilities" fontSize={size.heading} weight={600} color={() => theme().probability} y={HEADER_Y} opacity={0} />) as Word;
  logitName.x(COLUMN.scores - logitName.width() / 2);
  shareName.x(COLUMN.bars + shareName.width() / 2);
  view.add([logitName, shareName]);
  yield* fadeOut([dial(), ...ends, symbol], {seconds: 0.5, lag: 0});
  yield* fadeIn(logitName, {seconds: 0.6});

  yield* waitUntil('probabilities');
  const through = createRef<Line>();
  const softmaxName = createRef<Word>();
  view.add(
    <>
      <Line ref={through} points={[[COLUMN.scores + 60, -30], [COLUMN.bars - 60, -30]]} stroke={() => theme().muted} lineWidth={5} endArrow arrowSize={20} end={0} />
      <Word ref={softmaxName} text="softmax" fontSize={size.label} weight={400} color={() => theme().muted} x={(COLUMN.scores + COLUMN.bars) / 2} y={-72} opacity={0} />
    </>,
  );
  yield* all(through().end(1, 0.8), fadeIn(softmaxName(), {seconds: 0.6}));
  yield* fadeIn(shareName, {seconds: 0.6});

  yield* waitUntil('gaps');
  const line = createRef<NumberLine>();
  view.add(<NumberLine ref={line} range={[-6, 6]} numberStep={2} length={1480} y={335} drawn={0} />);
  const points = logitPoints(line(), current);
  line().add(points.node);
  yield* all(line().unfold(0.7), delay(0.3, points.appear(0.8)));
  yield* shift(2, 1.2, smooth);
  yield* waitFor(0.2);
  yield* shift(-2.6, 1.5, smooth);
  yield* shift(0, 0.9, smooth);

  yield* waitUntil('guess');
  yield* points.fadeGaps(0.4);
  yield* levelled(1, 1.6, smooth);
  const guess = createRef<Word>();
  view.add(<Word ref={guess} text={'best guess?'} fontSize={size.heading} weight={600} color={() => theme().highlight} position={[600, -30]} opacity={0} />);
  yield* fadeIn(guess(), {seconds: 0.6});
});
