/** The last vector meets one row for every token; each meeting is a score. */
import {Line, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, delay, makeRef, waitFor, waitUntil} from '@motion-canvas/core';
import {
  BraceLabel,
  HighlightRect,
  NumericVector,
  ParameterTally,
  TokenStrip,
  fadeIn,
  fadeOut,
  laggedStart,
  parameterTally,
  product,
  size,
  smooth,
  theme,
} from 'lectern';
import {Word} from '../../src/components/Word';
import {contextBars, contextSource} from './parts/contextBars';
import {entriesOf} from './parts/entries';
import {gpt3} from './parts/gpt3';
import {ledgerRows} from './parts/ledger';
import {TOKEN_ROW, pieces} from './parts/sentence';
import {sourceTag} from './parts/sourceTag';
import {NUMBERS, lastVector, productSource, unembeddingProduct} from './parts/unembeddingProduct';

const CAME = pieces.length - 1;
/** Heights of the columns under the row of tokens, and of the tokens that truly came next, px. */
const COLUMNS_Y = -90;
const NEXT_Y = 235;
/** Least distance of two columns: where tokens stand nearer, their columns make room for each other. */
const COLUMN_PITCH = 104;

export default makeScene2D(function* (view) {
  view.fill(() => theme().background);
  const before = contextBars();
  const strip = createRef<TokenStrip>();
  const tag = createRef<Txt>();
  const columns: NumericVector[] = [];
  view.add(before.map(({node}) => node));
  view.add(<TokenStrip ref={strip} pieces={pieces} {...TOKEN_ROW} opacity={0} />);
  view.add(sourceTag(tag, contextSource));
  tag().opacity(1);
  const places = spreadOut(pieces.map((_, index) => strip().boxOf(index).center.x), COLUMN_PITCH);
  view.add(pieces.map((piece, index) => (
    <NumericVector ref={makeRef(columns, index)} values={index === CAME ? lastVector : entriesOf(`${piece} at the end`, lastVector.length)} dots={-2} rowPitch={1.9} fontSize={30} x={places[index]} y={COLUMNS_Y} written={0} bracketGrowth={0} />
  )));

  yield* waitUntil('last');
  yield* all(fadeOut(before.map(({node}) => node), {seconds: 0.5, lag: 0}), tag().opacity(0, 0.4), delay(0.2, fadeIn(strip(), {seconds: 0.6})));
  tag().text('illustrative numbers');
  yield* all(laggedStart(columns, (column, seconds) => column.write(seconds), {seconds: 1.4, lag: 0.1}), fadeIn(tag(), {seconds: 0.8}));
  yield* all(strip().spotlight([CAME], 0.6), ...columns.slice(0, CAME).map(column => column.opacity(0.2, 0.6)));

  yield* waitUntil('others');
  yield* all(strip().endSpotlight(0.7), ...columns.map(each => each.opacity(1, 0.7)));
  const lessons = columns.map((column, index) => lesson(strip(), column, index));
  view.add(lessons.flatMap(({nodes}) => nodes));
  yield* laggedStart(lessons, ({fly}, seconds) => fly(seconds), {seconds: 2.6, lag: 0.12});

  yield* waitUntil('matrix');
  const {matrix, vector, scores, equals, tokens, names, stand} = unembeddingProduct();
  matrix.written(0).bracketGrowth(0);
  scores.light(scores.table().map(() => [0])).bracketGrowth(0);
  for (const node of [vector, equals, ...tokens, ...Object.values(names)]) node.opacity(0);
  const column = columns[CAME];
  view.add(stand);
  yield* all(
    fadeOut([strip(), ...columns.slice(0, CAME), ...lessons.flatMap(lessonOf => lessonOf.nodes)], {seconds: 0.6, lag: 0}),
    delay(0.5, all(
      column.position(vector.position(), 1, smooth),
      column.fontSize(NUMBERS.fontSize, 1, smooth),
      column.rowPitch(NUMBERS.rowPitch, 1, smooth),
      names.vector.opacity(1, 1),
    )),
  );
  // The same picture from here on, now a part of the product.
  vector.opacity(1);
  column.remove();
  yield* all(
    names.matrix.opacity(1, 0.6),
    matrix.bracketGrowth(1, 0.8),
    matrix.written(1, 1.6),
    delay(0.4, laggedStart(tokens, (token, seconds) => token.opacity(1, seconds), {seconds: 1.2, lag: 0.3})),
  );

  yield* waitUntil('count');
  const ledger = createRef<ParameterTally>();
  const brace = createRef<BraceLabel>();
  const left = Math.min(...tokens.map(token => token.left().x));
  stand.add(<BraceLabel ref={brace} of={{from: [left, matrix.top().y], to: [left, matrix.bottom().y]}} side={'left'} count={gpt3.vocabulary} label="rows" gap={14} growth={0} />);
  view.add(<ParameterTally ref={ledger} {...ledgerRows(parameterTally(gpt3), ['embedding', 'unembedding'])} shown={1} share={1} opacity={0} y={243} />);
  yield* all(brace().unfoldAndCount(1.2), tag().opacity(0, 0.4));
  tag().text('computed from the sizes in the paper (Brown et al., 2020)');
  yield* all(stand.scale(0.72, 0.9, smooth), stand.y(-165, 0.9, smooth), delay(0.4, all(fadeIn(ledger(), {seconds: 0.6}), tag().opacity(1, 0.6))));
  yield* ledger().reveal(0.7);
  yield* ledger().showSum(0.7);

  yield* waitUntil('scores');
  yield* all(fadeOut([ledger(), brace()], {seconds: 0.5, lag: 0}), tag().opacity(0, 0.4));
  tag().text(productSource);
  yield* all(stand.scale(1, 0.8, smooth), stand.y(0, 0.8, smooth), equals.opacity(1, 0.7), names.scores.opacity(1, 0.7), tag().opacity(1, 0.7));
  yield* product(matrix, vector, {result: scores, seconds: [1.3, 0.6, 0.4, 0.3, 0.25, 0.25]});
  const best = createRef<HighlightRect>();
  view.add(<HighlightRect ref={best} around={[tokens[0]]} drawn={0} padding={8} />);
  yield* best().trace(0.5);
  yield* waitFor(0.8);
  yield* best().opacity(0, 0.4);
});

/** Places as they were, but none nearer to the next one than `least`: two that are too near part evenly. */
function spreadOut(places: readonly number[], least: number): number[] {
  const spread = [...places];
  for (let index = 1; index < spread.length; index++) {
    const lacking = least - (spread[index] - spread[index - 1]);
    if (lacking <= 0) continue;
    spread[index - 1] -= lacking / 2;
    spread[index] += lacking / 2;
  }
  return spread;
}

/** Under a column the token that truly came next: it flies there from the text. The last one has still to be guessed. */
function lesson(strip: TokenStrip, column: NumericVector, index: number) {
  const x = column.x();
  const line = (<Line points={[[x, column.bottom().y + 20], [x, NEXT_Y - 48]]} stroke={() => theme().muted} lineWidth={4} endArrow arrowSize={14} end={0} />) as Line;
  const chip = index === CAME ? ((<Word text={'?'} fontSize={size.heading} weight={600} color={() => theme().highlight} position={[x, NEXT_Y]} opacity={0} />) as Word) : strip.copyOf(index + 1);
  chip.opacity(0);
  function* fly(seconds: number) {
    yield* all(line.end(1, seconds), chip.opacity(1, seconds * 0.3), chip.position([x, NEXT_Y], seconds), chip.scale(index === CAME ? 1 : 0.72, seconds));
  }
  return {nodes: [line, chip], fly};
}
