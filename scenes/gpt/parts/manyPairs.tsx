/** One step, many pairs: scene 18 ends with them, scene 19 begins with them. */
import {all, createRef, delay} from '@motion-canvas/core';
import {DirectionLines, Equation, Plane, VectorArrow, analogy, formatNumber, laggedStart, safe, size, theme, tokenColor} from 'lectern';
import words from '../../../assets/words/lectern-words.json';
import {Word} from '../../../src/components/Word';
import {leastAgreement, planeOfPairs, type Pair} from './planeOfPairs';

/** Pairs along whose members one step leads. */
const PAIRS: readonly Pair[] = [['actor', 'actress'], ['king', 'queen'], ['husband', 'wife'], ['boy', 'girl'], ['grandfather', 'grandmother']];
/** The step from a country to its capital, taken from other countries. */
const capitals = ['japan', 'egypt', 'peru', 'greece', 'england'].map(country => analogy({plus: ['paris', country], minus: ['france']}, words));

/** What scenes say of them. */
export const pairsSource = `computed; each step’s cosine with the mean step is at least ${formatNumber(leastAgreement(PAIRS, words), {decimals: 2})}; capitals: the nearest word to each sum`;

/** A name as it is written: the word list has small letters only. */
function properName(word: string): string {
  return `\\text{${word[0].toUpperCase()}${word.slice(1)}}`;
}

/** Many pairs in one plane, the steps between them, and at the right what another step leads to; all in their last places. */
export function manyPairs() {
  const streaks = createRef<DirectionLines>();
  const at = planeOfPairs(PAIRS, words, [2.4, 2.45]);
  const plane = (
    <Plane xRange={[-2.8, 2.6]} yRange={[-2.7, 2.7]} unit={150} color={() => theme().grid} x={-362} y={-30}>
      <DirectionLines ref={streaks} direction={[1, 0]} count={60} extent={[2.2, 2.5]} opacity={0.6} />
    </Plane>
  ) as Plane;
  const steps = PAIRS.map(([from, to]) => {
    const ends = ([[from, -1], [to, 1]] as const).map(([word, side]) => {
      const name = (<Word text={word} fontSize={size.body} color={() => tokenColor(word).line} />) as Word;
      const {x, y} = plane.toStage(at(word));
      return name.position([x + side * (18 + name.width() / 2), y]);
    });
    const arrow = (<VectorArrow from={at(from)} to={at(to)} color={() => theme().highlight} />) as VectorArrow;
    plane.add([...ends, arrow]);
    return {ends, arrow};
  });
  const formulas = capitals.map((of, index) => {
    const [, , country] = of.terms.map(({word}) => word);
    const tex = `{{a: ${properName('paris')}}} - {{b: ${properName('france')}}} + {{c: ${properName(country)}}} \\approx {{d: ${properName(of.result)}}}`;
    const colors = {a: tokenColor('paris').line, b: tokenColor('france').line, c: tokenColor(country).line, d: tokenColor(of.result).line};
    const formula = (<Equation tex={tex} colors={colors} fontSize={42} />) as Equation;
    // Descenders or none, the baselines are evenly apart.
    return formula.y(-18 + (index - (capitals.length - 1) / 2) * 110 - formula.baseline());
  });
  // They begin alike, so they begin at one edge; the longest one ends at the right margin.
  const left = safe.title.x - Math.max(...formulas.map(formula => formula.width()));
  for (const formula of formulas) formula.x(left + formula.width() / 2);

  function hide(): void {
    plane.opacity(0);
    for (const {ends, arrow} of steps) [...ends.map(end => end.opacity(0)), arrow.growth(0)];
    for (const formula of formulas) formula.written(0);
  }
  const appear = (seconds: number) => all(
    plane.opacity(1, 0.6),
    laggedStart(steps, ({ends, arrow}, each) => all(...ends.map(end => end.opacity(1, each * 0.6)), delay(each * 0.3, arrow.grow(each * 0.7))), {seconds, lag: 0.4}),
  );
  const answer = (seconds: number) => laggedStart(formulas, (formula, each) => formula.write(each), {seconds, lag: 0.4});
  return {nodes: [plane, ...formulas], hide, appear, answer, sweep: (seconds: number) => streaks().sweep(seconds)};
}
