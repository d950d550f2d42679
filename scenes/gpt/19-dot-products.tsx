/** A dot product measures how far one vector goes along another; a direction then measures every word. */
import {Layout, Line, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, createSignal, delay, waitFor, waitUntil} from '@motion-canvas/core';
import {
  AngleMark,
  NumberLine,
  NumericVector,
  Plane,
  Segment,
  VectorArrow,
  dot,
  fadeIn,
  fadeOut,
  formatNumber,
  laggedStart,
  projection,
  safe,
  size,
  smooth,
  subtract,
  theme,
  tokenColor,
} from 'lectern';
import words from '../../assets/words/lectern-words.json';
import {Word} from '../../src/components/Word';
import {columnSum, shownEntries, tellingEntries} from './parts/columnSum';
import {manyPairs, pairsSource} from './parts/manyPairs';
import {LINE, countedLine, pluralEquation, pluralSource, value} from './parts/pluralDirection';
import {sourceTag} from './parts/sourceTag';
import {pairRow} from './parts/wordPairs';

/** The vector that is measured along, and where the other one rests: agreeing, at a right angle, and apart. */
const ALONG = [2.4, 0.8] as const;
const RESTS = {agree: [1.8, 1.5], square: [-0.7, 2.1], apart: [-2, 0.9]} as const;

/** Of its 64 entries, the largest are shown. */
const places = tellingEntries(words, ['cat', 'cats'], 6);
const entries = (word: string) => shownEntries(words, word, places);
const PAIRS = [['horse', 'horses'], ['dog', 'dogs'], ['mouse', 'mice'], ['book', 'books'], ['ship', 'ships'], ['child', 'children']] as const;
const higher = PAIRS.filter(([one, many]) => value(many) > value(one)).length;

export default makeScene2D(function* (view) {
  view.fill(() => theme().background);
  const before = manyPairs();
  const tag = createRef<Txt>();
  view.add(before.nodes);
  view.add(sourceTag(tag, pairsSource));
  tag().opacity(1);

  yield* waitUntil('dot');
  const turning = turningVector();
  const picture = planeOfTwo(turning.at);
  const sum = workedSum(turning.at);
  view.add([picture.node, ...sum.nodes]);
  yield* all(fadeOut(before.nodes, {seconds: 0.6, lag: 0}), tag().opacity(0, 0.4), delay(0.4, picture.appear(1)));
  tag().text('computed from the entries that are shown');
  yield* picture.castShadow(0.8);
  yield* all(fadeIn(sum.columns, {seconds: 0.7, lag: 0}), fadeIn(tag(), {seconds: 0.6}));
  yield* sum.work(2.8);

  yield* waitUntil('agree');
  yield* waitFor(1.2);
  yield* turning.turnTo(RESTS.square, 1.5);
  yield* waitFor(0.7);
  yield* turning.turnTo(RESTS.apart, 1.8);

  yield* waitUntil('plural');
  const direction = pluralEquation().written(0);
  view.add(direction);
  const named = (name: string, color: () => string, values: readonly number[]) => ({name, color, values});
  const difference = columnSum([
    named('cats', () => tokenColor('cats').line, entries('cats')),
    named('cat', () => tokenColor('cat').line, entries('cat')),
    named('plural', () => theme().highlight, subtract(entries('cats'), entries('cat'))),
  ], ['−', '=']);
  view.add(difference.node.y(40));
  yield* all(fadeOut([picture.node, ...sum.nodes], {seconds: 0.6, lag: 0}), tag().opacity(0, 0.4));
  tag().text(`computed: ${places.length} of ${words.dimension} entries, rounded`);
  yield* all(difference.show(0), difference.show(1), fadeIn(tag(), {seconds: 0.6}));
  yield* all(difference.show(2), direction.write(1));

  yield* waitUntil('number-line');
  yield* all(fadeOut(difference.node, {seconds: 0.5}), tag().opacity(0, 0.4));
  tag().text(pluralSource);
  const line = createRef<NumberLine>();
  view.add(<NumberLine ref={line} range={[-10, 14]} numberStep={2} {...LINE} drawn={0} />);
  const rows = PAIRS.map((pair, index) => pairRow(line(), pair, value, -560 + index * 92));
  line().add(rows.map(({node}) => node));
  yield* all(line().unfold(0.8), tag().opacity(1, 0.6));
  yield* laggedStart(rows, ({drop}, seconds) => drop(seconds), {seconds: 2, lag: 0.3});

  yield* waitUntil('sides');
  const verdict = createRef<Word>();
  view.add(<Word ref={verdict} text={`higher in ${higher} of ${PAIRS.length}`} fontSize={size.body} weight={400} color={() => theme().muted} position={[560, -405]} opacity={0} />);
  yield* all(fadeIn(verdict(), {seconds: 0.4}), laggedStart(rows, ({join}, seconds) => join(seconds), {seconds: 1.6, lag: 0.3}));

  yield* waitUntil('counted');
  const {line: finer, stair} = countedLine();
  for (const {node} of stair) node.opacity(0);
  view.add(finer.opacity(0));
  yield* fadeOut([line(), verdict()], {seconds: 0.6, lag: 0});
  yield* fadeIn(finer, {seconds: 0.6});
  yield* laggedStart(stair, ({appear}, seconds) => appear(seconds), {seconds: 1.8, lag: 0.5});
});

