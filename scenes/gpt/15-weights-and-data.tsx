/** A heap of numbers sorts itself into what was learned and what is read. */
import {Node, Txt, makeScene2D, type View2D} from '@motion-canvas/2d';
import {all, createRef, delay, waitFor, waitUntil, type PossibleVector2, type ThreadGenerator} from '@motion-canvas/core';
import {NumericMatrix, NumericVector, fadeIn, fadeOut, moveAlongArc, seededRandom, size, smooth, theme, valueToColor} from 'lectern';
import {Word} from '../../src/components/Word';
import {bentLayer, bentLayerSource} from './parts/bentLayer';
import {sourceTag} from './parts/sourceTag';
import {TWO_KINDS, twoKinds} from './parts/twoKinds';

const FONT_SIZE = 36;
const LEFT = -440;
const RIGHT = 440;

export default makeScene2D(function* (view) {
  view.fill(() => theme().background);
  const before = showBentLayer(view);
  const {weights, columns} = whatIsSorted();
  view.add([...weights, ...columns]);
  const learned = weights.flatMap(numbersOf);
  const read = columns.flatMap(numbersOf);
  const tag = createRef<Txt>();
  view.add(sourceTag(tag, 'illustrative numbers'));

  yield* waitUntil('pile');
  const heap = seededRandom('heap').shuffled([...learned, ...read]);
  const anywhere = cells(heap.length, 14, {left: -830, right: 830});
  heap.forEach(({node}, index) => node.position(anywhere[index]));
  view.add(heap.map(({node}) => node));
  yield* all(fadeOut(before, {seconds: 0.7, lag: 0}), delay(0.4, all(fadeIn(heap.map(({node}) => node), {seconds: 2.8, lag: 0.03, scale: 0.6}), delay(0.3, fadeIn(tag(), {seconds: 0.8})))));

  yield* waitUntil('sort');
  yield* all(
    ...drift(learned, cells(learned.length, 8, {left: -860, right: -60})),
    ...drift(read, cells(read.length, 6, {left: 80, right: 850})),
  );

  yield* waitUntil('weights');
  const title = twoKinds();
  title.weights.fontSize(size.heading).position([LEFT, -375]);
  title.data.fontSize(size.heading).position([RIGHT, -375]);
  const fixed = note('learned once, then fixed', LEFT);
  const fresh = note('new for every text', RIGHT);
  for (const node of Object.values(title)) node.opacity(0);
  view.add([...Object.values(title), fixed, fresh]);
  yield* all(...settle(learned, 1.4), delay(0.5, all(...weights.map(matrix => matrix.bracketGrowth(1, 1, smooth)))), delay(0.9, fadeIn(title.weights, {seconds: 0.8})));
  handOver(learned, weights);
  yield* fadeIn(fixed, {seconds: 0.8});

  yield* waitUntil('data');
  yield* all(...settle(read, 1.2), delay(0.4, all(...columns.map(column => column.bracketGrowth(1, 0.9, smooth)))), delay(0.7, fadeIn(title.data, {seconds: 0.8})));
  handOver(read, columns);
  for (let text = 0; text < 3; text++) {
    yield* all(...columns.map((column, index) => column.become(randomList(`text ${text}/${index}`, column.values().length), 0.6)), text === 0 ? fadeIn(fresh, {seconds: 0.6}) : waitFor(0.6));
    yield* waitFor(0.5);
  }

  yield* waitUntil('rule');
  yield* all(
    fadeOut([...weights, ...columns, fixed, fresh, tag()], {seconds: 0.7, lag: 0}),
    title.weights.position(TWO_KINDS.weights, 1.3, smooth),
    title.weights.fontSize(TWO_KINDS.fontSize, 1.3, smooth),
    title.data.position(TWO_KINDS.data, 1.3, smooth),
    title.data.fontSize(TWO_KINDS.fontSize, 1.3, smooth),
  );
  yield* fadeIn([title.weightScale, title.dataScale], {seconds: 0.8});
});

