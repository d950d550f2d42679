/** Everything is arrays of numbers; one layer's weighted sums, worked out by hand; and the bend between layers. */
import {Layout, Line, Node, Txt, makeScene2D, type View2D} from '@motion-canvas/2d';
import {all, createRef, delay, makeRef, waitFor, waitUntil} from '@motion-canvas/core';
import {
  BoxStack,
  Equation,
  HighlightRect,
  NumericMatrix,
  NumericVector,
  fadeIn,
  fadeOut,
  matrixVectorProduct,
  product,
  relu,
  seededRandom,
  size,
  theme,
  valueToColor,
} from 'lectern';
import {Word} from '../../src/components/Word';
import {INPUTS, WEIGHTS, bentLayer, bentLayerSource} from './parts/bentLayer';
import {names} from './parts/pictureNet';
import {sourceTag} from './parts/sourceTag';
import {wallOfDials, wallSource} from './parts/wallOfDials';

/** How numbers are set that are never below 0, so that they need no room for a sign. */
const PLAIN = {sign: 'never', max: 1, fontSize: 44, columnAir: 0.8} as const;

export default makeScene2D(function* (view) {
  view.fill(() => theme().background);
  const before = showWallOfDials(view);

  yield* waitUntil('arrays');
  const tag = createRef<Txt>();
  const list = createRef<NumericVector>();
  const table = createRef<NumericMatrix>();
  const block = createRef<BoxStack>();
  const kinds: Word[] = [];
  const common = createRef<Word>();
  view.add(
    <>
      <NumericVector ref={list} values={randomTable('list', 5, 1).flat()} {...PLAIN} x={-600} y={-40} written={0} bracketGrowth={0} />
      <NumericMatrix ref={table} values={randomTable('table', 5, 4)} role="data" {...PLAIN} x={-130} y={-40} written={0} bracketGrowth={0} />
      <BoxStack ref={block} count={4} width={400} height={330} stepRight={42} stepUp={-36} x={430} y={-94} spread={0} opacity={0}>
        <NumericMatrix values={randomTable('block', 4, 3)} role="data" {...PLAIN} brackets={false} />
      </BoxStack>
      {['a list', 'a table', 'a block'].map((kind, index) => (
        <Word ref={makeRef(kinds, index)} text={kind} fontSize={size.label} weight={400} color={() => theme().muted} x={[-600, -130, 493][index]} y={235} opacity={0} />
      ))}
      <Word ref={common} text="tensors" fontSize={size.statement} weight={600} y={-400} opacity={0} />
    </>,
  );
  view.add(sourceTag(tag, 'illustrative numbers'));
  yield* fadeOut(before, {seconds: 0.6, lag: 0});
  yield* all(list().write(0.9), fadeIn(kinds[0], {seconds: 0.6}), fadeIn(tag(), {seconds: 0.6}));
  yield* all(table().write(1), fadeIn(kinds[1], {seconds: 0.6}));
  yield* all(block().opacity(1, 0.4), block().fan(1), fadeIn(kinds[2], {seconds: 0.6}));
  yield* fadeIn(common(), {seconds: 0.7});

  yield* waitUntil('layers');
  const {columns, arrows, answers} = chainOfLayers();
  view.add([...columns, ...arrows, ...answers]);
  yield* all(fadeOut([table(), block(), ...kinds, common()], {seconds: 0.5, lag: 0}), list().x(columns[0].x(), 0.8));
  columns[0].opacity(1);
  list().remove();
  for (const [index, arrow] of arrows.entries()) {
    yield* arrow.end(1, 0.35);
    yield* columns[index + 1].opacity(1).write(0.7);
  }
  const answer = createRef<HighlightRect>();
  const last = columns[columns.length - 1];
  const best = indexOfLargest(last.values());
  view.add(<HighlightRect ref={answer} around={answers[best]} drawn={0} padding={8} />);
  yield* fadeIn(answers, {seconds: 0.5});
  yield* answer().trace(0.5);

  yield* waitUntil('weighted-sum');
  const layer = bentLayer();
  const labels = [nameOver('weights', layer.weights), nameOver('inputs', layer.inputs)];
  const place = layer.row.position();
  const general = generalSum(layer);
  layer.row.add([...labels, general]).position([100, -30]);
  for (const node of [layer.equals, layer.into, layer.bend, layer.outOf, layer.bent, layer.without]) node.opacity(0);
  layer.weights.light(onlyRow(0)).bracketGrowth(0).opacity(0);
  layer.inputs.opacity(0);
  layer.sums.light([[0], [0], [0]]).bracketGrowth(0);
  view.add([layer.row, layer.without]);
  yield* all(
    fadeOut([...columns, ...arrows, ...answers, answer()], {seconds: 0.7, lag: 0}),
    tag().opacity(0, 0.5),
    delay(0.5, fadeIn([layer.inputs, labels[1]], {seconds: 0.8, lag: 0})),
  );
  tag().text(bentLayerSource);
  yield* all(fadeIn([layer.weights, labels[0]], {seconds: 0.8, lag: 0}), fadeIn(tag(), {seconds: 0.8}));
  yield* general.write(1);

  yield* waitUntil('example');
  const working = workedRow(layer);
  const marks: HighlightRect[] = [];
  layer.row.add([...working.lines, working.rule, working.total]);
  layer.row.add(
    <>
      <HighlightRect ref={makeRef(marks, 0)} around={layer.weights.entry(0, 0)} drawn={0} padding={2} />
      <HighlightRect ref={makeRef(marks, 1)} around={layer.inputs.item(0)} drawn={0} padding={2} />
    </>,
  );
  for (const [index, line] of working.lines.entries()) {
    if (index === 0) yield* all(...marks.map(mark => mark.trace(0.4)));
    else yield* all(marks[0].passTo(layer.weights.entry(0, index), 0.4), marks[1].passTo(layer.inputs.item(index), 0.4));
    yield* line.write(0.7);
    yield* waitFor(0.3);
  }
  yield* all(working.rule.end(1, 0.3), ...marks.map(mark => mark.opacity(0, 0.3)), delay(0.1, working.total.write(0.4)));

  yield* waitUntil('matrix');
  yield* all(
    fadeOut([general, ...working.lines, working.rule, working.total], {seconds: 0.5, lag: 0}),
    layer.row.x(295, 0.8),
    layer.weights.shine(() => 1, 0.8),
    layer.weights.bracketGrowth(1, 0.8),
    delay(0.4, layer.equals.opacity(1, 0.4)),
  );
  yield* product(layer.weights, layer.inputs, {result: layer.sums, seconds: 0.6});

  yield* waitUntil('bend');
  yield* all(layer.row.position(place, 0.8), fadeOut(labels, {seconds: 0.5, lag: 0}));
  yield* fadeIn([layer.into, layer.bend], {seconds: 0.6});
  yield* fadeIn([layer.outOf, layer.bent], {seconds: 0.6});
  yield* waitFor(0.3);
  for (const node of [...layer.two, ...layer.one]) node.opacity(0);
  layer.without.opacity(1);
  yield* fadeIn(layer.two, {seconds: 0.8, lag: 0});
  yield* fadeIn(layer.one, {seconds: 0.7, lag: 0.3});
});

