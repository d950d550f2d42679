/** Predict, draw, append, and back again: the loop as three words on a line, under the machine or under a page. */
import {Node} from '@motion-canvas/2d';
import {all, makeRef} from '@motion-canvas/core';
import {VectorArrow, laggedStart, size, theme} from 'lectern';
import {Word} from '../../../src/components/Word';

const NAMES = ['predict', 'draw', 'append'] as const;
const [PITCH, RESTING] = [300, 0.35];

/** Where the loop stands under the machine, as scenes 3 and 10 end. */
export const UNDER_MACHINE = 325;

/** The loop at a height, in a strength from 0 to 1. */
export function loopOfThree(y: number, strength = 0) {
  const [words, arrows]: [Word[], VectorArrow[]] = [[], []];
  const figure = (
    <Node y={y}>
      {NAMES.map((name, index) => <Word ref={makeRef(words, index)} text={name} x={(index - 1) * PITCH} fontSize={size.label} opacity={strength} />)}
      {[[-211, -70], [70, 206]].map(([from, to], index) => <VectorArrow ref={makeRef(arrows, index)} from={[from, 0]} to={[to, 0]} color={() => theme().ink} thickness={5} opacity={strength} />)}
      <VectorArrow ref={makeRef(arrows, 2)} from={[PITCH, 34]} to={[-PITCH, 34]} bend={46} color={() => theme().ink} thickness={5} opacity={strength} />
    </Node>
  ) as Node;
  const nodes = [words[0], arrows[0], words[1], arrows[1], words[2], arrows[2]];
  return {
    figure,
    /** One station after another comes, dimmed. */
    appear: (seconds: number) => laggedStart(nodes, (node, time) => node.opacity(RESTING, time), {seconds, lag: 0.2}),
    /** Lights one station, 0 to 2. */
    say: (station: number, seconds: number) => all(...words.map((word, index) => word.opacity(index === station ? 1 : RESTING, seconds))),
    /** Lights the whole loop. */
    light: (seconds: number) => all(...nodes.map(node => node.opacity(1, seconds))),
    rest: (seconds: number) => all(...nodes.map(node => node.opacity(RESTING, seconds))),
  };
}
