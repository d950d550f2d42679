/** A shelf of columns: one for every token, and the one that is asked for is taken out. */
import {Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, delay, waitUntil} from '@motion-canvas/core';
import {
  NumericVector,
  ParameterTally,
  TokenStrip,
  cut,
  fadeIn,
  fadeOut,
  laggedStart,
  moveAlongArc,
  parameterTally,
  size,
  smooth,
  theme,
} from 'lectern';
import {Word} from '../../src/components/Word';
import {learnFromData} from '../../src/components/learnFromData';
import {SHELF, embeddingShelf, shelf, shelfEntries} from './parts/embeddingShelf';
import {entriesOf} from './parts/entries';
import {gpt3} from './parts/gpt3';
import {LEDGER, TOLD, leftOutNote, ledgerRows} from './parts/ledger';
import {pieces} from './parts/sentence';
import {sayInstead, sourceTag} from './parts/sourceTag';

const LAMP = ' lamp';
const lampPlace = shelf.indexOf(LAMP);
/** Where the column stands that was taken out, and where its token waits. */
const OUT = {x: 715, y: 30, chipY: -300} as const;

export default makeScene2D(function* (view) {
  view.fill(() => theme().background);
  const before = createRef<ParameterTally>();
  const tag = createRef<Txt>();
  view.add(<ParameterTally ref={before} {...ledgerRows(parameterTally(gpt3), TOLD)} {...LEDGER} share={1} sum={1} />);
  view.add(sourceTag(tag, leftOutNote));
  tag().opacity(1);

  yield* waitUntil('matrix');
  const {stand, matrix, symbol, headings, wide, tall, firstLine} = embeddingShelf();
  const name = createRef<Word>();
  view.add([stand, firstLine.shown(0)]);
  stand.add(<Word ref={name} text="embedding matrix" fontSize={size.heading} x={matrix.x()} y={340} opacity={0} />);
  stand.position([0, SHELF.near.y]).scale(SHELF.near.scale);
  for (const heading of headings) heading.opacity(0);
  matrix.written(0).bracketGrowth(0);
  symbol.written(0);
  for (const brace of [wide, tall]) brace.growth(0);
  yield* all(before().spotlight(['embedding'], 0.8), tag().opacity(0, 0.5));
  tag().text('tokens from all over the vocabulary of GPT-3; illustrative numbers');
  yield* all(
    fadeOut(before(), {seconds: 0.6}),
    delay(0.3, all(symbol.write(0.8), matrix.bracketGrowth(1, 0.8), fadeIn([name(), tag()], {seconds: 0.8, lag: 0}))),
  );
  yield* all(laggedStart(headings, (heading, seconds) => heading.opacity(1, seconds), {seconds: 2, lag: 0.2}), delay(0.3, matrix.written(1, 2)));

  yield* waitUntil('look-up');
  const chip = createRef<TokenStrip>();
  stand.add(<TokenStrip ref={chip} pieces={[LAMP]} fontSize={48} x={OUT.x} y={OUT.chipY} opacity={0} />);
  yield* fadeIn(chip(), {seconds: 0.5});
  yield* all(...headings.map((heading, index) => heading.opacity(index === lampPlace ? 1 : 0.25, 0.5)), matrix.spotlightColumns([lampPlace], 0.5, 0.25));
  const book = matrix.copyOfColumn(lampPlace);
  cut(book, matrix);
  stand.add(book);
  // The copy takes the place of the column, of which a shadow stays once it has left.
  yield* matrix.shine((_row, column) => (column === lampPlace ? 0 : 0.25), 0);
  yield* all(matrix.shine(() => 0.25, 0.6), delay(0.2, moveAlongArc(book, [OUT.x, OUT.y], {seconds: 1.3, degrees: 40})));
  const vector = createRef<NumericVector>();
  stand.add(<NumericVector ref={vector} values={entriesOf(LAMP)} dots={-2} fontSize={36} rowPitch={1.6} x={OUT.x} y={OUT.y} opacity={0} bracketGrowth={0} />);
  // Weights become data: the one has all but gone before the other comes.
  yield* all(book.opacity(0, 0.36), delay(0.12, all(vector().opacity(1, 0.36), vector().bracketGrowth(1, 0.6))));
  book.remove();

  yield* waitUntil('learned');
  yield* all(fadeOut([chip(), vector()], {seconds: 0.5, lag: 0}), matrix.endSpotlight(0.5), ...headings.map(heading => heading.opacity(1, 0.5)));
  yield* matrix.randomise({seed: 'W_E before training', seconds: 0.8});
  yield* learnFromData(matrix, {seed: 'W_E', words: pieces.map(piece => piece.trim()).filter(word => word.length > 1), values: shelfEntries, seconds: 2.5, count: 40});

  yield* waitUntil('size');
  yield* all(name().opacity(0, 0.5), stand.y(SHELF.measured.y, 1, smooth), stand.scale(SHELF.measured.scale, 1, smooth));
  yield* wide.unfoldAndCount(1.2);
  yield* tall.unfoldAndCount(1.2);

  yield* waitUntil('count');
  yield* all(firstLine.shown(1, 1), sayInstead(tag(), 'computed from the sizes in the paper (Brown et al., 2020)'));
});
