/** A corner of the table that a counting model is: how often one word follows another. */
import {Node} from '@motion-canvas/2d';
import {laggedStart, size, theme} from 'lectern';
import {Word} from '../../../src/components/Word';
import {countOf} from './countingModel';

/** Rows: the word before. Columns: the word after it. Along the diagonal runs the text that was just written. */
const BEFORE = ['the', 'small', 'boat', 'came', 'out', 'of'];
const AFTER = ['small', 'boat', 'came', 'out', 'of', 'the'];
const [pitchX, pitchY] = [128, 66];

export function countTable(props: {x: number; y: number}) {
  const figure = new Node(props);
  const place = (column: number, row: number): [number, number] => [(column - 2) * pitchX, (row - 2.5) * pitchY];
  const strength = new Map<Word, number>();
  const word = (text: string, column: number, row: number, color: string, shown = 1) => {
    const made = new Word({text, position: place(column, row), fontSize: size.body, weight: 400, color, opacity: 0});
    strength.set(made, shown);
    return made;
  };
  const headings = [
    ...BEFORE.map((text, row) => word(text, -1, row, theme().muted)),
    ...AFTER.map((text, column) => word(text, column, -1, theme().muted)),
  ];
  const counts = BEFORE.map((before, row) =>
    AFTER.map((after, column) => {
      const count = countOf(before, after);
      return word(String(count), column, row, count > 0 ? theme().ink : theme().muted, count > 0 ? 1 : 0.7);
    }),
  );
  const diagonal = counts.map((row, index) => row[index]);
  const explained = 'how often the word on top follows the word at the left';
  const caption = new Word({text: explained, y: 3.7 * pitchY, fontSize: 32, weight: 400, color: theme().muted, opacity: 0});
  figure.add([...headings, ...counts.flat(), caption]);

  function* appear(seconds: number) {
    yield* laggedStart([headings, [caption], ...counts].flat(), (each, time) => each.opacity(strength.get(each) ?? 1, time), {seconds, lag: 0.08});
  }

  /** Follows the text that was just written, from count to count. */
  function* trace(seconds: number) {
    yield* laggedStart(diagonal, (each, time) => each.color(theme().highlight, time), {seconds, lag: 0.6});
  }

  return {figure, appear, trace};
}
