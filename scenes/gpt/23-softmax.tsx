/** Four stations of one list, from left to right; the same six rows all the way. */
import {Layout, Line, Rect, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, createSignal, makeRef, range, waitUntil} from '@motion-canvas/core';
import {Equation, fadeIn, fadeOut, formatNumber, formatPercent, largestRemainderPercentages, laggedStart, size, theme} from 'lectern';
import {candidates, logits, shares} from './parts/scores';
import {sourceTag} from './parts/sourceTag';

const powers = logits.map(Math.exp);
const total = powers.reduce((sum, power) => sum + power, 0);
const percentages = largestRemainderPercentages(shares, 1);

/** Where the stations stand, and how far the rows are apart, px. */
const STATION = {words: -700, scores: -420, powers: -60, shares: 270, bars: 400} as const;
const PITCH = 92;
const rowY = (index: number) => (index - (candidates.length - 1) / 2) * PITCH - 20;

export default makeScene2D(function* (view) {
  const tag = createRef<Txt>();
  view.fill(() => theme().background);
  view.add(sourceTag(tag, 'scores: illustrative; powers, sum and shares are computed from them'));

  const words = column(STATION.words, candidates.map(word => word), () => theme().ink, 'left');
  const scores = column(STATION.scores, logits.map(score => signed(score)), () => theme().logit);
  view.add([words.node, scores.node]);

  yield* waitUntil('scores');
  yield* all(words.appear(), scores.appear(), fadeIn(tag(), {seconds: 0.6}));
  const rings = logits.map((score, index) => (score < 0 ? ring(index, () => theme().bad) : score > 1 ? ring(index, () => theme().highlight) : null));
  const drawn = rings.filter(node => node !== null);
  view.add(drawn);
  yield* laggedStart(drawn, (node, seconds) => node.end(1, seconds), {seconds: 1.6, lag: 0.4});
  const sum = createRef<Txt>();
  const strike = createRef<Line>();
  const sumY = rowY(candidates.length) - 6;
  view.add(
    <>
      <Txt ref={sum} {...textStyle()} text={`sum ${formatNumber(logits.reduce((a, b) => a + b, 0), {decimals: 1})}`} fill={() => theme().muted} position={[STATION.scores, sumY]} opacity={0} />
      <Line ref={strike} points={[[STATION.scores - 95, sumY], [STATION.scores + 95, sumY]]} stroke={() => theme().bad} lineWidth={5} end={0} />
    </>,
  );
  yield* fadeIn(sum(), {seconds: 0.4});
  yield* strike().end(1, 0.4);

  yield* waitUntil('rules');
  const pulled = createSignal(0);
  const even = logits.map(() => 1 / logits.length);
  const demo = bars(index => even[index] + ((index === 0 ? 1 : 0) - even[index]) * pulled(), () => theme().probability);
  const scale = scaleLines();
  view.add([demo.node, scale]);
  yield* all(fadeIn(scale, {seconds: 0.6}), demo.node.opacity(1, 0.6));
  yield* pulled(1, 1.2);
  yield* pulled(0, 1);
  yield* all(demo.node.opacity(0, 0.6), scale.opacity(0, 0.6), fadeOut([...drawn, sum(), strike()], {seconds: 0.6}));

  yield* waitUntil('power');
  const raised = column(STATION.powers, powers.map(power => formatNumber(power, {decimals: 2})), () => theme().ink);
  const links = logits.map((_, index) => arrow(STATION.scores + 80, STATION.powers - 130, index));
  const exponent = createRef<Equation>();
  view.add([...links, raised.node]);
  view.add(<Equation ref={exponent} tex={'x_i \\mapsto e^{x_i}'} fontSize={54} position={[(STATION.scores + STATION.powers) / 2, -380]} written={0} />);
  yield* exponent().write(0.8);
  yield* all(laggedStart(links, (link, seconds) => link.end(1, seconds), {seconds: 1.8, lag: 0.5}), raised.appear(1.8));

  yield* waitUntil('share');
  const whole = createRef<Txt>();
  view.add(<Txt ref={whole} {...textStyle()} text={`sum ${formatNumber(total, {decimals: 2})}`} fill={() => theme().muted} position={[STATION.powers, sumY]} opacity={0} />);
  yield* fadeIn(whole(), {seconds: 0.5});
  const divided = column(STATION.shares, shares.map(share => formatNumber(share, {decimals: 3})), () => theme().probability);
  const slashes = logits.map((_, index) => arrow(STATION.powers + 90, STATION.shares - 95, index));
  view.add([...slashes, divided.node]);
  yield* all(laggedStart(slashes, (link, seconds) => link.end(1, seconds), {seconds: 1.6, lag: 0.4}), divided.appear(1.6));

  yield* waitUntil('result');
  const grown = createSignal(0);
  const final = bars(index => shares[index] * grown(), () => theme().probability, percentages);
  view.add(final.node);
  yield* all(final.node.opacity(1, 0.6), grown(1, 1.4));

  yield* waitUntil('name');
  const box = createRef<Rect>();
  const formula = createRef<Equation>();
  view.add(
    <>
      <Rect ref={box} size={[560, 700]} x={(STATION.powers + STATION.shares) / 2 - 15} y={40} radius={24} stroke={() => theme().highlight} lineWidth={4} end={0} />
      <Equation ref={formula} tex={'{{p: p_i}} = \\frac{e^{ {{x: x_i}} }}{\\sum_{j=1}^{n} e^{ {{y: x_j}} }}'} colors={{p: theme().probability, x: theme().logit, y: theme().logit}} fontSize={56} position={[620, -395]} written={0} />
      <Txt {...textStyle()} text={'softmax'} fontSize={size.heading} fontWeight={600} fill={() => theme().highlight} position={[(STATION.powers + STATION.shares) / 2 - 15, -360]} opacity={() => box().end()} />
    </>,
  );
  yield* all(box().end(1, 1), exponent().opacity(0, 0.5));
  yield* formula().write(1.2);
});

