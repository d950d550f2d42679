/**
 * One list in many columns, the same rows all the way: words, scores, and what becomes of them, with bars at the right.
 * Scenes 23, 24 and 25 stand on it, so that a word keeps its row from its score to its probability.
 */
import {Layout, Line, Rect} from '@motion-canvas/2d';
import {range} from '@motion-canvas/core';
import {Equation, formatNumber, formatPercent, size, softmax, theme} from 'lectern';
import {Word} from '../../../src/components/Word';
import {candidates, logits, shares} from './scores';

/** Where the columns stand: words from their left edge, numbers to their right one, bars from where they begin, px. */
export const COLUMN = {words: -768, scores: -420, powers: -170, shares: 60, bars: 170} as const;

/** What scenes say of these numbers: of all columns, and of bars that follow the scores of the moment. */
export const softmaxSource = 'scores: illustrative; powers, sum and shares are computed from them';
export const sharesSource = 'scores: illustrative; probabilities: computed for every frame';

/** Pixels of a bar that is the whole. */
export const WHOLE = 480;

const ROWS = {pitch: 86, middle: -30} as const;
export const HEADER_Y = -335;

/** Height of a row; the one behind the last is for sums. */
export function rowY(index: number): number {
  return (index - (candidates.length - 1) / 2) * ROWS.pitch + ROWS.middle;
}

/** The words, one a row. */
export function wordColumn(): Word[] {
  return candidates.map((text, index) => {
    const word = (<Word text={text} fontSize={size.label} y={rowY(index)} />) as Word;
    return word.x(COLUMN.words + word.width() / 2);
  });
}

/** Numbers that end at one edge, one a row. */
export function numberColumn(right: number, text: (index: number) => string, color: () => string): Word[] {
  return range(candidates.length).map(index => {
    const number = (<Word text={() => text(index)} fontSize={size.label} weight={400} family={() => theme().numberFont} color={color} y={rowY(index)} />) as Word;
    return number.x(() => right - number.width() / 2);
  });
}

/** The chapter's scores. */
export function scoreColumn(values: () => readonly number[] = () => logits): Word[] {
  return numberColumn(COLUMN.scores, index => formatNumber(values()[index], {decimals: 1}), () => theme().logit);
}

/** Bars for the rows, each from a common zero, in pixels; negative ones go to the left. */
export function rowBars({zero, length, color}: {zero: () => number; length: (index: number) => number; color: () => string}): Rect[] {
  return range(candidates.length).map(index => (
    <Rect x={() => zero() + length(index) / 2} y={rowY(index)} height={44} width={() => Math.max(2, Math.abs(length(index)))} radius={5} fill={color} />
  ) as Rect);
}

/** Bars of probabilities with their percentages, each rounded by itself, so that equal ones read alike. */
export function shareBars(values: () => readonly number[] = () => shares) {
  const bars = rowBars({zero: () => COLUMN.bars, length: index => WHOLE * values()[index], color: () => theme().probability});
  const percent = (index: number) => formatPercent(values()[index], 1);
  const numbers = numberColumn(0, percent, () => theme().ink).map((number, index) => {
    return number.x(() => COLUMN.bars + WHOLE * values()[index] + 18 + number.width() / 2);
  });
  return {bars, numbers, nodes: [...bars, ...numbers]};
}

/** What stands over a column. */
export function header(tex: string, right: number, colors: Record<string, string> = {}): Equation {
  const head = (<Equation tex={tex} colors={colors} fontSize={56} y={HEADER_Y} />) as Equation;
  return head.x(right - head.width() / 2);
}

/** The formula of softmax; `T` divides every score where it is warm. */
export const SOFTMAX = '{{p: p_i}} = \\frac{e^{ {{x: x_i}} }}{\\sum_{j=1}^{n} e^{ {{y: x_j}} }}';
export const WARM_SOFTMAX = '{{p: p_i}} = \\frac{e^{ {{x: x_i}} / {{t: T}} }}{\\sum_{j=1}^{n} e^{ {{y: x_j}} / {{u: T}} }}';
export const formulaColors = () => ({p: theme().probability, x: theme().logit, y: theme().logit, t: theme().temperature, u: theme().temperature});

/** Where the formula stands, under the bars. */
export const FORMULA = {x: 440, y: 330, fontSize: 60} as const;

/** Powers of e, and their sum. */
export const powers: readonly number[] = logits.map(Math.exp);
export const powerSum = powers.reduce((sum, power) => sum + power, 0);

