/** One word in two sentences: the vectors before it send messages, and its arrow turns two ways. */
import {Line, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, delay, makeRef, waitFor, waitUntil} from '@motion-canvas/core';
import {
  Anchor,
  AngleMark,
  ContextArcs,
  EmbeddingSpace,
  FlowBlock,
  NumericVector,
  Plane,
  TokenStrip,
  VectorArrow,
  fadeIn,
  fadeOut,
  seededRandom,
  size,
  theme,
  tokenColor,
  tokenize,
} from 'lectern';
import {TitledBox} from '../../src/components/TitledBox';
import {Word} from '../../src/components/Word';
import {Block} from './parts/blocks';
import {entriesOf} from './parts/entries';
import {sourceTag} from './parts/sourceTag';
import {AxesTold, FlatSpace, showInDepth, told} from './parts/wordSpace';

const SPRING = ' spring';
/** Both end in the word they share: a vector hears only from those before it. */
const CLOCK = tokenize('The clock runs on a spring').map(({text}) => text);
const BIRDS = tokenize('The birds sing in spring').map(({text}) => text);
/** Where the shared word stands, and how far its arrow reaches, in plane units. */
const SPRING_X = -84;
const REACH = 2.8;
/** Degrees in which the arrow points at first, for machines, and for the year. */
const DIRECTIONS = {first: 65, machines: 140, year: 22};

export default makeScene2D(function* (view) {
  const space = createRef<EmbeddingSpace>();
  const axes = createRef<Word>();
  const tag = createRef<Txt>();
  view.fill(() => theme().background);
  view.add([<FlatSpace ref={space} opacity={1} />, <AxesTold ref={axes} opacity={1} />, sourceTag(tag, told.source)]);
  showInDepth(space);
  tag().opacity(1);

  yield* waitUntil('two-springs');
  const clock = sentence(CLOCK, -285);
  const birds = sentence(BIRDS, 62);
  view.add([...clock.nodes, ...birds.nodes]);
  yield* all(fadeOut([space(), axes(), tag()], {seconds: 0.6, lag: 0}), delay(0.3, clock.strip.written(1, 1)));
  tag().text('illustrative numbers and arrows');
  yield* birds.strip.written(1, 1);
  yield* all(...[clock, birds].map(({strip}) => strip.spotlight([strip.pieces().length - 1], 0.5, 0.4)));

  yield* waitUntil('same-vector');
  const joint = createRef<Line>();
  const equal = createRef<Word>();
  const [upper, lower] = [clock.last, birds.last];
  const edge = SPRING_X + 60;
  view.add(
    <>
      <Line ref={joint} points={[[edge, upper.y()], [edge + 40, upper.y()], [edge + 40, lower.y()], [edge, lower.y()]]} radius={12} stroke={() => theme().highlight} lineWidth={5} end={0} />
      <Word ref={equal} text={'='} x={edge + 76} y={(upper.y() + lower.y()) / 2} fontSize={size.heading} color={() => theme().highlight} opacity={0} />
    </>,
  );
  yield* all(upper.write(0.9), lower.write(0.9), fadeIn(tag(), {seconds: 0.9}));
  yield* all(joint().end(1, 0.7), fadeIn(equal(), {seconds: 0.7}));
  const plane = createRef<Plane>();
  view.add(<Plane ref={plane} xRange={[-4, 4]} yRange={[-1, 4]} unit={92} x={450} y={10} drawn={0} />);
  yield* plane().unfold(0.8);
  const toYear = springArrow(plane());
  const toMachines = springArrow(plane());
  toYear.opacity(0);
  yield* toMachines.grow(0.7);

  yield* waitUntil('talk');
  const block = createRef<TitledBox>();
  view.insert(<TitledBox ref={block} title={'attention'} width={820} height={785} x={-391} y={-55} color={() => theme().muted} ground={() => theme().panel} drawn={0} />, 0);
  yield* all(
    fadeOut([joint(), equal()], {seconds: 0.5, lag: 0}),
    block().open(1),
    ...[clock, birds].flatMap(({strip, rest}) => [strip.endSpotlight(0.6), ...rest.map(column => column.opacity(0.75, 0.8))]),
  );
  yield* all(...[clock, birds].flatMap(({chatter}) => chatter.map(arcs => arcs.flash(2.4))));

  yield* waitUntil('clock');
  const machines = rimWord(plane(), 'machines', [-3, 0.5]);
  yield* all(hush(clock, [1]), hush(birds, []), machines.opacity(1, 0.6));
  yield* clock.heard([0, 1, 0.35, 0.1, 0.1]).connect(1);
  yield* all(upper.become(entriesOf('spring of a clock', 4), 1.4), toMachines.turnBy(DIRECTIONS.machines - DIRECTIONS.first, 1.6), delay(0.7, toYear.opacity(1, 0.7)));

  yield* waitUntil('birds');
  const year = rimWord(plane(), 'the year', [3, 0.5]);
  yield* all(hush(birds, [1, 2]), year.opacity(1, 0.6));
  yield* birds.heard([0, 1, 0.45, 0.1]).connect(1);
  yield* all(lower.become(entriesOf('spring of the year', 4), 1.4), toYear.turnBy(DIRECTIONS.year - DIRECTIONS.first, 1.6));

  yield* waitUntil('two-meanings');
  const left = view.children().filter(node => node !== plane() && node !== tag());
  yield* all(...left.map(node => node.opacity(node.opacity() * 0.25, 0.8)));
  const angle = createRef<AngleMark>();
  plane().add(<AngleMark ref={angle} from={() => toYear.to()} to={() => toMachines.to()} radius={1.1} color={() => theme().highlight} drawn={0} />);
  yield* angle().drawn(1, 0.8);

  yield* waitUntil('later');
  const closed = createRef<FlowBlock>();
  const before = view.children();
  view.add(<Block ref={closed} title={'attention'} opacity={0} />);
  yield* all(fadeOut(before, {seconds: 0.7, lag: 0}), delay(0.4, fadeIn(closed(), {seconds: 0.8, scale: 0.9})));
  const later = createRef<Word>();
  view.add(<Word ref={later} text={'chapter 2'} y={300} fontSize={size.label} color={() => theme().muted} opacity={0} />);
  yield* fadeIn(later(), {seconds: 0.5});
  yield* waitFor(1.8);
  yield* fadeOut(later(), {seconds: 0.4});
});