function textStyle() {
  return {fontFamily: () => theme().numberFont, fontSize: size.label} as const;
}

function signed(value: number): string {
  return formatNumber(value, {decimals: 1});
}

/** Six texts under each other, one a row; numbers end at one edge, words begin at one. */
function column(x: number, texts: readonly string[], color: () => string, align: 'left' | 'right' = 'right') {
  const rows: Txt[] = [];
  const side = align === 'left' ? -1 : 1;
  const node = (
    <Layout>
      {texts.map((text, index) => (
        <Txt
          ref={makeRef(rows, index)}
          {...textStyle()}
          fontFamily={() => (align === 'left' ? theme().textFont : theme().numberFont)}
          text={text}
          fill={color}
          offset={[side, 0]}
          position={[x + (align === 'left' ? -90 : 60), rowY(index)]}
          opacity={0}
        />
      ))}
    </Layout>
  );
  const appear = (seconds = 1) => laggedStart(rows, (row, each) => row.opacity(1, each), {seconds, lag: 0.3});
  return {node, appear};
}

function ring(index: number, color: () => string): Rect {
  return (<Rect position={[STATION.scores + 8, rowY(index)]} size={[150, 66]} radius={33} stroke={color} lineWidth={4} end={0} />) as Rect;
}

function arrow(from: number, to: number, index: number): Line {
  return (<Line points={[[from, rowY(index)], [to, rowY(index)]]} stroke={() => theme().muted} lineWidth={4} endArrow arrowSize={14} end={0} />) as Line;
}

/** Bars for shares that may change, with their percentages where these are given. */
function bars(share: (index: number) => number, color: () => string, numbers?: readonly number[]) {
  const full = 380;
  const node = (
    <Layout opacity={0}>
      {range(candidates.length).map(index => (
        <>
          <Rect x={STATION.bars} y={rowY(index)} offset={[-1, 0]} height={40} width={() => Math.max(full * share(index), 2)} radius={6} fill={color} />
          {numbers && (
            <Txt {...textStyle()} fontSize={size.body} text={formatPercent(numbers[index] / 100, 1)} fill={() => theme().ink} offset={[-1, 0]} x={() => STATION.bars + full * share(index) + 18} y={rowY(index)} />
          )}
        </>
      ))}
    </Layout>
  ) as Layout;
  return {node};
}

/** Where 0 and 1 are for bars of shares. */
function scaleLines(): Layout {
  const [top, bottom] = [rowY(0) - 60, rowY(candidates.length - 1) + 60];
  return (
    <Layout opacity={0}>
      {[0, 1].map(value => (
        <>
          <Line points={[[STATION.bars + 380 * value, top], [STATION.bars + 380 * value, bottom]]} stroke={() => theme().muted} lineWidth={3} lineDash={[10, 10]} />
          <Txt {...textStyle()} fontSize={size.body} text={String(value)} fill={() => theme().muted} position={[STATION.bars + 380 * value, top - 30]} />
        </>
      ))}
    </Layout>
  ) as Layout;
}

