/** A wall of small rectangles becomes a ledger, and the ledger adds up. */
import {Layout, Rect, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, makeRef, range, waitUntil} from '@motion-canvas/core';
import {Integer, ParameterTally, fadeIn, fadeOut, formatInteger, formatPercent, laggedStart, parameterTally, seededRandom, size, theme} from 'lectern';
import {gpt3} from './parts/gpt3';
import {sourceTag} from './parts/sourceTag';

const tally = parameterTally(gpt3);
/** Kinds in the order in which they are told. */
const TOLD = ['embedding', 'unembedding', 'query', 'key', 'value', 'output', 'up', 'down'] as const;
const PER_TILE = 140;
const leftOut = tally.leftOut.reduce((sum, part) => sum + part.total, 0);

export default makeScene2D(function* (view) {
  const count = createRef<Integer>();
  const about = createRef<Txt>();
  const note = createRef<Txt>();
  view.fill(() => theme().background);
  view.add(
    <>
      <Integer ref={count} value={0} fontSize={132} fontWeight={600} color={() => theme().weight.positive} y={-40} />
      <Txt ref={about} text={'weights in GPT-3'} fontFamily={() => theme().textFont} fontSize={size.heading} fill={() => theme().muted} y={90} opacity={0} />
    </>,
  );
  view.add(sourceTag(note, `computed from the sizes in the paper (Brown et al., 2020): ${tally.rows.length} kinds of matrices`));

  yield* waitUntil('total');
  yield* all(count().countTo(tally.total, 5), fadeIn(about(), {seconds: 1}), fadeIn(note(), {seconds: 1}));

  yield* waitUntil('matrices');
  yield* all(count().y(-400, 0.9), count().fontSize(72, 0.9), fadeOut(about(), {seconds: 0.5}), note().opacity(0, 0.3));
  const tiles: Rect[] = [];
  const wall = createRef<Layout>();
  view.add(<Layout ref={wall}>{range(Math.round(tally.matrices.stapled / PER_TILE)).map(index => tile(makeRef(tiles, index), index))}</Layout>);
  note().text(`each rectangle stands for ${PER_TILE} of ${formatInteger(tally.matrices.stapled)} matrices (${formatInteger(tally.matrices.perHead)} if every head's piece counts)`);
  yield* all(laggedStart(tiles, (rect, seconds) => rect.opacity(1, seconds), {seconds: 1.6, lag: 0.05}), note().opacity(1, 0.6));

  yield* waitUntil('ends');
  const table = createRef<ParameterTally>();
  view.add(<ParameterTally ref={table} tally={tally} kinds={[...TOLD]} fontSize={38} shown={0} y={-40} />);
  yield* all(laggedStart([...tiles].reverse(), (rect, seconds) => rect.opacity(0, seconds), {seconds: 0.9, lag: 0.05}), note().opacity(0, 0.4));
  wall().remove();
  yield* count().opacity(0, 0.5);
  note().text('computed from the sizes in the paper (Brown et al., 2020)');
  yield* all(table().shown(2, 1.2), note().opacity(1, 0.6));

  yield* waitUntil('attention');
  yield* table().shown(6, 2.4);

  yield* waitUntil('mlp');
  yield* table().shown(8, 1.2);
  yield* all(table().showSum(0.8), table().showShare(0.8));

  yield* waitUntil('note');
  yield* note().opacity(0, 0.3);
  note().text(`left out: positions, biases and norms, ${formatInteger(leftOut)} weights, ${formatPercent(leftOut / tally.totalWithAll, 3)} of all`);
  yield* note().opacity(1, 0.6);
});

/** One of the rectangles, in a grid that fills the frame; sizes are only a texture. */
function tile(ref: (rect: Rect) => void, index: number) {
  const random = seededRandom(`tile ${index}`);
  const columns = 20;
  const [column, row] = [index % columns, Math.floor(index / columns)];
  const color = random.next() < 0.5 ? () => theme().weight.positive : () => theme().weight.negative;
  return <Rect ref={ref} size={[62, 46]} radius={6} fill={color} position={[(column - (columns - 1) / 2) * 82, (row - 4.5) * 62]} opacity={0} />;
}
