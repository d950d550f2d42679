/** A questionnaire: one column goes in, questions stand in a list, and the answers say what is added. */
import {Circle, Layout, Line, Rect, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, delay, makeRef, waitUntil} from '@motion-canvas/core';
import {
  FlowBlock,
  NumericMatrix,
  NumericVector,
  TokenStrip,
  VectorArrow,
  fadeIn,
  fadeOut,
  formatNumber,
  laggedStart,
  moveAlongArc,
  product,
  seededRandom,
  size,
  theme,
  valueToColor,
} from 'lectern';
import {TitledBox} from '../../src/components/TitledBox';
import {Word} from '../../src/components/Word';
import {Block} from './parts/blocks';
import {entriesOf} from './parts/entries';
import {BigMatrix, BigResult, BigVector, Equals, ILLUSTRATIVE, smallUp, weightsOf} from './parts/matrixTimesVector';
import {TOKEN_ROW, pieces} from './parts/sentence';
import {sourceTag} from './parts/sourceTag';

const LAMP = pieces.indexOf(' lamp');

/** Our own questions, and how strongly a lamp says yes: illustrative. */
const QUESTIONS: readonly (readonly [question: string, answer: number])[] = [
  ['Is it alive?', 0.03],
  ['Does it give light?', 0.94],
  ['Is it part of a name?', 0.11],
  ['Is it at sea?', 0.38],
  ['Can it be lit?', 0.88],
  ['Is this the end of a clause?', 0.06],
  ['Does it belong to someone?', 0.47],
];

/** Rows of the questionnaire, stage px: where lines come in, where the text starts, where the answer ends. */
const ROW = {top: -330, pitch: 94, node: -480, text: -430, answer: 220} as const;
const rowY = (row: number) => ROW.top + row * ROW.pitch;
const MIDDLE = rowY((QUESTIONS.length - 1) / 2);
/** Where the sum stands, the plus, and what is added while both are seen. */
const SUM = {x: 590, plus: 700, added: 810} as const;

