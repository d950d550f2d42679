import {Circle, Rect, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, any, createRef, createSignal, every, loop, loopFor, loopUntil, makeRef, range, run, spawn, useDuration, useThread, useTime, waitFor, waitUntil} from '@motion-canvas/core';

/** Spawned tasks, loops, races, named tasks, time events from the .meta file. */
export default makeScene2D(function* (view) {
  const dots: Circle[] = [];
  const spinner = createRef<Rect>();
  const clock = createRef<Txt>();
  const ticks = createSignal(0);
  view.add(
    <>
      {range(5).map(i => <Circle ref={makeRef(dots, i)} x={-300 + 150 * i} size={40} fill={'#68abdf'} />)}
      <Rect ref={spinner} y={150} size={80} fill={'#e13238'} />
      <Txt ref={clock} y={-180} fill={'white'} text={() => `ticks ${ticks()}`} />
    </>,
  );
  const time = useThread().time;
  spawn(function* () {
    while (true) yield* spinner().rotation(spinner().rotation() + 90, 0.25);
  });
  yield every(6, () => ticks(ticks() + 1)).runner;
  yield loop(Infinity, i => dots[0].y(i % 2 ? 0 : 40, 0.2));
  dots[4].y(() => 30 * Math.sin(time() * 6));
  yield* waitUntil('first');
  yield* run('named', () => all(...dots.slice(1, 4).map(dot => dot.scale(1.6, useDuration('grow')))));
  yield* any(dots[1].x(-300, 0.2), dots[2].x(300, 2));
  yield* loop(2, () => dots[3].fill('#e6a700', 0.1).to('#99c47a', 0.1));
  yield* loopFor(0.3, () => dots[1].opacity(0.2, 0.1).to(1, 0.1));
  yield* loopUntil('last', () => dots[2].size(70, 0.1).to(40, 0.1));
  clock().text(`at ${useTime().toFixed(2)}`);
  yield* waitFor(0.2);
});
