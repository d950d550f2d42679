/** The way through the machine as one line with its stops. */
import {Circle, Line, type View2D} from '@motion-canvas/2d';
import {all, createRef, makeRef, tween} from '@motion-canvas/core';
import {laggedStart, linear, size, smooth, theme} from 'lectern';
import type {Word} from '../../../src/components/Word';
import {label} from './machine';

/** Stops of the first, quick walk. */
const STOPS = ['tokens', 'vectors', 'attention', 'MLP', 'repeat', 'last vector', 'next word'];
const [half, y] = [690, 0];
const stopX = (index: number) => -half + (index * 2 * half) / (STOPS.length - 1);

export function wayAhead(view: View2D) {
  const [line, walker] = [createRef<Line>(), createRef<Circle>()];
  const marks: Circle[] = [];
  const names: Word[] = [];
  view.add(
    <>
      <Line ref={line} points={[[-half, y], [half, y]]} stroke={() => theme().muted} lineWidth={4} end={0} />
      {STOPS.map((_, index) => <Circle ref={makeRef(marks, index)} x={stopX(index)} y={y} size={26} fill={() => theme().background} stroke={() => theme().muted} lineWidth={4} scale={0} />)}
      {STOPS.map((text, index) => label(makeRef(names, index), text, stopX(index), y + 62, {opacity: 0, fontSize: size.body}))}
      <Circle ref={walker} x={-half} y={y} size={34} fill={() => theme().highlight} scale={0} />
    </>,
  );

  function* unroll(seconds: number) {
    yield* all(
      line().end(1, seconds),
      laggedStart(STOPS, (_, time, index) => all(marks[index].scale(1, time), names[index].opacity(NEAR, time)), {seconds, lag: 0.5}),
    );
    yield* walker().scale(1, 0.3);
  }

  /** Walks from one stop to another; the name that is passed lights up. */
  function* walk(from: number, to: number, seconds: number, easing = smooth) {
    yield* tween(seconds, share => {
      const x = stopX(from + (to - from) * easing(share));
      walker().x(x);
      names.forEach((name, index) => name.opacity(Math.max(NEAR, 1 - Math.abs(stopX(index) - x) / 180)));
    });
  }

  return {unroll, there: (seconds: number) => walk(0, STOPS.length - 1, seconds, linear), back: (seconds: number) => walk(STOPS.length - 1, 0, seconds), nodes: [line(), walker(), ...marks, ...names]};
}

/** How strong the names are that nobody stands at. */
const NEAR = 0.55;