/** The last picture of scene 14. */
function showBentLayer(view: View2D): Node[] {
  const {row, without} = bentLayer();
  const tag = createRef<Txt>();
  view.add([row, without, sourceTag(tag, bentLayerSource)]);
  tag().opacity(1);
  return [row, without, tag()];
}

/** Four weight matrices at the left and six columns of data at the right, all of them still empty and without brackets. */
function whatIsSorted() {
  const look = {max: 9.9, fontSize: FONT_SIZE, bracketGrowth: 0};
  const weights = [-1, 1].flatMap(row =>
    [-1, 1].map(column => {
      const values = Array.from({length: 4}, (_, line) => randomList(`weights/${row}/${column}/${line}`, 4));
      return new NumericMatrix({values, ...look, columnAir: 0.3, position: [LEFT + column * 204, -60 + row * 125], light: values.map(list => list.map(() => 0))});
    }),
  );
  const columns = Array.from({length: 6}, (_, index) => {
    const values = randomList(`data/${index}`, 8);
    return new NumericVector({values, ...look, rowPitch: 1.5, position: [RIGHT + (index - 2.5) * 134, -60], light: values.map(() => [0])});
  });
  return {weights, columns};
}

/** A number that can move, and the place where it belongs. */
interface Loose {
  readonly node: NumericVector;
  readonly home: PossibleVector2;
  readonly color: string;
}

/** Every entry of a matrix or column as a number of its own, all of one look. */
function numbersOf(grid: NumericMatrix | NumericVector): Loose[] {
  const role = grid.role();
  return grid.table().flatMap((row, i) =>
    row.map((value, j) => ({
      node: new NumericVector({values: [value], role, max: 9.9, fontSize: FONT_SIZE, brackets: false, tint: theme().muted, opacity: 0}),
      home: grid.inParent(grid.entryBox(i, j)).center,
      color: valueToColor(value, role, 9.9),
    })),
  );
}

/** As many places as asked in even rows, each moved a little by chance, so that nothing overlaps and nothing lines up. */
function cells(count: number, columns: number, {left, right}: {left: number; right: number}): [number, number][] {
  const random = seededRandom(`places/${count}/${left}`);
  const rows = Math.ceil(count / columns);
  const [width, height] = [(right - left) / columns, 790 / rows];
  return Array.from({length: count}, (_, index) => [
    left + ((index % columns) + 0.5) * width + random.uniform(-0.5, 0.5) * (width - 84),
    -450 + (Math.floor(index / columns) + 0.5) * height + random.uniform(-0.22, 0.22) * height,
  ]);
}

/** Numbers take their colour and drift to places on their side. */
function drift(numbers: readonly Loose[], places: readonly [number, number][]): ThreadGenerator[] {
  const random = seededRandom(`ways/${numbers.length}`);
  return numbers.map(({node, color}, index) => all(node.tint(color, 1), moveAlongArc(node, places[index], {seconds: 1.9, degrees: random.uniform(-40, 40)})));
}

/** Numbers go to where they belong. */
function settle(numbers: readonly Loose[], seconds: number): ThreadGenerator[] {
  return numbers.map(({node, home}) => node.position(home, seconds, smooth));
}

/** From here on the matrices show their numbers themselves, in the very places where the loose ones have come to rest. */
function handOver(numbers: readonly Loose[], grids: readonly (NumericMatrix | NumericVector)[]): void {
  for (const grid of grids) grid.light(null);
  for (const {node} of numbers) node.remove();
}

function note(text: string, x: number): Word {
  return (<Word text={text} fontSize={size.label} weight={400} color={() => theme().muted} x={x} y={255} opacity={0} />) as Word;
}

/** Illustrative entries; the same name gives the same ones in every render. */
function randomList(name: string, length: number): number[] {
  const random = seededRandom(`weights and data/${name}`);
  return Array.from({length}, () => Math.round(random.uniform(-9.9, 9.9) * 10) / 10);
}
