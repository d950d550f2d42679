/**
 * A sum of words as one data object: its vector, its answers, its equation and its steps all come from here.
 * {plus, minus} and a table come in. Equation text, arrows, highlights and captions are drawn from what comes out,
 * so a wrong sign cannot stand in one of them only.
 */
import {MINUS} from './formatNumber';
import type {Neighbour} from './nearestNeighbours';
import {nearestNeighbours} from './nearestNeighbours';
import type {Provenance} from './provenance';
import {computed} from './provenance';
import type {Vector} from './vector';
import {add, distance, norm, scale} from './vector';
import type {WordTable} from './wordTable';
import {vectorOf} from './wordTable';

/** One signed word of the sum. */
export interface AnalogyTerm {
  readonly word: string;
  readonly sign: 1 | -1;
}

/** A piece of the equation as it is written, in reading order. */
export interface EquationPart {
  readonly text: string;
  readonly role: 'word' | 'operator' | 'relation' | 'answer';
  /** The word that the piece names, where it names one. */
  readonly word?: string;
}

/** What the words add up to. */
export interface Analogy {
  /** In the order of the walk: first plus, all minus, further plus. */
  readonly terms: readonly AnalogyTerm[];
  /** The arithmetic: Σ sign · E(word), shape (d). */
  readonly vector: Vector;
  /** Where the walk stands after each term, shape (terms, d); the last is `vector`. */
  readonly steps: readonly Vector[];
  /** Words that the sum comes near, best first, without those of the question. */
  readonly answers: readonly Neighbour[];
  /** The best answer. */
  readonly result: string;
  /** king − man + woman ≈ queen, in pieces. */
  readonly parts: readonly EquationPart[];
  /** The pieces joined by spaces. */
  readonly text: string;
  readonly provenance: Provenance;
}

/**
 * Adds and subtracts word vectors and looks up what the sum comes near.
 *
 * Cosine decides, and the words of the question are no answers: without that rule the first word nearly always wins.
 *
 * @param question.plus - at least one word
 * @param question.minus - words to subtract, default none
 * @param table - words and vectors, with at least one word outside the question
 * @param options.count - how many answers, default 10
 * @throws RangeError "No vector for "kng": did you mean "king"?" and "An analogy adds at least one word"
 * @example analogy({plus: ['king', 'woman'], minus: ['man']}, words).result  // "queen"
 * @see Mikolov, Yih and Zweig 2013, Linguistic regularities in continuous space word representations
 */
export function analogy(
  question: {readonly plus: readonly string[]; readonly minus?: readonly string[]},
  table: WordTable,
  options: {readonly count?: number} = {},
): Analogy {
  const terms = orderedTerms(question.plus, question.minus ?? []);
  const steps: Vector[] = [];
  for (const {word, sign} of terms) {
    const arrow = scale(vectorOf(table, word), sign);
    steps.push(steps.length === 0 ? arrow : add(steps[steps.length - 1], arrow));
  }
  const vector = steps[steps.length - 1];
  const exclude = terms.map(term => term.word);
  const answers = nearestNeighbours(table, vector, {count: options.count ?? 10, exclude});
  if (answers.length === 0) throw new RangeError('The table has no word outside the question, so nothing can answer it');
  const result = answers[0].word;
  const parts = equationParts(terms, result);
  const text = parts.map(part => part.text).join(' ');
  return {terms, vector, steps, answers, result, parts, text, provenance: computed(`${table.name ?? 'word vectors'}: ${text}`)};
}

/**
 * The same analogy as an equality of two differences, for two plus and one minus:
 * king − man + woman ≈ queen is woman − man ≈ queen − king.
 *
 * @returns the four words in reading order and the pieces of the equation
 * @throws RangeError "Only an analogy of the form a − b + c can be written as two differences"
 */
export function analogyAsDifferences(of: Analogy): {words: [string, string, string, string]; parts: EquationPart[]} {
  const signs = of.terms.map(term => term.sign).join();
  if (signs !== '1,-1,1') {
    throw new RangeError(`Only an analogy of the form a ${MINUS} b + c can be written as two differences`);
  }
  const [a, b, c] = of.terms.map(term => term.word);
  const parts: EquationPart[] = [
    {text: c, role: 'word', word: c},
    {text: MINUS, role: 'operator'},
    {text: b, role: 'word', word: b},
    {text: '≈', role: 'relation'},
    {text: of.result, role: 'answer', word: of.result},
    {text: MINUS, role: 'operator'},
    {text: a, role: 'word', word: a},
  ];
  return {words: [c, b, of.result, a], parts};
}

/**
 * Checks that what is drawn is what was computed: the drawn tip against the arithmetic, as share of its length.
 *
 * @throws RangeError "The arrow drawn for king − man + woman ends 1.20 from the sum (allowed 0.05): ..."
 */
export function requireDrawnSum(of: Analogy, drawn: Vector, tolerance = 0.01): void {
  const off = distance(drawn, of.vector);
  const allowed = tolerance * norm(of.vector);
  if (off <= allowed) return;
  throw new RangeError(
    `The arrow drawn for ${of.text} ends ${off.toFixed(2)} from the sum (allowed ${allowed.toFixed(2)}): ` +
      'draw it from the analogy itself',
  );
}

/** Checks that a caption or formula typed by hand says what the data say. @throws RangeError naming both texts */
export function requireEquationText(of: Analogy, typed: string): void {
  const plain = (text: string) => text.replaceAll('-', MINUS).replace(/\s+/g, '');
  if (plain(typed) === plain(of.text)) return;
  throw new RangeError(`The equation reads "${typed}", the data say "${of.text}"`);
}

function orderedTerms(plus: readonly string[], minus: readonly string[]): AnalogyTerm[] {
  if (plus.length === 0) throw new RangeError('An analogy adds at least one word');
  const [first, ...further] = plus;
  return [
    {word: first, sign: 1},
    ...minus.map(word => ({word, sign: -1}) as const),
    ...further.map(word => ({word, sign: 1}) as const),
  ];
}

function equationParts(terms: readonly AnalogyTerm[], result: string): EquationPart[] {
  const sum = terms.flatMap(({word, sign}, i): EquationPart[] => {
    const name: EquationPart = {text: word, role: 'word', word};
    return i === 0 ? [name] : [{text: sign > 0 ? '+' : MINUS, role: 'operator'}, name];
  });
  return [...sum, {text: '≈', role: 'relation'}, {text: result, role: 'answer', word: result}];
}