/** The last picture of scene 23: all columns, the box round the two that softmax makes, and its formula. */
export function finishedSoftmax() {
  const words = wordColumn();
  const scores = scoreColumn();
  const raised = numberColumn(COLUMN.powers, index => formatNumber(powers[index], {decimals: 2}), () => theme().ink);
  const divided = numberColumn(COLUMN.shares, index => formatNumber(shares[index], {decimals: 3}), () => theme().probability);
  const {bars, numbers} = shareBars();
  const heads = {
    scores: header('{{x: x_i}}', COLUMN.scores, {x: theme().logit}),
    powers: header('e^{ {{x: x_i}} }', COLUMN.powers, {x: theme().logit}),
    shares: header('{{p: p_i}}', COLUMN.shares, {p: theme().probability}),
  };
  const [left, right] = [COLUMN.powers - 212, COLUMN.shares + 45];
  const sum = (<Word text={`sum ${formatNumber(powerSum, {decimals: 2})}`} fontSize={size.body} weight={400} color={() => theme().muted} y={rowY(candidates.length) - 6} />) as Word;
  sum.x(COLUMN.powers - sum.width() / 2);
  const box = (<Rect x={(left + right) / 2} y={-38} width={right - left} height={690} radius={22} stroke={() => theme().highlight} lineWidth={4} />) as Rect;
  const name = (<Word text="softmax" fontSize={size.label} weight={600} color={() => theme().highlight} x={(left + right) / 2} y={-416} />) as Word;
  const formula = (<Equation tex={SOFTMAX} colors={formulaColors()} {...FORMULA} />) as Equation;
  const made = [...raised, ...divided, sum, box, name, heads.powers, heads.shares];
  return {words, scores, raised, divided, bars, numbers, heads, sum, box, name, formula, made};
}

/** Upright lines of a scale, each with its number over it; that of zero is drawn through, since bars stand on it. */
export function scaleLine(value: number, x: () => number): Layout {
  const [top, bottom] = [rowY(0) - 52, rowY(candidates.length - 1) + 52];
  return (
    <Layout>
      <Line points={() => [[x(), top], [x(), bottom]]} stroke={() => theme().muted} lineWidth={3} lineDash={value === 0 ? [] : [8, 10]} />
      <Word text={String(value)} fontSize={size.body} weight={400} color={() => theme().muted} x={x} y={top - 30} />
    </Layout>
  ) as Layout;
}

/** Where the temperature's dial stands, under the columns of words and numbers and as wide, and how large its type is. */
export const DIAL = {x: (COLUMN.words + COLUMN.powers) / 2, y: 298, length: COLUMN.powers - COLUMN.words, fontSize: 44} as const;

/** What the ends of the dial stand for. */
export function dialEnds(): Word[] {
  const end = (text: string, side: -1 | 1) => {
    const word = (<Word text={text} fontSize={size.small} weight={400} color={() => theme().muted} y={DIAL.y + 72} />) as Word;
    return word.x(DIAL.x + side * (DIAL.length / 2 - word.width() / 2));
  };
  return [end('the same again', -1), end('anything goes', 1)];
}

/** What scene 25 names and scene 26 recalls: logits at the left, probabilities at the right, softmax between them. */
export function logitsAndProbabilities(values: () => readonly number[] = () => logits) {
  const chances = shareBars(() => softmax(values()));
  const y = ROWS.middle;
  const logitName = (<Word text="logits" fontSize={size.heading} weight={600} color={() => theme().logit} y={HEADER_Y} />) as Word;
  const shareName = (<Word text="probabilities" fontSize={size.heading} weight={600} color={() => theme().probability} y={HEADER_Y} />) as Word;
  const through = (<Line points={[[COLUMN.scores + 60, y], [COLUMN.bars - 60, y]]} stroke={() => theme().muted} lineWidth={5} endArrow arrowSize={20} />) as Line;
  const softmaxName = (<Word text="softmax" fontSize={size.label} weight={400} color={() => theme().muted} x={(COLUMN.scores + COLUMN.bars) / 2} y={y - 42} />) as Word;
  logitName.x(COLUMN.scores - logitName.width() / 2);
  shareName.x(COLUMN.bars + shareName.width() / 2);
  return {rows: [...wordColumn(), ...scoreColumn(values), ...chances.nodes], logitName, through, softmaxName, shareName};
}