export default makeScene2D(function* (view) {
  const attention = createRef<FlowBlock>();
  const tag = createRef<Txt>();
  view.fill(() => theme().background);
  view.add([<Block ref={attention} title={'attention'} />, sourceTag(tag, ILLUSTRATIVE)]);

  yield* waitUntil('alone');
  yield* all(fadeOut(attention(), {seconds: 0.7}), attention().x(-500, 0.7));
  const lanes = laneOfEachToken();
  const frame = createRef<TitledBox>();
  view.add([
    <TitledBox ref={frame} title={'multilayer perceptron (MLP)'} width={1580} height={810} y={-55} color={() => theme().muted} ground={() => theme().panel} drawn={0} />,
    lanes.strip,
    ...lanes.nodes,
  ]);
  yield* all(frame().open(1), fadeIn([lanes.strip, ...lanes.before], {seconds: 1, lag: 0}));
  yield* all(...lanes.rules.map(rule => rule.end(1, 0.8)), ...lanes.arrows.map(arrow => arrow.grow(1)));
  yield* all(...lanes.after.map(column => column.write(1)));

  yield* waitUntil('questions');
  const lamp = lanes.before[LAMP];
  const rest = [...lanes.before, ...lanes.after, ...lanes.rules, ...lanes.arrows].filter(node => node !== lamp);
  yield* all(fadeOut([...rest, frame()], {seconds: 0.7, lag: 0}), lanes.strip.spotlight([LAMP], 0.7, 0));
  const vector = (<NumericVector values={entriesOf(' lamp')} dots={-2} fontSize={36} rowPitch={1.5} x={-730} y={MIDDLE + 20} opacity={0} />) as NumericVector;
  view.add(vector);
  const chipY = vector.top().y - 56;
  yield* all(
    lanes.strip.position([-730 - lanes.strip.boxOf(LAMP).center.x, chipY], 1),
    lamp.position(vector.position(), 1),
    lamp.opacity(0, 1),
    vector.opacity(1, 1),
  );
  const rows = questionnaire();
  view.add([...rows.texts, ...rows.nodes, ...rows.answers]);
  yield* all(laggedStart([...rows.texts], (text, seconds) => text.opacity(1, seconds), {seconds: 4.4, lag: 0.8}), fadeIn(tag(), {seconds: 1}));

  yield* waitUntil('answers');
  const fans = QUESTIONS.map((_, row) => linesInto(vector, row));
  view.insert(fans.flat(), 0);
  yield* all(
    fadeIn(rows.nodes, {seconds: 0.8, lag: 0.1}),
    laggedStart(fans, (fan, seconds) => all(...fan.map(line => line.end(1, seconds))), {seconds: 2.2, lag: 0.35}),
  );
  yield* laggedStart(rows.fills, (fill, seconds, row) => all(fill.opacity(QUESTIONS[row][1], seconds), rows.answers[row].opacity(1, seconds)), {seconds: 1.4, lag: 0.3});

  yield* waitUntil('write-back');
  const added = (<NumericVector values={entriesOf('what a lamp is given').map(value => Math.round(value * 4) / 10)} dots={-2} fontSize={36} rowPitch={1.5} x={SUM.x} y={vector.y()} sign={'always'} written={0} bracketGrowth={0} />) as NumericVector;
  const given = QUESTIONS.flatMap(([, answer], row) => (answer > 0.3 ? [linesOutOf(row, added, answer)] : []));
  view.add([added, ...given.flat()]);
  yield* all(laggedStart(given, (fan, seconds) => all(...fan.map(line => line.end(1, seconds))), {seconds: 1, lag: 0.2}), added.write(1.2));
  const copy = vector.clone();
  const plus = createRef<Word>();
  view.add([copy, <Word ref={plus} text={'+'} x={SUM.plus} y={vector.y()} fontSize={size.heading} opacity={0} />]);
  const list = [...rows.texts, ...rows.nodes, ...rows.answers, ...fans.flat()];
  const strength = list.map(node => node.opacity());
  yield* all(...list.map((node, index) => node.opacity(0.15 * strength[index], 0.5)), ...given.flat().map(line => line.opacity(0, 0.5)), added.x(SUM.added, 0.8));
  yield* all(moveAlongArc(copy, [SUM.x, vector.y()], {seconds: 1.1, degrees: 40}), fadeIn(plus(), {seconds: 1.1}));
  yield* all(...list.map((node, index) => node.opacity(strength[index], 0.8)), added.x(SUM.x, 0.8), added.opacity(0, 0.4), plus().opacity(0, 0.5), copy.become(vector.values().map((value, index) => value + added.values()[index]), 1));

  yield* waitUntil('caution');
  const blurs = rows.texts.map((text, row) => blurred(text, row));
  view.add(blurs);
  yield* all(
    copy.opacity(0.3, 0.6),
    laggedStart(blurs, (blur, seconds, row) => all(blur.opacity(1, seconds), rows.texts[row].opacity(0, seconds)), {seconds: 3.4, lag: 0.4}),
  );

  yield* waitUntil('matrices');
  const leaving = view.children().filter(node => node.opacity() > 0 && node !== tag());
  const boxes = bothBlocks();
  view.add([...boxes.frames, ...boxes.matrices]);
  yield* all(
    fadeOut(leaving, {seconds: 0.6, lag: 0}),
    delay(0.4, all(...boxes.frames.map(box => box.open(0.7)), laggedStart(boxes.matrices, (matrix, seconds) => matrix.write(seconds), {seconds: 1.4, lag: 0.15}))),
  );

  yield* waitUntil('product');
  const matrix = createRef<NumericMatrix>();
  const column = createRef<NumericVector>();
  const [equals, result] = [createRef<Word>(), createRef<NumericVector>()];
  view.add([<BigMatrix ref={matrix} opacity={0} />, <BigVector ref={column} opacity={0} />, <Equals ref={equals} opacity={0} />]);
  const small = boxes.up;
  const others = boxes.matrices.filter(each => each !== small);
  const place = {at: matrix().position(), scale: small.width() / matrix().width()};
  matrix().position(small.position()).scale(place.scale);
  yield* all(
    fadeOut([...others, ...boxes.frames], {seconds: 0.7, lag: 0}),
    small.opacity(0, 0.5),
    matrix().opacity(1, 0.5),
    matrix().position(place.at, 1.1),
    matrix().scale(1, 1.1),
  );
  yield* all(fadeIn(column(), {seconds: 0.6, shift: [60, 0]}), fadeIn(equals(), {seconds: 0.6}));
  view.add(<BigResult ref={result} known={0} />);
  yield* product(matrix(), column(), {result: result(), seconds: [0.75, 0.4]});
});

