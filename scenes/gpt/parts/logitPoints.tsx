/** Logits as points of a number line, and the gaps between neighbours, which stay when all points move together. */
import {Layout, Line, Rect} from '@motion-canvas/2d';
import {createSignal} from '@motion-canvas/core';
import {formatNumber, size, theme, type NumberLine} from 'lectern';
import {Word} from '../../../src/components/Word';

/** Height of the gaps over the line, px. */
const LIFT = 58;

/**
 * @param line - the line that they stand on
 * @param values - the logits of the moment, largest first
 */
export function logitPoints(line: NumberLine, values: () => readonly number[]) {
  const come = createSignal(0);
  const gapsSeen = createSignal(1);
  const x = (index: number) => line.place(values()[index]).x;
  const points = values().map((_, index) => <Rect x={() => x(index)} size={26} radius={13} fill={() => theme().logit} opacity={come} />);
  const gaps = values().slice(1).map((_, index) => {
    const [left, right] = [() => x(index + 1), () => x(index)];
    const text = () => formatNumber(values()[index] - values()[index + 1], {decimals: 1});
    return (
      <Layout opacity={() => come() * gapsSeen()}>
        <Line points={() => [[left() + 4, -LIFT + 12], [left() + 4, -LIFT], [right() - 4, -LIFT], [right() - 4, -LIFT + 12]]} stroke={() => theme().muted} lineWidth={3} />
        <Word text={text} fontSize={size.small} weight={400} color={() => theme().muted} x={() => (left() + right()) / 2} y={-LIFT - 24} />
      </Layout>
    );
  });
  const node = (<Layout>{[...gaps, ...points]}</Layout>) as Layout;
  const appear = (seconds: number) => come(1, seconds);
  return {node, appear, fadeGaps: (seconds: number) => gapsSeen(0, seconds)};
}
