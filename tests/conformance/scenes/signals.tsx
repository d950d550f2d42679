import {Circle, Line, Node, Txt, makeScene2D} from '@motion-canvas/2d';
import {Vector2, createComputed, createEffect, createRefMap, createSignal, all, createDeferredEffect} from '@motion-canvas/core';

/** Signals of signals, computed values, effects, vectors read in parts, maps of references. */
export default makeScene2D(function* (view) {
  const radius = createSignal(1);
  const area = createComputed(() => Math.PI * radius() ** 2);
  const corner = Vector2.createSignal([100, 50]);
  const labels = createRefMap<Txt>();
  const marks: number[] = [];
  createEffect(() => void marks.push(Math.round(radius())));
  const deferred = createSignal(0);
  createDeferredEffect(() => deferred(Math.floor(radius() * 2)));
  view.add(
    <Node y={-20}>
      <Circle x={-250} size={() => radius() * 60} fill={'#e13238'} />
      <Line points={() => [[-250, 0], [-250 + radius() * 30, 0]]} stroke={'white'} lineWidth={4} />
      <Txt ref={labels.area} x={150} y={-60} fill={'white'} text={() => `A = ${area().toFixed(2)}`} />
      <Txt ref={labels.marks} x={150} y={20} fill={'#e6a700'} fontSize={30} text={() => `${radius() && new Set(marks).size} steps, ${deferred()}`} />
      <Circle position={corner} size={30} fill={'#68abdf'} />
      <Circle x={corner.x} y={() => -corner.y()} size={20} fill={'#99c47a'} />
    </Node>,
  );
  yield* all(radius(4, 0.6), corner([300, 160], 0.6), corner.x(350, 0.3));
  labels.area().fill('#99c47a');
  yield* corner([0, 200], 0.3, undefined, Vector2.arcLerp);
});
