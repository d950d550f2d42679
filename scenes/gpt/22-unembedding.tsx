/** The last vector meets one row for every token; each meeting is a score. */
import {Line, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, delay, makeRef, range, waitUntil} from '@motion-canvas/core';
import {
  BraceLabel,
  NumericMatrix,
  NumericVector,
  ParameterTally,
  TokenStrip,
  fadeIn,
  fadeOut,
  laggedStart,
  parameterTally,
  product,
  seededRandom,
  size,
  theme,
} from 'lectern';
import {Word} from '../../src/components/Word';
import {entriesOf} from './parts/entries';
import {gpt3} from './parts/gpt3';
import {ledgerRows} from './parts/ledger';
import {candidates, logits} from './parts/scores';
import {TOKEN_ROW, pieces} from './parts/sentence';
import {sourceTag} from './parts/sourceTag';

const CAME = pieces.length - 1;
/** The last vector, and rows whose visible entries give exactly the chapter's scores with it: illustrative. */
const last = [2, -1, 3, 1];
const rows = logits.map((score, index) => rowWithScore(score, index));

/** Where the product stands, and how far its rows are apart, px. */
const PRODUCT = {matrix: -150, vector: 290, scores: 620, y: -20} as const;

export default makeScene2D(function* (view) {
  const strip = createRef<TokenStrip>();
  const tag = createRef<Txt>();
  const columns: NumericVector[] = [];
  view.fill(() => theme().background);
  view.add(<TokenStrip ref={strip} pieces={pieces} {...TOKEN_ROW} opacity={0} />);
  view.add(sourceTag(tag, 'illustrative numbers'));
  view.add(pieces.map((piece, index) => (
    <NumericVector ref={makeRef(columns, index)} values={index === CAME ? last : entriesOf(`${piece} at the end`, last.length)} dots={-2} {...NUMBERS} fontSize={34} x={strip().boxOf(index).center.x} y={COLUMNS_Y} written={0} bracketGrowth={0} />
  )));

  yield* waitUntil('last');
  yield* all(fadeIn(strip(), {seconds: 0.6}), laggedStart(columns, (column, seconds) => column.write(seconds), {seconds: 1.6, lag: 0.1}), fadeIn(tag(), {seconds: 0.8}));
  yield* all(strip().spotlight([CAME], 0.6), ...columns.slice(0, CAME).map(column => column.opacity(0.2, 0.6)));

  yield* waitUntil('matrix');
  const matrix = createRef<NumericMatrix>();
  const vector = createRef<NumericVector>();
  const scores = createRef<NumericVector>();
  const [matrixName, vectorName, scoresName, equals] = range(4).map(() => createRef<Word>());
  view.add(
    <>
      <NumericMatrix ref={matrix} values={rows} rowDots={-2} columnDots={-2} columnAir={1.25} {...NUMBERS} x={PRODUCT.matrix} y={PRODUCT.y} written={0} bracketGrowth={0} />
      <NumericVector ref={vector} values={last} dots={-2} {...NUMBERS} x={PRODUCT.vector} y={PRODUCT.y} opacity={0} />
      <NumericVector ref={scores} values={logits.map(() => 0)} dots={-2} {...NUMBERS} tint={() => theme().logit} x={PRODUCT.scores} y={PRODUCT.y} bracketGrowth={0} />
      <Word ref={matrixName} text={'unembedding matrix'} x={PRODUCT.matrix} y={NAME_Y} opacity={0} />
      <Word ref={vectorName} text={'last vector'} x={PRODUCT.vector} y={NAME_Y} color={() => theme().data} opacity={0} />
      <Word ref={scoresName} text={'scores'} x={PRODUCT.scores} y={NAME_Y} color={() => theme().logit} opacity={0} />
      <Word ref={equals} text={'='} x={(PRODUCT.vector + PRODUCT.scores) / 2} y={PRODUCT.y} fontSize={60} opacity={0} />
    </>,
  );
  const column = columns[CAME];
  scores().light(logits.map(() => [0]));
  yield* all(
    ...columns.slice(0, CAME).map(each => each.opacity(0, 0.5)),
    strip().opacity(0, 0.5),
    column.position(vector().position(), 1),
    column.scale(NUMBERS.fontSize / column.fontSize(), 1),
    vectorName().opacity(1, 1),
  );
  // The same picture from here on, now a part of the product.
  vector().opacity(1);
  column.opacity(0);
  const tokens = candidates.map((word, index) => rowToken(word, matrix(), index));
  const brace = createRef<BraceLabel>();
  view.add(tokens);
  view.add(<BraceLabel ref={brace} of={{from: [TOKENS_LEFT, matrix().top().y], to: [TOKENS_LEFT, matrix().bottom().y]}} side={'left'} count={gpt3.vocabulary} gap={10} growth={0} />);
  yield* all(matrixName().opacity(1, 0.6), matrix().bracketGrowth(1, 0.8), matrix().write(1.6), delay(0.6, laggedStart(tokens, (token, seconds) => token.opacity(1, seconds), {seconds: 1.4, lag: 0.3})));
  yield* brace().unfoldAndCount(1.4);

  yield* waitUntil('scores');
  yield* tag().opacity(0, 0.2);
  tag().text('illustrative entries; each score is computed from the entries that are shown');
  yield* all(scoresName().opacity(1, 0.5), equals().opacity(1, 0.5), brace().opacity(0.35, 0.5), tag().opacity(1, 0.5));
  yield* product(matrix(), vector(), {result: scores(), seconds: [1.5, 0.7, 0.4, 0.3, 0.25, 0.25]});

  yield* waitUntil('others');
  const shown = [matrix(), vector(), scores(), matrixName(), vectorName(), scoresName(), equals(), brace(), ...tokens];
  column.scale(1).position([strip().boxOf(CAME).center.x, COLUMNS_Y]);
  yield* fadeOut(shown, {seconds: 0.7, lag: 0});
  yield* all(strip().opacity(1, 0.7), strip().endSpotlight(0.7), ...columns.map(each => each.opacity(1, 0.7)));
  const lessons = columns.map((each, index) => lesson(strip(), each, index));
  view.add(lessons.flatMap(({nodes}) => nodes));
  yield* laggedStart(lessons, ({fly}, seconds) => fly(seconds), {seconds: 2.6, lag: 0.12});

  yield* waitUntil('count');
  const ledger = createRef<ParameterTally>();
  yield* all(fadeOut([strip(), ...columns, ...lessons.flatMap(({nodes}) => nodes)], {seconds: 0.7, lag: 0}), tag().opacity(0, 0.4));
  tag().text('computed from the sizes in the paper (Brown et al., 2020)');
  view.add(<ParameterTally ref={ledger} {...ledgerRows(parameterTally(gpt3), ['embedding', 'unembedding'])} shown={1} share={1} scale={1.2} opacity={0} y={-40} />);
  yield* all(fadeIn(ledger(), {seconds: 0.6}), tag().opacity(1, 0.6));
  yield* ledger().reveal(0.8);
  yield* ledger().showSum(0.9);
});

