/** A dot product measures how far one vector goes along another; a direction then measures every word. */
import {Layout, Line, Rect, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, createSignal, makeRef, waitUntil} from '@motion-canvas/core';
import {
  AngleMark,
  Equation,
  NumberLine,
  NumericVector,
  Plane,
  VectorArrow,
  dot,
  fadeIn,
  fadeOut,
  formatNumber,
  laggedStart,
  partialProducts,
  size,
  theme,
  tokenColor,
  wordDirection,
  vectorOf,
} from 'lectern';
import words from '../../assets/words/lectern-words.json';
import {sourceTag} from './parts/sourceTag';

const left = [2, -1, 3, 1];
const right = [1, 2, 2, -1];
const products = left.map((value, index) => value * right[index]);
const running = partialProducts(left, right);

const plural = wordDirection(words, 'cat', 'cats');
const pairs = [['dog', 'dogs'], ['mouse', 'mice'], ['book', 'books'], ['bird', 'birds']] as const;
const along = (word: string) => dot(plural, vectorOf(words, word));
const higher = pairs.filter(([one, many]) => along(many) > along(one)).length;

export default makeScene2D(function* (view) {
  const tag = createRef<Txt>();
  view.fill(() => theme().background);
  view.add(sourceTag(tag, 'the sum is computed from the entries that are shown'));

  yield* waitUntil('dot');
  const sum = createRef<Layout>();
  const rows: Layout[] = [];
  view.add(
    <Layout ref={sum} x={-440} y={-60}>
      <NumericVector values={left} decimals={0} fontSize={56} x={-300} />
      <NumericVector values={right} decimals={0} fontSize={56} x={-130} />
      {products.map((product, index) => (
        <Layout ref={makeRef(rows, index)} opacity={0}>
          <Txt {...numberText()} text={`${formatNumber(left[index], {decimals: 0})} · ${formatNumber(right[index], {decimals: 0})} = ${formatNumber(product, {decimals: 0})}`} offset={[1, 0]} position={[230, (index - 1.5) * 73]} />
        </Layout>
      ))}
    </Layout>,
  );
  yield* all(fadeIn(sum(), {seconds: 0.6}), fadeIn(tag(), {seconds: 0.6}));
  yield* laggedStart(rows, (row, seconds) => row.opacity(1, seconds), {seconds: 2.4, lag: 0.8});
  const total = createRef<Txt>();
  sum().add(
    <>
      <Line points={[[10, 155], [240, 155]]} stroke={() => theme().muted} lineWidth={3} />
      <Txt ref={total} {...numberText()} text={formatNumber(running.at(-1)!, {decimals: 0})} fill={() => theme().highlight} fontWeight={700} offset={[1, 0]} position={[230, 205]} opacity={0} />
    </>,
  );
  yield* fadeIn(total(), {seconds: 0.5});

  yield* waitUntil('agree');
  const plane = createRef<Plane>();
  const turned = createRef<VectorArrow>();
  const angle = createSignal(30);
  const value = () => 2 * 2.4 * Math.cos((angle() * Math.PI) / 180);
  const tip = () => [2.4 * Math.cos((angle() * Math.PI) / 180), 2.4 * Math.sin((angle() * Math.PI) / 180)] as [number, number];
  view.add(
    <Layout x={440} y={-60}>
      <Plane ref={plane} xRange={[-3, 3]} yRange={[-1, 3]} unit={120} drawn={0}>
        <VectorArrow to={[2, 0]} color={() => theme().data} />
        <VectorArrow ref={turned} to={tip} color={() => theme().highlight} />
        <AngleMark from={[2, 0]} to={tip} radius={0.6} />
      </Plane>
      <Equation tex={'a \\cdot b = {{v=+0.0}}'} numbers={{v: value}} colors={{v: theme().highlight}} fontSize={60} y={320} />
    </Layout>,
  );
  yield* plane().unfold(0.8);
  yield* angle(90, 2);
  yield* angle(140, 2);

  yield* waitUntil('plural');
  yield* all(fadeOut([sum(), plane().parent()!], {seconds: 0.7}), tag().opacity(0, 0.4));
  const direction = createRef<Equation>();
  view.add(
    <Equation
      ref={direction}
      tex={'{{d: \\text{plural}}} = {{cats: \\text{cats}}} - {{cat: \\text{cat}}}'}
      colors={{d: theme().highlight, cats: tokenColor('cats').line, cat: tokenColor('cat').line}}
      fontSize={84}
      y={-60}
      written={0}
    />,
  );
  yield* direction().write(1.4);

  yield* waitUntil('number-line');
  tag().text(`computed: dot products with ${words.words.length} word vectors of our own`);
  const line = createRef<NumberLine>();
  view.add(<NumberLine ref={line} range={[-10, 14]} numberStep={2} length={1560} y={30} drawn={0} />);
  yield* all(direction().y(-410, 1), direction().fontSize(60, 1), line().unfold(1), tag().opacity(1, 0.6));
  const dropped = pairs.map(([one, many], index) => wordPair(line(), one, many, index));
  view.add(dropped.map(({node}) => node));
  yield* laggedStart(dropped, ({drop}, seconds) => drop(1, seconds), {seconds: 3, lag: 0.4});

  yield* waitUntil('sides');
  yield* laggedStart(dropped, ({joined}, seconds) => joined(1, seconds), {seconds: 2.4, lag: 0.4});
  const verdict = createRef<Txt>();
  view.add(<Txt ref={verdict} text={`in ${higher} of ${pairs.length} pairs the plural lies higher`} fontFamily={() => theme().textFont} fontSize={size.label} fill={() => theme().ink} y={-320} opacity={0} />);
  yield* fadeIn(verdict(), {seconds: 0.6});
});

function numberText() {
  return {fontFamily: () => theme().numberFont, fontSize: 52, fill: () => theme().ink} as const;
}

/** The words of one side from the outermost inwards: the nearer the middle, the longer the stem, so that none are crossed. */
function lanes(side: 0 | 1): string[] {
  return pairs.map(pair => pair[side]).sort((a, b) => Math.abs(along(b)) - Math.abs(along(a)));
}

/** A word and its plural over and under the line, at their values; an arc joins them. */
function wordPair(line: NumberLine, one: string, many: string, lane: number) {
  const drop = createSignal(0);
  const joined = createSignal(0);
  const place = (word: string) => line.place(along(word)).x + line.x();
  const stem = (word: string, side: -1 | 1) => {
    const x = place(word);
    const y = line.y() + side * (70 + lanes(side === -1 ? 0 : 1).indexOf(word) * 58);
    return (
      <>
        <Line points={[[x, line.y()], [x, y - side * 22]]} stroke={() => tokenColor(one).line} lineWidth={3} opacity={drop} />
        <Rect position={[x, line.y()]} size={14} radius={7} fill={() => tokenColor(one).line} opacity={drop} />
        <Txt text={word} fontFamily={() => theme().textFont} fontSize={size.body} fill={() => tokenColor(one).line} x={x} y={() => y + side * 60 * (1 - drop())} opacity={drop} />
      </>
    );
  };
  const node = (
    <Layout>
      {stem(one, -1)}
      {stem(many, 1)}
      <Line points={[[place(one), line.y()], [place(many), line.y()]]} stroke={() => tokenColor(one).line} lineWidth={9} end={joined} opacity={0.8} y={(lane - 1.5) * 11} />
    </Layout>
  ) as Layout;
  return {node, drop, joined};
}