/** The last picture of scene 13. */
function showWallOfDials(view: View2D): Node[] {
  const {wall, count, label} = wallOfDials();
  const tag = createRef<Txt>();
  view.add([wall, count, label, sourceTag(tag, wallSource)]);
  tag().opacity(1);
  return [wall, count, label, tag()];
}

/** Numbers from 0 to 1, one decimal: illustrative. */
function randomTable(name: string, rows: number, columns: number): number[][] {
  const random = seededRandom(`tensors/${name}`);
  return Array.from({length: rows}, () => Array.from({length: columns}, () => random.integer(11) / 10));
}

/** Four columns, each computed from the one before by seeded weights, the arrows between them, and what the last one is read as. */
function chainOfLayers() {
  const random = seededRandom('tensors/layers');
  let values = randomTable('list', 5, 1).flat();
  const columns = [values];
  for (const length of [6, 6, 4]) {
    const weights = Array.from({length}, () => values.map(() => random.uniform(-1, 1)));
    columns.push((values = matrixVectorProduct(weights, values).map(relu)));
  }
  const x = (index: number) => -700 + 400 * index;
  return {
    columns: columns.map((column, index) => (<NumericVector values={column} {...PLAIN} x={x(index)} y={-40} opacity={0} />) as NumericVector),
    answers: names.map((name, index) => {
      const word = (<Word text={name} fontSize={size.body} y={-40 + (index - 1.5) * 57} opacity={0} />) as Word;
      return word.x(x(3) + 84 + word.width() / 2);
    }),
    arrows: [0, 1, 2].map(
      index => (<Line points={[[x(index) + 105, -40], [x(index) + 295, -40]]} stroke={() => theme().muted} lineWidth={5} endArrow arrowSize={18} end={0} />) as Line,
    ),
  };
}