/** The vector that turns, and keeps its length between its places of rest as evenly as it turns. */
function turningVector() {
  const polar = ([x, y]: readonly [number, number]) => ({angle: Math.atan2(y, x), length: Math.hypot(x, y)});
  const start = polar(RESTS.agree);
  const angle = createSignal(start.angle);
  const length = createSignal(start.length);
  return {
    at: () => [length() * Math.cos(angle()), length() * Math.sin(angle())] as [number, number],
    turnTo: (place: readonly [number, number], seconds: number) => all(angle(polar(place).angle, seconds, smooth), length(polar(place).length, seconds, smooth)),
  };
}

/** Two arrows, the angle between them, and the shadow of one on the line of the other. */
function planeOfTwo(turned: () => [number, number]) {
  const plane = createRef<Plane>();
  const shadow = createSignal(0);
  const foot = () => projection(turned(), ALONG).vector as [number, number];
  const node = (
    <Layout x={-490} y={-20}>
      <Plane ref={plane} xRange={[-2.7, 2.7]} yRange={[-1.2, 2.8]} unit={130}>
        <Segment from={[-2.7, -0.9]} to={[2.7, 0.9]} color={() => theme().muted} thickness={3} dash={[8, 10]} opacity={shadow} />
        <Segment from={() => turned()} to={foot} color={() => theme().muted} thickness={4} dash={[8, 8]} opacity={shadow} />
        <VectorArrow from={[0, 0]} to={[...ALONG]} label="a" side="aside" color={() => theme().ink} />
        <Segment from={[0, 0]} to={foot} color={() => theme().highlight} thickness={14} opacity={shadow} />
        <AngleMark from={[...ALONG]} to={turned} radius={0.5} />
        <VectorArrow from={[0, 0]} to={turned} label="b" color={() => theme().data} />
      </Plane>
    </Layout>
  ) as Layout;
  plane().drawn(0);
  node.opacity(0);
  function* appear(seconds: number) {
    yield* all(node.opacity(1, seconds * 0.6), plane().unfold(seconds));
  }
  return {node, appear, castShadow: (seconds: number) => shadow(1, seconds)};
}

/** The two columns and, beside them, products and sum of the very entries that they show. */
function workedSum(turned: () => [number, number]) {
  const rounded = () => turned().map(entry => Math.round(entry * 10) / 10);
  const y = -60;
  const rowY = (index: number) => y + (index - 0.5) * 100;
  const look = {fontSize: 56, rowPitch: 100 / 56, y, opacity: 0};
  const a = (<NumericVector values={[...ALONG]} sign="never" tint={() => theme().ink} {...look} x={-25} />) as NumericVector;
  const b = (<NumericVector values={rounded} max={3} {...look} x={165} />) as NumericVector;
  const nameOver = (text: string, column: NumericVector, color: () => string) => {
    const middle = column.inParent(column.boxOf(0)).right - column.places().cellWidth / 2;
    return (<Word text={text} fontSize={size.heading} color={color} x={middle} y={column.top().y - 50} opacity={0} />) as Word;
  };
  const columns = [a, b, nameOver('a', a, () => theme().ink), nameOver('b', b, () => theme().data)];
  const right = safe.title.x;
  const fontSize = 48;
  const number = (text: () => string, edge: number, height: number, color = () => theme().ink) => {
    const word = (<Word text={text} fontSize={fontSize} weight={400} family={() => theme().numberFont} color={color} y={height} opacity={0} />) as Word;
    return word.x(() => edge - word.width() / 2);
  };
  const sign = (text: string, place: number, height: number) => (<Word text={text} fontSize={fontSize} weight={400} color={() => theme().muted} x={place} y={height} opacity={0} />) as Word;
  // Every number ends at an edge of its own, so that none moves when another grows a digit.
  const products = ALONG.map((entry, index) => [
    number(() => formatNumber(entry, {decimals: 1}), right - 359, rowY(index)),
    sign('×', right - 326, rowY(index)),
    number(() => formatNumber(rounded()[index], {decimals: 1}), right - 198, rowY(index), () => theme().data),
    sign('=', right - 164, rowY(index)),
    number(() => formatNumber(entry * rounded()[index], {decimals: 2}), right, rowY(index)),
  ]);
  const rule = (<Line points={[[right - 140, rowY(1) + 54], [right, rowY(1) + 54]]} stroke={() => theme().muted} lineWidth={4} end={0} />) as Line;
  const total = number(() => formatNumber(dot(ALONG, rounded()), {decimals: 2}), right, rowY(2) + 8, () => theme().highlight);
  const name = (<Word text="dot product" fontSize={size.label} weight={400} color={() => theme().muted} y={rowY(2) + 8} opacity={0} />) as Word;
  name.x(right - 164 - name.width() / 2);
  function* work(seconds: number) {
    for (const product of products) yield* fadeIn(product, {seconds: seconds * 0.3, lag: 0});
    yield* rule.end(1, seconds * 0.15);
    yield* fadeIn([total, name], {seconds: seconds * 0.25, lag: 0});
  }
  return {nodes: [...columns, ...products.flat(), rule, total, name], columns, work};
}
