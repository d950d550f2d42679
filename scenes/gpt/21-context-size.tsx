/** A window over a long text: what fits, what falls out, what more room would cost, and how much later models have. */
import {Gradient, Layout, Line, Rect, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, chain, createRef, createSignal, delay, linear, makeRef, range, waitFor, waitUntil} from '@motion-canvas/core';
import {BraceLabel, TokenStrip, fadeIn, fadeOut, formatInteger, laggedStart, seededRandom, size, smooth, theme, tokenColor, valueToColor} from 'lectern';
import {Word} from '../../src/components/Word';
import {lagShare} from '../../src/motion/laggedStart';
import {contextBars, contextSource} from './parts/contextBars';
import {entriesOf} from './parts/entries';
import {gpt3} from './parts/gpt3';
import {TOKEN_ROW, pieces} from './parts/sentence';
import {sayInstead, sourceTag} from './parts/sourceTag';

/** Each small chip stands for so many tokens. */
const PER_CHIP = 32;
const IN_WINDOW = gpt3.context / PER_CHIP;
const CHIP = {pitch: 21, width: 16, height: 44} as const;
const WINDOW = {left: (-IN_WINDOW / 2) * CHIP.pitch, width: IN_WINDOW * CHIP.pitch, y: -100} as const;
/** Room for the frame between the chips within it and those outside, px. */
const FRAME_GAP = 12;

/** Chips before the window, and chips that are still to come. */
const BEFORE = 14;
const TO_COME = 36;
/** Where the text names someone, and where it asks for the name: places from the window's first chip. */
const NAMED = 9;
const ASKED = NAMED + IN_WINDOW + 1;

export default makeScene2D(function* (view) {
  const strip = createRef<TokenStrip>();
  const tag = createRef<Txt>();
  /** How many chips the text has moved on. */
  const moved = createSignal(0);
  view.fill(() => theme().background);
  view.add(<TokenStrip ref={strip} pieces={pieces} {...TOKEN_ROW} />);
  view.add(sourceTag(tag, `each small box stands for ${PER_CHIP} tokens; context size of GPT-3: Brown et al., 2020`));

  yield* waitUntil('window');
  const text = createRef<Layout>();
  const chips: Rect[] = [];
  const come = createSignal(0);
  view.add(<Layout ref={text}>{range(-BEFORE, IN_WINDOW + TO_COME).map((place, index) => smallChip(makeRef(chips, index), place, moved, () => smooth(lagShare(come(), index, chips.length, 0.05))))}</Layout>);
  yield* all(strip().y(WINDOW.y, 1), strip().scale(0.12, 1), strip().opacity(0, 1), delay(0.5, come(1, 1.4, linear)), fadeIn(tag(), {seconds: 1}));
  const frame = createRef<Rect>();
  const brace = createRef<BraceLabel>();
  const [top, bottom] = [WINDOW.y - CHIP.height / 2, WINDOW.y + CHIP.height / 2];
  const right = WINDOW.left + WINDOW.width;
  view.add(
    <>
      <Rect ref={frame} position={[0, WINDOW.y]} size={[WINDOW.width + FRAME_GAP, CHIP.height + 26]} radius={10} stroke={() => theme().highlight} lineWidth={5} end={0} />
      <BraceLabel ref={brace} of={{from: [WINDOW.left, top], to: [right, top]}} side={'above'} count={gpt3.context} label={'tokens'} gap={28} growth={0} />
    </>,
  );
  yield* frame().end(1, 1);
  yield* waitFor(1.2);
  yield* brace().unfoldAndCount(1.7);

  yield* waitUntil('array');
  const columns: Rect[] = [];
  view.add(range(IN_WINDOW).map(place => hangingColumn(makeRef(columns, place), place, bottom)));
  const tall = createRef<BraceLabel>();
  view.add(<BraceLabel ref={tall} of={{from: [right, bottom + COLUMN.gap], to: [right, bottom + COLUMN.gap + COLUMN.height]}} side={'right'} count={gpt3.width} gap={14} fontSize={34} growth={0} />);
  yield* laggedStart(columns, (column, seconds) => column.height(COLUMN.height, seconds), {seconds: 1.4, lag: 0.04});
  yield* tall().unfoldAndCount(1);
  yield* sayInstead(tag(), `computed: ${formatInteger(gpt3.context)} columns of ${formatInteger(gpt3.width)} are ${formatInteger(gpt3.context * gpt3.width)} numbers`);

  yield* waitUntil('edge');
  const name = said('“My name is Ada.”', NAMED, moved);
  const question = said('“What is my name?”', ASKED, moved);
  view.add([name.node, question.node]);
  yield* all(fadeOut([...columns, tall(), brace()], {seconds: 0.8, lag: 0}), tag().opacity(0, 0.8), delay(0.5, name.node.opacity(1, 0.5)));
  yield* waitFor(2.1);
  yield* all(moved(NAMED + 3, 1.5), delay(0.5, question.node.opacity(1, 0.5)));

  yield* waitUntil('cost');
  tag().text(`computed: ${formatInteger(gpt3.context)} × ${formatInteger(gpt3.context)} = ${formatInteger(gpt3.context ** 2)} pairs; a GPT then masks those with later words`);
  const small = pairsGrid(4, -470);
  const large = pairsGrid(8, 330);
  view.add([...small.nodes, ...large.nodes]);
  yield* all(
    fadeOut([text(), frame(), name.node, question.node], {seconds: 0.6, lag: 0}),
    delay(0.4, all(small.appear(1.2), tag().opacity(1, 0.6))),
  );
  yield* large.appear(1.8);
  // Four times the smaller one: the larger one comes apart into quarters, and each is framed.
  const quarters = range(4).map(index => quarterOutline(large, index));
  view.add(quarters);
  yield* all(large.part(0.8), delay(0.3, laggedStart(quarters, (outline, seconds) => outline.end(1, seconds), {seconds: 1.8, lag: 0.4})));

  yield* waitUntil('choice');
  const rows = contextBars();
  for (const row of rows) row.hide();
  view.add(rows.map(({node}) => node));
  yield* all(
    fadeOut([...small.nodes, ...large.nodes, ...quarters], {seconds: 0.7, lag: 0}),
    sayInstead(tag(), contextSource),
    delay(0.5, chain(...rows.map(row => row.appear(0.5)))),
  );
});

