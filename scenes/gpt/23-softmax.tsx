/** Scores become powers, powers become shares of one whole: the same six rows all the way. */
import {Rect, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, createSignal, delay, linear, tween, waitFor, waitUntil, type Color, type ThreadGenerator} from '@motion-canvas/core';
import {BraceLabel, HighlightRect, fadeIn, fadeOut, formatNumber, laggedStart, size, smooth, theme} from 'lectern';
import {Word} from '../../src/components/Word';
import {logits, shares} from './parts/scores';
import {COLUMN, WHOLE, finishedSoftmax, powerSum, powers, rowBars, rowY, scaleLine, softmaxSource} from './parts/softmaxTable';
import {sourceTag} from './parts/sourceTag';
import {productSource, unembeddingProduct} from './parts/unembeddingProduct';

/** How long a bar of one is while scores are shown, and where zero is then, px. */
const SCORES = {unit: 92, zero: 440} as const;
/** The powers use the scale on which their sum is one whole bar. */
const powerUnit = WHOLE / powerSum;
/** Where the powers are laid end to end. */
const STACK_Y = 330;

export default makeScene2D(function* (view) {
  view.fill(() => theme().background);
  const product = unembeddingProduct();
  const {words, scores, raised, divided, bars, numbers, heads, sum, box, name, formula} = finishedSoftmax();
  const tag = createRef<Txt>();
  view.add(product.stand);
  view.add(sourceTag(tag, productSource));
  tag().opacity(1);
  // Words and scores stand where scene 22 left them, and go from there to their rows.
  const rows = [...words, ...scores].map(word => word.position());
  words.forEach((word, index) => word.position(product.tokens[index].position()));
  scores.forEach((score, index) => score.fontSize(product.scores.fontSize()).position(product.scores.inParent(product.scores.writtenBox(index, 0)).center));
  view.add([...words, ...scores]);
  // They stand for what they were: of the product's own only brackets and dots are still seen.
  for (const token of product.tokens) token.opacity(0);
  product.scores.light(logits.map(() => [0])).dotsLight(1);
  for (const node of [...raised, ...divided, ...bars, ...numbers, ...Object.values(heads), sum, name]) node.opacity(0);
  box.end(0);
  formula.opacity(0);

  yield* waitUntil('scores');
  // From score to power and on to the place in the stack: what the bars show.
  const grown = createSignal(0);
  const raise = createSignal(0);
  const zero = () => SCORES.zero + (COLUMN.bars - SCORES.zero) * raise();
  const length = (index: number) => logits[index] * SCORES.unit * (1 - raise()) * grown() + powers[index] * powerUnit * raise();
  const shown = rowBars({zero, length, color: () => theme().logit});
  const scale = [0, 1].map(value => scaleLine(value, () => zero() + value * SCORES.unit));
  const allowed = (<Rect x={SCORES.zero + SCORES.unit / 2} y={rowY(2.5)} width={SCORES.unit} height={rowY(5) - rowY(0) + 104} fill={() => theme().probability} opacity={0} />) as Rect;
  for (const line of scale) line.opacity(0);
  for (const bar of shown) bar.opacity(0);
  view.add([allowed, ...scale, ...shown, box, name, ...raised, ...divided, ...bars, ...numbers, ...Object.values(heads), sum, formula]);
  yield* all(
    fadeOut(product.stand, {seconds: 0.5}),
    tag().opacity(0, 0.4),
    ...[...words, ...scores].map((word, index) => all(word.position(rows[index], 1, smooth), word.fontSize(size.label, 1, smooth))),
    delay(0.5, fadeIn([heads.scores, ...scale], {seconds: 0.6, lag: 0})),
  );
  tag().text(softmaxSource);
  for (const bar of shown) bar.opacity(1);
  yield* all(grown(1, 1, smooth), fadeIn(tag(), {seconds: 0.6}));
  const total = createRef<Word>();
  view.add(<Word ref={total} text={`sum ${formatNumber(logits.reduce((a, b) => a + b, 0), {decimals: 1})}`} fontSize={size.body} weight={400} color={() => theme().muted} y={rowY(6) - 6} opacity={0} />);
  total().x(COLUMN.scores - total().width() / 2);
  yield* fadeIn(total(), {seconds: 0.4});

  yield* waitUntil('rules');
  const wrong = logits.map((score, index) => outside(score, index)).filter(part => part !== null);
  const should = createRef<Word>();
  view.add(wrong);
  view.add(<Word ref={should} text="should be 1" fontSize={size.body} weight={400} color={() => theme().bad} y={rowY(6) + 46} opacity={0} />);
  should().x(COLUMN.scores - should().width() / 2);
  yield* allowed.opacity(0.18, 0.6);
  yield* all(laggedStart(wrong, (part, seconds) => part.opacity(1, seconds), {seconds: 1, lag: 0.1}), delay(0.6, fadeIn(should(), {seconds: 0.5})));

  yield* waitUntil('power');
  yield* fadeOut([...wrong, allowed, total(), should(), scale[1]], {seconds: 0.5, lag: 0});
  yield* heads.powers.opacity(1, 0.6);
  yield* laggedStart(raised, (number, seconds) => number.opacity(1, seconds), {seconds: 3.2, lag: 0.6});
  yield* all(raise(1, 2.4, smooth), scale[0].opacity(0.7, 0.6), ...shown.map(bar => turnTo(bar, theme().ink, 2.4)));

  yield* waitUntil('share');
  const brace = createRef<BraceLabel>();
  const label = createRef<Word>();
  let start: number = COLUMN.bars;
  const places = powers.map(power => (start += power * powerUnit) - (power * powerUnit) / 2);
  yield* all(sum.opacity(1, 0.5), scale[0].opacity(0, 0.5), laggedStart(shown, (bar, seconds, index) => all(bar.x(places[index], seconds, smooth), bar.y(STACK_Y, seconds, smooth)), {seconds: 1.4, lag: 0.15}));
  view.add(
    <>
      <BraceLabel ref={brace} of={{from: [COLUMN.bars, STACK_Y - 24], to: [COLUMN.bars + WHOLE, STACK_Y - 24]}} side="above" gap={8} depth={20} growth={0} />
      <Word ref={label} text={`${formatNumber(powerSum, {decimals: 2})} ÷ ${formatNumber(powerSum, {decimals: 2})} = 1`} fontSize={size.body} x={COLUMN.bars + WHOLE / 2} y={STACK_Y - 84} opacity={0} />
    </>,
  );
  yield* all(brace().unfold(0.5), fadeIn(label(), {seconds: 0.5}));
  yield* all(...shown.map(bar => turnTo(bar, theme().probability, 0.6)), heads.shares.opacity(1, 0.6));
  yield* laggedStart(divided, (number, seconds) => number.opacity(1, seconds), {seconds: 1, lag: 0.3});

  yield* waitUntil('result');
  yield* all(
    fadeOut([brace(), label()], {seconds: 0.4, lag: 0}),
    laggedStart(shown, (bar, seconds, index) => all(bar.x(COLUMN.bars + (WHOLE * shares[index]) / 2, seconds, smooth), bar.y(rowY(index), seconds, smooth)), {seconds: 1.3, lag: 0.15}),
  );
  // The bars of probabilities lie in the very same places.
  for (const [index, bar] of shown.entries()) {
    bars[index].opacity(1);
    bar.remove();
  }
  yield* fadeIn(numbers, {seconds: 0.8, lag: 0.1});
  const ring = createRef<HighlightRect>();
  view.add(<HighlightRect ref={ring} around={[words[0], numbers[0]]} drawn={0} padding={12} />);
  yield* ring().trace(0.5);
  yield* waitFor(0.4);
  yield* ring().passTo([words[5], numbers[5]], 0.5);

  yield* waitUntil('name');
  yield* all(ring().opacity(0, 0.4), box.end(1, 1, linear), name.opacity(1, 0.8));
  yield* fadeIn(formula, {seconds: 0.8});
});

/** A bar takes another colour on the shortest way, through no third hue. */
function turnTo(bar: Rect, color: string, seconds: number): ThreadGenerator {
  const from = bar.fill() as Color;
  return tween(seconds, share => bar.fill(from.lerp(color, smooth(share), 'lab')));
}

/** The part of a score's bar that no probability may reach: below 0, or above 1. */
function outside(score: number, index: number): Rect | null {
  if (score >= 0 && score <= 1) return null;
  const [from, to] = score < 0 ? [score, 0] : [1, score];
  const {zero, unit} = SCORES;
  return (<Rect x={zero + ((from + to) / 2) * unit} y={rowY(index)} width={(to - from) * unit} height={44} radius={5} fill={() => theme().bad} opacity={0} />) as Rect;
}
