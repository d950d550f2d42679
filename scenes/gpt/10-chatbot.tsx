/** A theatre script on one page: a scene is set, the user speaks, and the machine guesses the assistant's lines. */
import {Layout, Line, Rect, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, delay, waitFor, waitUntil, type Reference} from '@motion-canvas/core';
import {SlabStack, TextPage, fadeIn, fadeOut, theme, tokenize} from 'lectern';
import {GrownText, written} from './parts/grownText';
import {UNDER_MACHINE, loopOfThree} from './parts/loopOfThree';
import {OPENING, machine} from './parts/machine';
import {sourceTag} from './parts/sourceTag';

const QUESTION = 'How does a lighthouse work?';
/** What a mere continuation might be, and what an assistant might say: both written by us. */
const GOES_ON = tokensOf(' How tall is it? Who lights the lamp? How far can it be seen?');
const REPLY = tokensOf('A lamp at its top shines over the sea, so that ships find the coast.');

/** Left edges on the page, px from its middle; and lines. */
const PAGE = {width: 1180, top: -420, bottom: 100, speaker: -530, speech: -260, direction: -335, user: -205, assistant: -75} as const;
/** Two replies at the right of the page, from its upper edge to its lower one. */
const CARD = {width: 400, height: 240, x: 610, gap: 40} as const;
const TYPE = 48;
const LOOP_Y = 235;

export default makeScene2D(function* (view) {
  const grown = createRef<TextPage>();
  const page = createRef<Layout>();
  const ground = createRef<Rect>();
  const question = createRef<TextPage>();
  const tag = createRef<Txt>();
  view.fill(() => theme().background);
  view.add(
    <>
      <GrownText ref={grown} typed={written.after} />
      <Layout ref={page}>
        <Rect ref={ground} width={PAGE.width} height={PAGE.bottom - PAGE.top} y={(PAGE.top + PAGE.bottom) / 2} radius={16} fill={() => theme().panel} stroke={() => theme().grid} lineWidth={3} opacity={0} />
        <TextPage ref={question} seed={QUESTION} additions={GOES_ON} typed={0} width={1010} lines={3} fontSize={TYPE} x={-25} color={() => theme().muted} seedColor={() => theme().ink} y={lineY(-300, 3)} opacity={0} />
      </Layout>
      {sourceTag(tag, 'illustrative: written for this scene, not by a model')}
    </>,
  );

  yield* waitUntil('continue');
  yield* all(fadeOut(grown(), {seconds: 0.7}), delay(0.2, fadeIn([ground(), question()], {seconds: 1.2, lag: 0.5})));
  yield* waitFor(1.6);
  yield* all(question().type(0.17), fadeIn(tag(), {seconds: 1}));
  yield* question().settle();

  yield* waitUntil('scene');
  const direction = createRef<Txt>();
  page().add(
    <Txt ref={direction} text={'A user talks with a helpful assistant.'} fontFamily={() => theme().textFont} fontStyle={'italic'} fontSize={TYPE} fill={() => theme().muted} offset={[-1, 0]} position={[PAGE.speaker, PAGE.direction]} opacity={0} />,
  );
  yield* question().typed(0, 1.2);
  yield* all(question().position([PAGE.speech + 505, lineY(PAGE.user, 3)], 1), question().opacity(0.25, 1));
  yield* fadeIn(direction(), {seconds: 0.9});

  yield* waitUntil('user');
  const user = speaker(page, 'USER', PAGE.user);
  yield* all(fadeIn(user, {seconds: 0.7, shift: [-30, 0]}), question().opacity(1, 0.7));

  yield* waitUntil('assistant');
  const assistant = speaker(page, 'ASSISTANT', PAGE.assistant);
  const reply = createRef<TextPage>();
  page().add(<TextPage ref={reply} additions={REPLY} typed={0} width={810} lines={2} fontSize={TYPE} x={PAGE.speech + 405} y={lineY(PAGE.assistant, 2)} />);
  yield* fadeIn(assistant, {seconds: 0.7, shift: [-30, 0]});
  yield* reply().showSlot(0.5);
  const loop = loopOfThree(LOOP_Y);
  view.add(loop.figure);
  yield* waitFor(0.6);
  yield* loop.appear(1);

  yield* waitUntil('reply');
  for (let token = 0; token < 2; token++) {
    yield* loop.say(0, 0.25);
    yield* loop.say(1, 0.25);
    yield* all(loop.say(2, 0.25), reply().type(0.25, 1));
  }
  yield* loop.light(0.3);
  yield* reply().type(0.13, REPLY.length - 3);
  yield* all(reply().type(0.13, 1), reply().hideSlot(0.13));
  yield* all(reply().settle(), loop.rest(0.5));

  yield* waitUntil('more-training');
  const cards = [
    judged('A lamp at its top\nshines over the sea …', true, PAGE.top + CARD.height / 2),
    judged('How tall is it?\nWho lights the lamp?', false, PAGE.bottom - CARD.height / 2),
  ];
  view.add(cards.map(({card}) => card));
  yield* all(page().x(CARD.x - (CARD.width + PAGE.width) / 2 - CARD.gap, 0.9), delay(0.5, fadeIn(cards.map(({card}) => card), {seconds: 0.6, lag: 0.3})));
  for (const {mark} of cards) yield* all(...mark.map(stroke => stroke.end(1, 0.35)));

  yield* waitUntil('below');
  yield* all(page().opacity(0.3, 0.6), ...cards.map(({card}) => card.opacity(0.3, 0.6)), loop.light(0.6));
  yield* waitFor(0.3);
  // The loop and the machine that it runs round: how scene 11 begins.
  const stack = createRef<SlabStack>();
  view.add(machine(stack, {...OPENING, scale: OPENING.scale * 0.9}));
  stack().opacity(0);
  yield* all(
    fadeOut([page(), ...cards.map(({card}) => card), tag()], {seconds: 0.6, lag: 0}),
    loop.figure.y(UNDER_MACHINE, 1),
    delay(0.3, all(stack().opacity(1, 0.8), stack().scale(OPENING.scale, 0.8))),
  );
});