const COLUMN = {gap: 24, height: 330} as const;

/** How strongly a chip is drawn while it stands still: within the window fully. */
function lightAt(x: number): number {
  return 1 - 0.78 * outsideOf(x);
}

/** How far a chip has left the window, 0 to 1; half a chip's way beyond the edge it is wholly out. */
function outsideOf(x: number): number {
  const outside = Math.max(WINDOW.left - x, x - (WINDOW.left + WINDOW.width), 0);
  return Math.min(1, (2 * outside) / CHIP.pitch);
}

/** One small box of the long text; it moves with it, and dims where it leaves the window. */
function smallChip(ref: (rect: Rect) => void, place: number, moved: () => number, shown: () => number) {
  const random = seededRandom(`small chip ${place}`);
  const hue = random.pick(pieces);
  const x = () => chipX(place - moved());
  // Outside the window a chip stands as far from the frame as it does inside.
  const beside = () => FRAME_GAP * Math.sign(x()) * smooth(outsideOf(x()));
  return (
    <Rect ref={ref} position={() => [x() + beside(), WINDOW.y]} size={[CHIP.width, CHIP.height]} radius={4} fill={() => tokenColor(hue).line} opacity={() => lightAt(x()) * shown()} />
  );
}

/** Middle of the chip at a place counted from the left edge of the window. */
function chipX(place: number): number {
  return WINDOW.left + (place + 0.5) * CHIP.pitch;
}

/** A column of a vector, too thin for its numbers: only their colours. It hangs from its chip. */
function hangingColumn(ref: (rect: Rect) => void, place: number, bottom: number) {
  const values = entriesOf(`thin column ${place}`, 9);
  const stops = () => values.map((value, index) => ({offset: index / (values.length - 1), color: valueToColor(value, 'data', 9.9)}));
  return (
    <Rect
      ref={ref}
      offset={[0, -1]}
      position={[chipX(place), bottom + COLUMN.gap]}
      size={[CHIP.width - 3, 0]}
      radius={4}
      fill={() => new Gradient({from: [0, -COLUMN.height / 2], to: [0, COLUMN.height / 2], stops: stops()})}
    />
  );
}

/** Words that hang under a place of the text and move with it; they dim with their chip. */
function said(text: string, place: number, moved: () => number) {
  const x = () => chipX(place - moved());
  const node = (
    <Layout opacity={0}>
      <Line points={() => [[x(), WINDOW.y + 44], [x(), WINDOW.y + 118]]} stroke={() => theme().ink} lineWidth={4} opacity={() => lightAt(x())} />
      <Word text={text} fontSize={size.label} position={() => [x(), WINDOW.y + 156]} opacity={() => lightAt(x())} />
    </Layout>
  ) as Layout;
  return {node};
}

const GRID = {pitch: 64, cell: 54, floor: 200} as const;

/** An outline around one quarter of the larger grid: as many cells as the smaller one has. */
function quarterOutline({grid, shift}: ReturnType<typeof pairsGrid>, index: number): Rect {
  const side = 4 * GRID.pitch;
  const [right, below] = [index % 2 - 0.5, Math.floor(index / 2) - 0.5];
  return (<Rect position={() => [grid.x() + right * (side + shift()), grid.y() + below * (side + shift())]} size={side + 8} radius={14} stroke={() => theme().highlight} lineWidth={4} end={0} />) as Rect;
}

/** Every vector with every other: n rows of n cells, and how many that makes. */
function pairsGrid(n: number, x: number) {
  const {pitch, cell, floor} = GRID;
  const cells: Rect[] = [];
  /** How far its quarters have come apart, px. */
  const shift = createSignal(0);
  const place = (index: number) => {
    const from = index - (n - 1) / 2;
    return from * pitch + (Math.sign(from) * shift()) / 2;
  };
  const caption = createRef<Word>();
  const grid = (
    <Layout position={[x, floor - (n * pitch) / 2]}>
      {range(n * n).map(index => (
        <Rect ref={makeRef(cells, index)} size={cell} radius={8} fill={() => theme().data} position={() => [place(index % n), place(Math.floor(index / n))]} opacity={0} />
      ))}
    </Layout>
  ) as Layout;
  const label = (<Word ref={caption} text={`${n} vectors, ${n * n} pairs`} fontSize={size.label} position={[x, 278]} opacity={0} />) as Word;
  function* appear(seconds: number) {
    yield* all(laggedStart(cells, (cell, each) => cell.opacity(0.75, each), {seconds, lag: 0.04}), caption().opacity(1, seconds));
  }
  return {grid, shift, nodes: [grid, label], appear, part: (seconds: number) => shift(28, seconds, smooth)};
}
