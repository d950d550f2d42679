/** The plane in which an analogy is drawn: its step lies along x, and what sets the pairs apart along y. */
import {add, coordinates, dot, orthonormalize, projection, subtract, tokenColor, vectorOf, type Analogy, type Vector, type WordTable} from 'lectern';

export interface AnalogyPlane {
  /** A word's place, plane units. */
  at(word: string): [number, number];
  colorOf(word: string): string;
  /** Where the exact sum lands, plane units. */
  readonly sum: [number, number];
  /** The step, plane units. */
  readonly step: [number, number];
  /** The equation, with a part for each word. */
  readonly tex: string;
  readonly colors: Record<string, string>;
}

/** The part of the plane that is seen, plane units: words must lie inside with room for their labels. */
const WINDOW = {x: 2.6, low: -0.7, high: 3.6};

/**
 * Lays an analogy into a plane.
 *
 * The first direction is the step. The second is at right angles to it, in the plane of both starting words, and turned so
 * that the first word lies low and the other one high. Both are orthonormal and scaled alike, so angles and ratios of
 * lengths are those of the shadow in that plane.
 *
 * @param of - the analogy; its parts become the equation
 * @param step - the two words whose difference is carried over, e.g. `['man', 'woman']`
 * @param words - the table that both come from
 */
export function planeOfAnalogy(of: Analogy, step: readonly [string, string], words: WordTable): AnalogyPlane {
  const vector = (word: string) => vectorOf(words, word);
  const [from, to] = step;
  const other = of.terms.map(({word}) => word).find(word => word !== from && word !== to)!;
  const difference = subtract(vector(to), vector(from));
  const axes = orthonormalize([difference, raisingDirection(vector(from), vector(other), difference)]);
  const sum = add(vector(other), difference);
  const shown = [from, to, other, of.result].map(vector).concat([sum]).map(each => coordinates(axes, each));
  // As large as the window allows.
  const scale = Math.min(...shown.map(([x, y]) => Math.min(WINDOW.x / Math.abs(x), y > 0 ? WINDOW.high / y : WINDOW.low / y)));
  const place = (v: Vector): [number, number] => {
    const [x, y] = coordinates(axes, v);
    return [x * scale, y * scale];
  };
  const colorOf = (word: string) => tokenColor(word).line;
  return {
    at: word => place(vector(word)),
    colorOf,
    sum: place(sum),
    step: place(difference),
    tex: of.parts.map(part => (part.word ? `{{${part.word}: \\text{${part.word}}}}` : texOf(part.text))).join(' '),
    colors: Object.fromEntries(of.parts.flatMap(({word}) => (word ? [[word, colorOf(word)]] : []))),
  };
}

/** A direction along which the low word reaches a quarter as far as the high one, once the step is taken out of it. */
function raisingDirection(lowWord: Vector, highWord: Vector, step: Vector): number[] {
  const low = subtract(lowWord, projection(lowWord, step).vector);
  const high = subtract(highWord, projection(highWord, step).vector);
  const share = 0.25;
  const mixed = (share * dot(high, high) - dot(low, high)) / (dot(low, low) - share * dot(low, high));
  return add(high, low.map(value => value * mixed));
}

function texOf(sign: string): string {
  return {'−': '-', '≈': '\\approx'}[sign] ?? sign;
}
