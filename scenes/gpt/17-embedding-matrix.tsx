/** A shelf of columns: one for every token, and the one that is asked for is taken out. */
import {Layout, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, delay, waitUntil} from '@motion-canvas/core';
import {
  BraceLabel,
  Equation,
  NumericMatrix,
  NumericVector,
  ParameterTally,
  TokenStrip,
  fadeIn,
  fadeOut,
  laggedStart,
  moveAlongArc,
  parameterTally,
  size,
  theme,
  tokenColor,
  transpose,
} from 'lectern';
import {Word} from '../../src/components/Word';
import {learnFromData} from '../../src/components/learnFromData';
import {tokenOf} from '../../src/data/tokens';
import {entriesOf} from './parts/entries';
import {gpt3} from './parts/gpt3';
import {ledgerRows} from './parts/ledger';
import {pieces} from './parts/sentence';
import {sourceTag} from './parts/sourceTag';

/** Tokens from all over the vocabulary, in its order. */
const shelf = [0, 4167, 8340, 12505, 16669, 20450, 25006, 29167, 37502, 41677, 45847].map(id => tokenOf(id).text);
const LAMP = ' lamp';
const lampPlace = shelf.indexOf(LAMP);
const columns = transpose(shelf.map(text => entriesOf(text)));

export default makeScene2D(function* (view) {
  const matrix = createRef<NumericMatrix>();
  const title = createRef<Word>();
  const symbol = createRef<Equation>();
  const tag = createRef<Txt>();
  view.fill(() => theme().background);
  view.add(
    <>
      <Word ref={title} text={'the embedding matrix'} fontSize={size.heading} y={-440} opacity={0} />
      <NumericMatrix ref={matrix} values={columns} rowDots={-2} columnDots={-4} fontSize={32} rowPitch={1.5} columnAir={1.5} x={-125} y={-50} written={0} bracketGrowth={0} />
      <Equation ref={symbol} tex={'W_E = '} fontSize={60} y={-50} written={0} />
    </>,
  );
  view.add(sourceTag(tag, 'tokens from all over the vocabulary of GPT-3; illustrative numbers'));
  symbol().x(matrix().left().x - 90);
  const headings = shelf.map((text, index) => slantedToken(text, columnX(matrix(), index)));
  view.add(headings);

  yield* waitUntil('matrix');
  yield* all(title().opacity(1, 0.8), symbol().write(0.8), matrix().bracketGrowth(1, 0.8), fadeIn(tag(), {seconds: 0.8}));
  yield* all(laggedStart(headings, (heading, seconds) => heading.opacity(1, seconds), {seconds: 2.2, lag: 0.2}), delay(0.3, matrix().write(2.2)));

  yield* waitUntil('look-up');
  const chip = createRef<TokenStrip>();
  view.add(<TokenStrip ref={chip} pieces={[LAMP]} fontSize={48} x={OUT.x} y={-440} opacity={0} />);
  yield* all(title().opacity(0, 0.4), fadeIn(chip(), {seconds: 0.6}));
  yield* chip().x(columnX(matrix(), lampPlace) + 40, 1.1);
  yield* all(...headings.map((heading, index) => heading.opacity(index === lampPlace ? 1 : 0.3, 0.5)), matrix().spotlightColumns([lampPlace], 0.5, 0.3));
  const book = matrix().copyOfColumn(lampPlace);
  view.add(book);
  yield* all(matrix().shine(() => 0.3, 0.6), delay(0.3, all(chip().position([OUT.x, OUT.y - 270], 1.3), moveAlongArc(book, [OUT.x, OUT.y], {seconds: 1.3, degrees: 40}))));
  const vector = createRef<NumericVector>();
  view.add(<NumericVector ref={vector} values={entriesOf(LAMP)} dots={-2} fontSize={32} rowPitch={1.5} x={OUT.x} y={OUT.y} opacity={0} bracketGrowth={0} />);
  yield* all(vector().opacity(1, 0.6), book.opacity(0, 0.6), vector().bracketGrowth(1, 0.6));
  book.remove();

  yield* waitUntil('learned');
  yield* all(fadeOut([chip(), vector()], {seconds: 0.5, lag: 0}), matrix().endSpotlight(0.5), ...headings.map(heading => heading.opacity(1, 0.5)));
  yield* matrix().randomise({seed: 'W_E before training', seconds: 0.8});
  yield* learnFromData(matrix(), {seed: 'W_E', words: pieces.map(piece => piece.trim()).filter(word => word.length > 1), values: columns, seconds: 2.6, count: 40});

  yield* waitUntil('size');
  const wide = createRef<BraceLabel>();
  const tall = createRef<BraceLabel>();
  view.add(
    <>
      <BraceLabel ref={wide} of={matrix()} side={'below'} count={gpt3.vocabulary} label={'columns'} gap={20} growth={0} />
      <BraceLabel ref={tall} of={matrix()} side={'right'} count={gpt3.width} label={'entries'} gap={20} growth={0} />
    </>,
  );
  yield* wide().unfoldAndCount(1.4);
  yield* tall().unfoldAndCount(1.4);

  yield* waitUntil('count');
  const ledger = createRef<ParameterTally>();
  const embedding = ledgerRows(parameterTally(gpt3), ['embedding']);
  view.add(<ParameterTally ref={ledger} {...embedding} shown={0} y={350} />);
  yield* tag().opacity(0, 0.3);
  tag().text('computed from the sizes in the paper (Brown et al., 2020)');
  yield* all(ledger().shown(1, 1), tag().opacity(1, 0.6));
  yield* ledger().showShare(0.8);
});

/** Where the column stands that was taken out. */
const OUT = {x: 740, y: -50};

/** Middle of a column of the matrix, px of the view. */
function columnX(matrix: NumericMatrix, index: number): number {
  return matrix.inParent(matrix.columnBox(index)).center.x;
}

/** A token over its column, leaning so that long ones have room. */
function slantedToken(text: string, x: number): Layout {
  const label = (<Word text={text.trim()} fontSize={34} color={() => tokenColor(text).line} />) as Word;
  label.position([label.width() / 2, 0]);
  return (<Layout position={[x - 6, -282]} rotation={-42} opacity={0}>{label}</Layout>) as Layout;
}
