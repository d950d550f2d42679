/** Word vectors as columns of their numbers, added or subtracted entry by entry. */
import {Layout} from '@motion-canvas/2d';
import {NumericVector, fadeIn, size, smooth, subtract, theme, vectorOf, type WordTable} from 'lectern';
import {Word} from '../../../src/components/Word';

/** Which entries tell most of a step: the places of its largest ones, in their order. */
export function tellingEntries(words: WordTable, [from, to]: readonly [string, string], count: number): number[] {
  const size = subtract(vectorOf(words, to), vectorOf(words, from)).map(Math.abs);
  const places = size.map((_, place) => place).sort((a, b) => size[b] - size[a]);
  return places.slice(0, count).sort((a, b) => a - b);
}

/** Some entries of a word, rounded as they are shown: to one decimal. */
export function shownEntries(words: WordTable, word: string, places: readonly number[]): number[] {
  const vector = vectorOf(words, word);
  return places.map(place => Math.round(vector[place] * 10) / 10);
}

/** One column with its name over it. */
export interface NamedColumn {
  readonly name: string;
  readonly color: () => string;
  readonly values: readonly number[];
}

/** Distance between columns, and how high over them their names stand, px. */
const LOOK = {pitch: 192, nameLift: 44, fontSize: 36} as const;

/**
 * Columns side by side with signs between them, e.g. `woman − man = step`; the whole is centred on its node.
 *
 * @param signs - one between each two columns
 */
export function columnSum(columns: readonly NamedColumn[], signs: readonly string[]) {
  const x = (index: number) => (index - (columns.length - 1) / 2) * LOOK.pitch;
  const made = columns.map(({name, color, values}, index) => {
    const column = (<NumericVector values={[...values]} dots={values.length} fontSize={LOOK.fontSize} rowPitch={1.55} max={4} />) as NumericVector;
    return (
      <Layout x={x(index)} opacity={0}>
        <Word text={name} color={color} y={column.top().y - LOOK.nameLift} fontSize={size.label} weight={600} />
        {column}
      </Layout>
    ) as Layout;
  });
  const between = signs.map((sign, index) => (<Word text={sign} x={x(index + 0.5)} fontSize={48} weight={400} color={() => theme().muted} opacity={0} />) as Word);
  const node = (<Layout>{[...made, ...between]}</Layout>) as Layout;
  /** A column comes, with the sign before it. */
  const show = (index: number, seconds = 0.7) => fadeIn(index === 0 ? [made[0]] : [between[index - 1], made[index]], {seconds, lag: 0});
  /** A column slides to another one's place. */
  const slide = (from: number, to: number, seconds = 0.8) => made[from].x(x(to), seconds, smooth);
  return {node, columns: made, signs: between, show, slide};
}
