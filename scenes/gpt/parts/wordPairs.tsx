/** Words placed at their values along a line: a row for each pair, singular and plural joined; and single words in a stair. */
import {Layout, Line, Rect} from '@motion-canvas/2d';
import {createSignal} from '@motion-canvas/core';
import {size, theme, tokenColor, type NumberLine} from 'lectern';
import {Word} from '../../../src/components/Word';

/** A word's value along the line. */
export type ValueOf = (word: string) => number;

/**
 * One pair in a row of its own: the words come down to their values, and a line joins them.
 *
 * @param y - height of the row, px of the line's own ground
 */
export function pairRow(line: NumberLine, [one, many]: readonly [string, string], value: ValueOf, y: number) {
  const come = createSignal(0);
  const joined = createSignal(0);
  const color = () => tokenColor(one).line;
  const x = (word: string) => line.place(value(word)).x;
  const end = (word: string, side: -1 | 1) => {
    const name = (<Word text={word} fontSize={size.body} color={color} opacity={come} />) as Word;
    name.position(() => [x(word) + side * (24 + name.width() / 2), y - 30 * (1 - come())]);
    return [<Rect position={() => [x(word), y - 30 * (1 - come())]} size={20} radius={10} fill={color} opacity={come} />, name];
  };
  const node = (
    <Layout>
      <Line points={() => [[x(one), y], [x(many), y]]} stroke={color} lineWidth={5} end={joined} />
      {end(one, -1)}
      {end(many, 1)}
    </Layout>
  ) as Layout;
  return {node, drop: (seconds: number) => come(1, seconds), join: (seconds: number) => joined(1, seconds)};
}

/**
 * One word at its value, over a thin line that stands on the number line. Its name is at its left, so that in a rising
 * stair no line crosses a name.
 */
export function stairWord(line: NumberLine, word: string, value: ValueOf, y: number) {
  const x = () => line.place(value(word)).x;
  const name = (<Word text={word} fontSize={size.label} color={() => tokenColor(word).line} />) as Word;
  name.position(() => [x() - 24 - name.width() / 2, y]);
  const node = (
    <Layout>
      <Line points={() => [[x(), y], [x(), 0]]} stroke={() => theme().muted} lineWidth={3} lineDash={[6, 8]} />
      <Rect position={() => [x(), y]} size={22} radius={11} fill={() => tokenColor(word).line} />
      {name}
    </Layout>
  ) as Layout;
  const appear = (seconds: number) => node.opacity(1, seconds);
  return {node, appear};
}
