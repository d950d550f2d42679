/** Under every chip hangs its column; then a column is read as a way to go, and becomes an arrow. */
import {Line, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, delay, makeRef, waitFor, waitUntil} from '@motion-canvas/core';
import {
  Anchor,
  BraceLabel,
  EmbeddingSpace,
  HighlightRect,
  NumericVector,
  Plane,
  Segment,
  TokenStrip,
  VectorArrow,
  fadeIn,
  fadeOut,
  formatNumber,
  laggedStart,
  size,
  theme,
  tokenColor,
} from 'lectern';
import {Word} from '../../src/components/Word';
import {entriesOf} from './parts/entries';
import {gpt3} from './parts/gpt3';
import {TOKEN_ROW, pieces} from './parts/sentence';
import {sourceTag} from './parts/sourceTag';
import {AxesTold, FlatSpace, IN_DEPTH, KindGround, addWords, told, wordKinds} from './parts/wordSpace';

const KEEPER = pieces.indexOf(' keeper');
const THE_TWICE = [pieces.indexOf(' the'), pieces.lastIndexOf(' the')];

export default makeScene2D(function* (view) {
  const strip = createRef<TokenStrip>();
  const tag = createRef<Txt>();
  const columns: NumericVector[] = [];
  view.fill(() => theme().background);
  view.add(<TokenStrip ref={strip} pieces={pieces} {...TOKEN_ROW} />);
  view.add(sourceTag(tag, 'illustrative numbers'));

  yield* waitUntil('columns');
  yield* strip().y(-270, 0.8);
  view.add(
    <>
      {pieces.map((piece, index) => (
        <NumericVector ref={makeRef(columns, index)} values={entriesOf(piece)} dots={-2} fontSize={28} rowPitch={1.6} x={strip().boxOf(index).center.x} y={10} written={0} bracketGrowth={0} />
      ))}
    </>,
  );
  yield* all(laggedStart(columns, (column, seconds) => column.write(seconds), {seconds: 2.2, lag: 0.2}), fadeIn(tag(), {seconds: 1}));

  yield* waitUntil('same');
  const joint = createRef<Line>();
  const equal = createRef<Word>();
  const [left, right] = THE_TWICE.map(index => columns[index]);
  view.add(
    <>
      <Line ref={joint} points={[[left.x(), left.bottom().y + 16], [left.x(), 258], [right.x(), 258], [right.x(), right.bottom().y + 16]]} radius={12} stroke={() => theme().highlight} lineWidth={5} end={0} />
      <Word ref={equal} text={'the same'} x={(left.x() + right.x()) / 2} y={296} fontSize={size.label} weight={600} color={() => theme().highlight} opacity={0} />
    </>,
  );
  const others = columns.filter(column => column !== left && column !== right);
  yield* all(strip().spotlight(THE_TWICE, 0.6), ...others.map(column => column.opacity(0.25, 0.6)));
  yield* all(joint().end(1, 0.8), delay(0.4, fadeIn(equal(), {seconds: 0.4})));

  yield* waitUntil('vector');
  const keeper = columns[KEEPER];
  const rest = columns.filter(column => column !== keeper);
  yield* all(fadeOut([joint(), equal(), ...rest], {seconds: 0.7, lag: 0}), strip().spotlight([KEEPER], 0.7, 0), keeper.opacity(1, 0.7));
  const chipAt = strip().boxOf(KEEPER).center.x;
  yield* all(strip().x(-chipAt * 1.3, 1), strip().y(-300, 1), strip().scale(1.3, 1), keeper.position([0, 20], 1), keeper.scale(1.3, 1));
  const brace = createRef<BraceLabel>();
  const name = createRef<Word>();
  view.add(
    <>
      <BraceLabel ref={brace} of={keeper} side={'left'} count={gpt3.width} label={'entries'} gap={20} growth={0} />
      <Word ref={name} text={'a vector'} x={240} y={20} fontSize={size.heading} weight={600} color={() => theme().data} opacity={0} />
    </>,
  );
  yield* fadeIn(name(), {seconds: 0.7, shift: [-30, 0]});
  yield* brace().unfoldAndCount(1.6);

  yield* waitUntil('axes');
  yield* fadeOut([brace(), name()], {seconds: 0.5, lag: 0});
  const plane = createRef<Plane>();
  view.add(<Plane ref={plane} xRange={[-2, 10]} yRange={[-2, 10]} unit={58} gridStep={2} xStep={2} yStep={2} numbers xLabel={'first axis'} yLabel={'second axis'} x={270} y={-10} drawn={0} />);
  yield* all(strip().x(-chipAt * 1.3 - 620, 1), keeper.x(-620, 1), plane().unfold(1.2));
  const [first, second] = keeper.values();
  const box = createRef<HighlightRect>();
  view.add(<HighlightRect ref={box} around={keeper.item(0)} padding={3} drawn={0} />);
  const along = step(plane(), [0, 0], [first, 0], first, [52, -40]);
  yield* box().trace(0.4);
  yield* all(along.line.trace(0.8), along.number.opacity(1, 0.8));

  yield* waitUntil('second');
  const up = step(plane(), [first, 0], [first, second], second, [56, 0]);
  yield* box().passTo(keeper.item(1), 0.4);
  yield* all(up.line.trace(0.8), up.number.opacity(1, 0.8));

  yield* waitUntil('arrow');
  const arrow = (<VectorArrow to={[first, second]} label={'keeper'} color={() => tokenColor(' keeper').line} growth={0} />) as VectorArrow;
  plane().add(arrow);
  yield* arrow.grow(0.9);
  yield* all(box().untrace(0.4), fadeOut([along.line, along.number, up.line, up.number], {seconds: 0.6, lag: 0}));

  yield* waitUntil('words');
  const space = createRef<EmbeddingSpace>();
  view.add(<FlatSpace ref={space} />);
  const cloud = addWords(space);
  yield* all(fadeOut([plane(), keeper, strip(), tag()], {seconds: 0.7, lag: 0}), delay(0.4, fadeIn(space(), {seconds: 1})));
  tag().text(told.source);
  yield* fadeIn(tag(), {seconds: 0.6});
  // In an order that mixes the kinds, so that the groups are found and not given.
  const mixed = cloud.points.map((_, index) => cloud.points[(index * 5) % cloud.points.length]);
  yield* laggedStart(mixed, (point, seconds) => point.opacity(1, seconds), {seconds: 2.6, lag: 0.6});

  yield* waitUntil('neighbours');
  const grounds: Line[] = [];
  view.insert(wordKinds.map((kind, index) => <KindGround ref={makeRef(grounds, index)} space={space()} cloud={cloud} kind={kind} />), 0);
  yield* laggedStart(grounds, (each, seconds) => each.opacity(0.55, seconds), {seconds: 1.6, lag: 0.6});

  yield* waitUntil('space');
  const axes = createRef<Word>();
  view.add(<AxesTold ref={axes} />);
  yield* fadeOut(grounds, {seconds: 0.5, lag: 0});
  yield* all(space().orbit(IN_DEPTH.view, 4), space().y(IN_DEPTH.y, 4), cloud.height(1, 4), delay(1.4, fadeIn(axes(), {seconds: 0.6})));
  yield* waitFor(0.3);
});

/** One step of the way to the tip: a bold line along one axis, with its entry beside it. */
function step(plane: Plane, from: [number, number], to: [number, number], entry: number, aside: [number, number]) {
  const middle: [number, number] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const line = (<Segment from={from} to={to} color={() => theme().highlight} thickness={8} drawn={0} />) as Segment;
  const number = (
    <Anchor at={middle} opacity={0}>
      <Word text={formatNumber(entry, {decimals: 1})} position={aside} fontSize={size.label} weight={600} color={() => theme().highlight} />
    </Anchor>
  ) as Anchor;
  plane.add([line, number]);
  return {line, number};
}
