/** Eleven vectors on their way through the layers: a lane for each token, from left to right, and blocks across all lanes. */
import {CubicBezier, Line, Rect, type Node} from '@motion-canvas/2d';
import {createSignal, type SimpleSignal} from '@motion-canvas/core';
import {TokenStrip, seededRandom, theme} from 'lectern';
import {Word} from '../../../src/components/Word';
import {pieces} from './sentence';

/** Stage px: where lanes begin and end, and the blocks across them. */
export const LANES = {start: -588, end: 790, top: -335, pitch: 56, firstBlock: -490, blockPitch: 205, blockWidth: 124, blocks: 6} as const;
export const laneY = (index: number) => LANES.top + index * LANES.pitch;
export const LAST = pieces.length - 1;
export const FLOOR = laneY(LAST) + 34;
const blockX = (index: number) => LANES.firstBlock + index * LANES.blockPitch;

export interface Lanes {
  /** How far the vectors have come, stage px: from `LANES.start` to `LANES.end`. */
  readonly front: SimpleSignal<number>;
  readonly chips: readonly TokenStrip[];
  /** Block after block: its box and its name. */
  readonly blocks: readonly (readonly Node[])[];
  /** What belongs to the last lane. */
  readonly last: readonly Node[];
  /** All others. */
  readonly others: readonly Node[];
}

/** Makes the lanes; chips and blocks are not yet visible, and the front stands at the start. */
export function makeLanes(): Lanes {
  const front = createSignal<number>(LANES.start);
  const reached = (from: number, to: number) => () => Math.min(1, Math.max(0, (front() - from) / (to - from)));
  const chips = pieces.map((piece, index) => {
    const chip = (<TokenStrip pieces={[piece]} fontSize={34} y={laneY(index)} opacity={0} />) as TokenStrip;
    return chip.x(LANES.start - 14 - chip.width() / 2);
  });
  const blocks = Array.from({length: LANES.blocks}, (_, index) => block(index));
  const lane = (index: number, from: number, to: number, width: number, opacity: number) => (
    <Line points={[[from, laneY(index)], [to, laneY(index)]]} stroke={() => theme().data} lineWidth={width} opacity={opacity} end={reached(from, to)} />
  ) as Node;
  const plain = pieces.slice(0, LAST).map((_, index) => lane(index, LANES.start, LANES.end, 3, 0.4));
  // The last lane grows thicker behind every block of attention.
  const cuts = [LANES.start, ...Array.from({length: LANES.blocks / 2}, (_, pair) => blockX(2 * pair) + LANES.blockWidth / 2), LANES.end];
  const last = cuts.slice(1).map((to, part) => lane(LAST, cuts[part], to, 3 + 4 * part, 0.4 + 0.2 * part));
  const messages = Array.from({length: LANES.blocks / 2}, (_, pair) => messagesIn(blockX(2 * pair), pair, reached)).flat();
  return {front, chips, blocks, last, others: [...plain, ...messages]};
}

/** One block across all lanes: attention and MLP by turns. */
function block(index: number): Node[] {
  const title = index % 2 === 0 ? 'attention' : 'MLP';
  const top = laneY(0) - 34;
  return [
    (<Rect x={blockX(index)} y={(top + FLOOR) / 2} width={LANES.blockWidth} height={FLOOR - top} radius={14} fill={() => theme().panel} stroke={() => theme().muted} lineWidth={3} opacity={0} />) as Node,
    (<Word text={title} x={blockX(index)} y={top - 32} fontSize={34} color={() => theme().ink} opacity={0} />) as Node,
  ];
}

/** Inside a block of attention, every lane bends some of what it has to the last one. */
function messagesIn(x: number, pair: number, reached: (from: number, to: number) => () => number): Node[] {
  const random = seededRandom(`messages of block ${pair}`);
  const half = LANES.blockWidth / 2;
  return pieces.slice(0, LAST).map((_, index) => (
    <CubicBezier
      p0={[x - half, laneY(index)]}
      p1={[x + 0.4 * half, laneY(index)]}
      p2={[x - 0.4 * half, laneY(LAST)]}
      p3={[x + half, laneY(LAST)]}
      stroke={() => theme().value}
      lineWidth={random.uniform(1, 5.5)}
      opacity={0.85}
      end={reached(x - half, x + half)}
    />
  ) as Node);
}