const NUMBERS = {fontSize: 42, rowPitch: 1.6} as const;
const NAME_Y = -360;
const COLUMNS_Y = -130;
/** Left edge of the tokens at the rows. */
const TOKENS_LEFT = -630;

/** A row of weights whose product with the last vector is the score; all but its last entry are drawn by lot. */
function rowWithScore(score: number, index: number): number[] {
  const random = seededRandom(`row ${index} of the unembedding matrix`);
  const free = range(last.length - 1).map(() => Math.round(random.uniform(-10, 10)) / 10);
  const rest = score - free.reduce((sum, weight, place) => sum + weight * last[place], 0);
  return [...free, Math.round((rest / last.at(-1)!) * 10) / 10];
}

/** The token to which a row belongs, before its row. */
function rowToken(word: string, matrix: NumericMatrix, index: number): Word {
  const row = matrix.inParent(matrix.rowBox(index)).center;
  const token = (<Word text={word} fontSize={size.label} color={() => theme().ink} y={row.y} opacity={0} />) as Word;
  token.x(matrix.left().x - 28 - token.width() / 2);
  return token;
}

/** Under a column the token that truly came next: it flies there from the text. The last one has still to be guessed. */
function lesson(strip: TokenStrip, column: NumericVector, index: number) {
  const x = column.x();
  const line = (<Line points={[[x, column.bottom().y + 16], [x, column.bottom().y + 60]]} stroke={() => theme().muted} lineWidth={4} endArrow arrowSize={14} end={0} />) as Line;
  const chip = index === CAME ? ((<Word text={'?'} fontSize={size.heading} weight={600} color={() => theme().highlight} position={[x, NEXT_Y]} opacity={0} />) as Word) : strip.copyOf(index + 1);
  const target: [number, number] = [index === 0 ? x + 45 : x, NEXT_Y];
  chip.opacity(0);
  function* fly(seconds: number) {
    yield* all(line.end(1, seconds), chip.opacity(1, seconds * 0.3), chip.position(target, seconds), chip.scale(index === CAME ? 1 : 0.72, seconds));
  }
  return {nodes: [line, chip], fly};
}

const NEXT_Y = 135;