/** A sentence that ends where the shared word stands: chips, a small column under each, and the arcs between them. */
function sentence(pieces: readonly string[], y: number) {
  const strip = (<TokenStrip pieces={pieces} fontSize={38} spacing={44} y={y} written={0} />) as TokenStrip;
  const last = pieces.length - 1;
  strip.x(SPRING_X - strip.boxOf(last).center.x);
  const x = (index: number) => strip.x() + strip.boxOf(index).center.x;
  const columns: NumericVector[] = [];
  const nodes = pieces.map((piece, index) => (
    <NumericVector
      ref={makeRef(columns, index)}
      values={entriesOf(piece, 4)}
      dots={-2}
      fontSize={28}
      x={x(index)}
      y={y + 142}
      {...(index === last ? {written: 0, bracketGrowth: 0} : {opacity: 0})}
    />
  ));
  const top = (index: number): [number, number] => [x(index), y - 36];
  const arcsInto = (target: number, strengths: readonly number[], width: number) =>
    (<ContextArcs sources={pieces.slice(0, target).map((_, index) => top(index))} target={top(target)} strengths={strengths} width={width} bend={50} color={() => theme().value} seed={`${pieces[target]} ${target}`} />) as ContextArcs;
  const random = seededRandom(pieces.join(''));
  const chatter = pieces.slice(1).map((_, before) => arcsInto(before + 1, pieces.slice(0, before + 1).map(() => random.uniform(0.2, 1)), 6));
  const heard = (strengths: readonly number[]) => {
    const arcs = arcsInto(last, strengths, 11);
    strip.parent()!.add(arcs);
    return arcs;
  };
  return {strip, last: columns[last], rest: columns.slice(0, last), chatter, heard, nodes: [strip, ...nodes, ...chatter]};
}

/** Lets only the shared word and those that speak to it stand out. */
function hush({strip, rest}: ReturnType<typeof sentence>, speakers: readonly number[]) {
  return all(
    strip.spotlight([...speakers, strip.pieces().length - 1], 0.6, 0.35),
    ...rest.map((column, index) => column.opacity(speakers.includes(index) ? 1 : 0.2, 0.6)),
  );
}

/** The arrow that the shared word starts with. */
function springArrow(plane: Plane): VectorArrow {
  const turn = (DIRECTIONS.first * Math.PI) / 180;
  const arrow = (<VectorArrow to={[REACH * Math.cos(turn), REACH * Math.sin(turn)]} label={'spring'} color={() => tokenColor(SPRING).line} />) as VectorArrow;
  plane.add(arrow);
  return arrow;
}

/** A word at the rim of the plane: what lies in that direction. */
function rimWord(plane: Plane, text: string, at: [number, number]): Anchor {
  const word = (
    <Anchor at={at} opacity={0}>
      <Word text={text} fontSize={size.body} color={() => theme().muted} />
    </Anchor>
  ) as Anchor;
  plane.add(word);
  return word;
}