function indexOfLargest(values: readonly number[]): number {
  return values.indexOf(Math.max(...values));
}

function nameOver(name: string, under: Layout): Word {
  return (<Word text={name} fontSize={size.label} weight={400} color={() => theme().muted} x={under.x()} y={-200} opacity={0} />) as Word;
}

function onlyRow(row: number): number[][] {
  return WEIGHTS.map((weights, index) => weights.map(() => (index === row ? 1 : 0)));
}

/** A weighted sum in symbols, at the height of the names, where the worked one will stand under it. */
function generalSum({inputs}: {inputs: NumericVector}): Equation {
  const tex = INPUTS.map((_, index) => `{{w${index}: w_${index + 1}}} {{x${index}: x_${index + 1}}}`).join(' + ');
  const colors = Object.fromEntries(INPUTS.flatMap((_, index) => [[`w${index}`, theme().weight.positive], [`x${index}`, theme().data]]));
  const sum = (<Equation tex={tex} colors={colors} fontSize={60} written={0} y={-200} />) as Equation;
  return sum.x(inputs.x() + WORKED_RIGHT - sum.width() / 2);
}

/** How far right of the inputs the worked sum ends, px. */
const WORKED_RIGHT = 670;

/** The first row's sum in writing: each product beside its input, a rule, and the total. */
function workedRow({inputs}: {inputs: NumericVector}) {
  const right = inputs.x() + WORKED_RIGHT;
  const at = (index: number) => inputs.y() + inputs.boxOf(index).center.y;
  const last = at(INPUTS.length - 1);
  const products = INPUTS.map((input, index) => WEIGHTS[0][index] * input);
  const lines = products.map((value, index) => {
    const weight = WEIGHTS[0][index];
    const colors = {w: valueToColor(weight, 'weight', 3), x: valueToColor(INPUTS[index], 'data', 10)};
    return (<Equation tex={`{{w: ${weight}}} \\times {{x: ${INPUTS[index]}}} = ${value}`} colors={colors} fontSize={68} written={0} y={at(index)} />) as Equation;
  });
  for (const line of lines) line.x(right - line.width() / 2);
  const sum = (<Equation tex={`${products.reduce((total, value) => total + value, 0)}`} fontSize={68} written={0} y={last + 118} />) as Equation;
  sum.x(right - sum.width() / 2);
  return {
    lines,
    rule: (<Line points={[[right - 330, last + 62], [right + 8, last + 62]]} stroke={() => theme().ink} lineWidth={4} end={0} />) as Line,
    total: sum,
  };
}