/** Eleven tokens, each with its column above and what becomes of it below: an arrow of its own, and rules between. */
function laneOfEachToken() {
  const strip = (<TokenStrip pieces={pieces} {...TOKEN_ROW} y={-325} opacity={0} />) as TokenStrip;
  const x = pieces.map((_, index) => strip.boxOf(index).center.x);
  const before: NumericVector[] = [];
  const after: NumericVector[] = [];
  const arrows: VectorArrow[] = [];
  const rules: Line[] = [];
  const nodes = pieces.flatMap((piece, index) => [
    <NumericVector ref={makeRef(before, index)} values={entriesOf(piece, 4)} dots={-2} fontSize={28} x={x[index]} y={-180} opacity={0} />,
    <VectorArrow ref={makeRef(arrows, index)} from={[x[index], -70]} to={[x[index], 62]} color={() => theme().muted} thickness={5} growth={0} />,
    <NumericVector ref={makeRef(after, index)} values={entriesOf(`${piece} answered`, 4)} dots={-2} fontSize={28} x={x[index]} y={172} written={0} bracketGrowth={0} />,
  ]);
  const between = x.slice(1).map((here, index) => {
    const [left, right] = [strip.boxOf(index), strip.boxOf(index + 1)];
    const middle = Math.min(Math.max((left.right + right.left) / 2, x[index] + 46), here - 46);
    return <Line ref={makeRef(rules, index)} points={[[middle, -285], [middle, 282]]} stroke={() => theme().grid} lineWidth={3} end={0} />;
  });
  return {strip, before, after, arrows, rules, nodes: [...nodes, ...between]};
}

/** The questions, a node for each answer, and the answers as numbers; nothing is visible yet. */
function questionnaire() {
  const texts: Txt[] = [];
  const nodes: Circle[] = [];
  const fills: Circle[] = [];
  const answers: Word[] = [];
  QUESTIONS.forEach(([question, answer], row) => {
    <Txt ref={makeRef(texts, row)} text={question} fontFamily={() => theme().textFont} fontSize={size.label} fill={() => theme().ink} offset={[-1, 0]} position={[ROW.text, rowY(row)]} opacity={0} />;
    <Circle ref={makeRef(nodes, row)} size={46} position={[ROW.node, rowY(row)]} fill={() => theme().background} stroke={() => theme().ink} lineWidth={4} opacity={0}>
      <Circle ref={makeRef(fills, row)} size={42} fill={() => theme().activation} opacity={0} />
    </Circle>;
    <Word ref={makeRef(answers, row)} text={formatNumber(answer, {decimals: 2})} x={ROW.answer} y={rowY(row)} fontSize={size.label} color={() => theme().activation} opacity={0} />;
  });
  return {texts, nodes, fills, answers};
}

/** Lines from every entry of a vector into one node, coloured as weights are. */
function linesInto(vector: NumericVector, row: number): Line[] {
  const random = seededRandom(`question ${row}`);
  return vector.values().map((_, index) => {
    const entry = vector.boxOf(index).center;
    const weight = random.uniform(-1, 1);
    return (
      <Line points={[[vector.right().x + 8, vector.y() + entry.y], [ROW.node - 23, rowY(row)]]} stroke={() => valueToColor(weight, 'weight', 1)} lineWidth={1 + 2 * Math.abs(weight)} opacity={0.75} end={0} />
    ) as Line;
  });
}

/** Lines from an answer to every entry of what is added, as strong as the answer. */
function linesOutOf(row: number, vector: NumericVector, answer: number): Line[] {
  return vector.values().map((_, index) => {
    const entry = vector.boxOf(index).center;
    return (
      <Line points={[[ROW.answer + 60, rowY(row)], [vector.left().x - 8, vector.y() + entry.y]]} stroke={() => theme().activation} lineWidth={3} opacity={0.7 * answer} end={0} />
    ) as Line;
  });
}

/** What a question looks like that nobody can put in words: strokes in place of letters. */
function blurred(text: Txt, row: number): Layout {
  const random = seededRandom(`blurred question ${row}`);
  let x = ROW.text;
  const end = ROW.text + text.width();
  const strokes: Rect[] = [];
  while (x < end - 30) {
    const width = Math.min(random.uniform(50, 150), end - x);
    strokes.push((<Rect x={x + width / 2} y={rowY(row)} width={width} height={20} radius={10} fill={() => theme().grid} />) as Rect);
    x += width + 16;
  }
  return (<Layout opacity={0}>{strokes}</Layout>) as Layout;
}

/** The matrices that both kinds of block are made of: four and two. */
function bothBlocks() {
  const frames = ['attention', 'MLP'].map((title, index) => (
    <TitledBox title={title} width={800} height={640} x={index === 0 ? -430 : 430} y={-50} color={() => theme().muted} ground={() => theme().panel} drawn={0} />
  )) as TitledBox[];
  const matrix = (values: number[][], x: number, y: number) =>
    (<NumericMatrix values={values} fontSize={28} columnAir={0.7} x={x} y={y} written={0} bracketGrowth={0} />) as NumericMatrix;
  const up = matrix(smallUp, 192, -20);
  const down = matrix(weightsOf('down', 3, 6), 560, -20);
  const four = ['query', 'key', 'value down', 'value up'].map((name, index) => matrix(weightsOf(name, 4, 4), index % 2 === 0 ? -620 : -250, index < 2 ? -140 : 110));
  return {frames, up, matrices: [...four, up, down]};
}