function tokensOf(text: string): string[] {
  return tokenize(text).map(({text: piece}) => piece);
}

/** The middle of a page of so many lines whose first line stands at `first`. */
function lineY(first: number, lines: number): number {
  return first + ((lines - 1) / 2) * TYPE * 1.45;
}

/** The name of who speaks, in the margin of the page. */
function speaker(page: Reference<Layout>, name: string, y: number): Txt {
  const text = (<Txt text={name} fontFamily={() => theme().textFont} fontWeight={600} fontSize={34} letterSpacing={3} fill={() => theme().muted} offset={[-1, 0]} position={[PAGE.speaker, y]} opacity={0} />) as Txt;
  page().add(text);
  return text;
}

/** A reply on a card, with a tick or a cross that is still to be drawn. */
function judged(text: string, good: boolean, y: number) {
  const color = () => (good ? theme().good : theme().bad);
  const strokes: [number, number][][] = good ? [[[-20, 2], [-5, 18], [22, -18]]] : [[[-17, -17], [17, 17]], [[17, -17], [-17, 17]]];
  const mark = strokes.map(points => (<Line points={points} stroke={color} lineWidth={8} lineCap={'round'} lineJoin={'round'} end={0} />) as Line);
  const card = (
    <Rect width={CARD.width} height={CARD.height} x={CARD.x} y={y} radius={16} fill={() => theme().panel} stroke={() => theme().grid} lineWidth={3} opacity={0}>
      <Txt text={text} fontFamily={() => theme().textFont} fontSize={34} lineHeight={50} fill={() => theme().ink} offset={[-1, 0]} x={-172} y={-36} />
      <Layout position={[152, 74]}>{mark}</Layout>
    </Rect>
  ) as Rect;
  return {card, mark};
}
