/** The way through the machine as one line: its stops, a small picture of each, and who walks along it. */
import {Circle, Line, Node, type View2D} from '@motion-canvas/2d';
import {all, createRef, makeRef, tween} from '@motion-canvas/core';
import {laggedStart, linear, size, smooth, theme} from 'lectern';
import type {Word} from '../../../src/components/Word';
import {heading} from './machine';
import {STOPS, stopIcon} from './stopIcons';

const [half, y] = [690, 40];
const stopX = (index: number) => -half + (index * 2 * half) / (STOPS.length - 1);

/** How strong what stands at a stop is while nobody is near, and once it has been unrolled. */
const NEAR = 0.6;

export function wayAhead(view: View2D) {
  const [line, walker] = [createRef<Line>(), createRef<Circle>()];
  const marks: Circle[] = [];
  const names: Word[] = [];
  const icons: Node[] = STOPS.map((stop, index) => stopIcon(stop, {x: stopX(index), y: y - 130}));
  view.add(
    <>
      <Line ref={line} points={[[-half, y], [half, y]]} stroke={() => theme().muted} lineWidth={4} end={0} />
      {STOPS.map((_, index) => <Circle ref={makeRef(marks, index)} x={stopX(index)} y={y} size={26} fill={() => theme().background} stroke={() => theme().muted} lineWidth={4} scale={0} />)}
      {STOPS.map((stop, index) => heading(makeRef(names, index), stop, {x: stopX(index), y: y + 62, fontSize: size.body, opacity: 0}))}
      {icons}
      <Circle ref={walker} x={-half} y={y} size={34} fill={() => theme().highlight} scale={0} />
    </>,
  );

  function* unroll(seconds: number) {
    yield* all(
      line().end(1, seconds),
      laggedStart(STOPS, (_, time, index) => all(marks[index].scale(1, time), names[index].opacity(NEAR, time), icons[index].opacity(NEAR, time)), {seconds, lag: 0.5}),
    );
    yield* walker().scale(1, 0.3);
  }

  /** Walks from one stop to another; what is passed lights up. */
  function* walk(from: number, to: number, seconds: number, easing = smooth) {
    const start = names.map(name => name.opacity());
    // A quick walk lights up a longer part of the way: a name that is bright for a frame or two would flicker.
    const near = Math.max(180, (0.4 * Math.abs(stopX(to) - stopX(from))) / seconds);
    yield* tween(seconds, share => {
      const x = stopX(from + (to - from) * easing(share));
      walker().x(x);
      names.forEach((name, index) => {
        const lit = Math.max(NEAR, 1 - Math.abs(stopX(index) - x) / near);
        // The first steps lead over from what was, so that nothing jumps.
        const strength = start[index] + (lit - start[index]) * Math.min(1, share * 6);
        name.opacity(strength);
        icons[index].opacity(strength);
      });
    });
  }

  return {
    unroll,
    there: (seconds: number) => walk(0, STOPS.length - 1, seconds, linear),
    back: (seconds: number) => walk(STOPS.length - 1, 0, seconds),
    /** The name of the first stop, where the walk begins. */
    first: names[0],
    others: [line(), walker(), ...marks, ...names.slice(1), ...icons],
  };
}
