/** The stations of the loop: a text on top, the machine at the left, what it predicts in the middle, the wheel at the right. */
import {Line, type View2D} from '@motion-canvas/2d';
import {all, createRef, delay, makeRef, type ThreadGenerator} from '@motion-canvas/core';
import {ProbabilityBars, ProbabilityWheel, TextPage, VectorArrow, flyInto, laggedStart, moveAlongArc, size, theme, type SlabStack} from 'lectern';
import {Word} from '../../../src/components/Word';
import {beam} from './beam';
import {START, shownRun, wordCount, type Step} from './countingModel';
import {label as wordAt} from './machine';
import {shownWord} from './shownWord';

/** Where the machine stands in the loop. */
export const IN_LOOP = {x: -580, y: 75, scale: 0.62} as const;
const [BARS_X, WHEEL_X, TEXT_Y] = [0, 580, -400];
/** Half of the list with its names, px. */
const BARS_HALF = 290;

/** What happens at the stations, in order, and where that is written. */
const VERBS = [
  {text: 'predict', x: BARS_X, y: 352},
  {text: 'draw', x: WHEEL_X, y: 352},
  {text: 'append', x: WHEEL_X + 105, y: -225},
  {text: 'repeat', x: IN_LOOP.x - 95, y: -225},
] as const;
export type Verb = (typeof VERBS)[number]['text'];

export function loopStage(view: View2D, machine: SlabStack) {
  const [page, bars, wheel, light] = [createRef<TextPage>(), createRef<ProbabilityBars>(), createRef<ProbabilityWheel>(), createRef<Line>()];
  const arrows: VectorArrow[] = [];
  const verbs: Word[] = [];
  const ways: [number, number][][] = [
    [[IN_LOOP.x, -335], [IN_LOOP.x, -105]],
    [[315, IN_LOOP.y], [385, IN_LOOP.y]],
    [[WHEEL_X, -122], [WHEEL_X, -335]],
  ];
  view.add(
    <>
      {beam(light, {from: [-408, IN_LOOP.y], to: [BARS_X - BARS_HALF - 20, IN_LOOP.y], spread: 440})}
      <TextPage ref={page} y={TEXT_Y} width={1536} lines={1} fontSize={60} additions={[START, ...shownRun.steps.map(({added}) => added)]} typed={0} settled={1} />
      <ProbabilityBars ref={bars} x={BARS_X} y={IN_LOOP.y} width={2 * BARS_HALF} labelWidth={220} rowHeight={52} words={[]} probabilities={[]} outOf={wordCount} grown={0} />
      <ProbabilityWheel ref={wheel} x={WHEEL_X} y={IN_LOOP.y} radius={175} thickness={56} shares={[]} drawn={0} />
      {ways.map(([from, to], index) => <VectorArrow ref={makeRef(arrows, index)} from={from} to={to} color={() => theme().muted} growth={0} />)}
      {VERBS.map(({text, x, y}, index) => wordAt(makeRef(verbs, index), text, x, y, {opacity: 0, fontSize: size.label}))}
    </>,
  );

  /** The text goes in, a list comes out. */
  function* predict(step: Step, seconds: number): ThreadGenerator {
    yield* goIn(seconds * 0.4);
    yield* foresee(step, seconds * 0.6);
  }

  /** A copy of the whole text sinks into the machine. */
  function* goIn(seconds: number): ThreadGenerator {
    const copy = page().clone();
    copy.slot(0);
    view.add(copy);
    yield* machine.swallow(copy.letters(), seconds, 25, {copies: true});
    copy.remove();
  }

  /** A light passes through the machine, and the list grows, or turns to what follows now. */
  function* foresee(step: Step, seconds: number): ThreadGenerator {
    const words = step.candidates.map(({word}) => shownWord(word));
    const probabilities = step.candidates.map(({probability}) => probability);
    // Half of one whole, or as much as the longest bar needs, is the full width.
    const full = Math.max(0.5, probabilities[0]);
    if (bars().words().length > 0) {
      // The light has all of the time: in a part of it, it would flash.
      const list = all(bars().turnTo(words, probabilities, seconds * 0.6), bars().full(full, seconds * 0.6), bars().marked(0, seconds * 0.3), bars().opacity(1, seconds * 0.3), light().opacity(1, seconds * 0.3));
      yield* all(machine.sweep(seconds), delay(seconds * 0.3, list));
      return;
    }
    yield* machine.sweep(seconds * 0.3);
    bars().full(full).words(words).probabilities(probabilities);
    yield* all(light().opacity(1, seconds * 0.5), bars().unfold(seconds * 0.5));
  }

  /** The shares bend to a ring. */
  function* roll(step: Step, seconds: number): ThreadGenerator {
    wheel().drawn(0).needleShown(0);
    wheel().shares(step.candidates.map(({probability}) => probability));
    const ends = step.candidates.map((_, index) => bars().bar(index));
    yield* all(flyInto(ends, wheel(), {seconds, scale: 0.4, degrees: 0, lag: 0.08}), wheel().unfold(seconds), wheel().needleShown(1, seconds));
  }

  /** The needle stops where the run drew. */
  function* draw(step: Step, seconds: number, turns = 2): ThreadGenerator {
    yield* wheel().spin({on: step.rank, turns, seconds: seconds * 0.85});
    bars().chosen(step.rank);
    yield* bars().marked(1, Math.max(0.1, seconds * 0.15));
  }

  /** The word that was drawn flies to the end of the text. */
  function* append(step: Step, index: number, seconds: number): ThreadGenerator {
    const target = page().addition(index + 1);
    const label = bars().label(step.rank);
    label.opacity(() => bars().worded());
    const start = label.absolutePosition();
    const word = (<Word text={step.word} weight={400} fontSize={34} color={theme().highlight} />) as Word;
    view.add(word);
    word.position(start.transformAsPoint(view.worldToLocal()));
    const place = target.absolutePosition().transformAsPoint(view.worldToLocal());
    yield* all(moveAlongArc(word, place, {seconds, degrees: -30}), word.fontSize(60, seconds));
    page().typed(index + 2);
    word.remove();
  }

  /** One time round, at any speed. */
  function* turn(step: Step, index: number, seconds: number): ThreadGenerator {
    yield* all(
      say('predict', seconds * 0.12),
      foresee(step, seconds * 0.42),
      wheel().unmark(seconds * 0.2),
      delay(seconds * 0.15, wheel().shares(step.candidates.map(({probability}) => probability), seconds * 0.25)),
    );
    yield* all(say('draw', seconds * 0.12), draw(step, seconds * 0.33, 1));
    yield* all(say('append', seconds * 0.12), append(step, index, seconds * 0.25));
  }

  /** Lights the word for what is happening. */
  function* say(verb: Verb | null, seconds = 0.3): ThreadGenerator {
    yield* all(...verbs.map((each, index) => each.opacity(VERBS[index].text === verb ? 1 : Math.min(each.opacity(), 0.4), seconds)));
  }

  function* clear(seconds: number): ThreadGenerator {
    yield* laggedStart([bars(), wheel(), light(), ...arrows, ...verbs], (node, time) => node.opacity(0, time), {seconds, lag: 0});
  }

  return {page, bars, wheel, light, arrows, predict, goIn, roll, draw, append, turn, say, clear};
}
