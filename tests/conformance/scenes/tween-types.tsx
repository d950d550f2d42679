import {Circle, Line, Rect, Txt, makeScene2D} from '@motion-canvas/2d';
import {
  BounceSpring, Color, PlopSpring, Vector2, all, cancel, chain, createEaseInBack, createEaseOutBounce, createRef, createSignal, delay,
  easeInOutElastic, easeOutBounce, linear, makeSpring, map, sequence, spring, tween, waitFor,
} from '@motion-canvas/core';

/** Numbers, vectors, colours, text, springs, easings, sequences, saved states, tasks that are cancelled. */
export default makeScene2D(function* (view) {
  const circles = Array.from({length: 6}, () => createRef<Circle>());
  const rect = createRef<Rect>();
  const text = createRef<Txt>();
  const line = createRef<Line>();
  view.add(
    <>
      {circles.map((ref, i) => <Circle ref={ref} x={-400} y={-210 + i * 50} size={36} fill={new Color('#e13238')} />)}
      <Rect ref={rect} y={160} size={[100, 60]} fill={'#e6a700'} />
      <Txt ref={text} x={260} y={160} text={''} fill={'white'} fontSize={40} />
      <Line ref={line} points={[[-400, 240], [400, 240]]} stroke={'#68abdf'} lineWidth={6} end={0} />
    </>,
  );
  rect().save();
  const endless = yield rect().rotation(360, 20, linear);
  const count = createSignal(0);
  text().text(() => `${count().toFixed(1)}`);
  yield* all(
    circles[0]().x(400, 1, linear),
    circles[1]().x(400, 1, easeOutBounce),
    circles[2]().x(400, 1, easeInOutElastic),
    circles[3]().x(400, 1, createEaseInBack(3)).to(300, 0.3, createEaseOutBounce()),
    spring(PlopSpring, -400, 400, 1, value => circles[4]().x(value)),
    spring(makeSpring(0.08, 4.5, 8, 0.4), 0, 1, 0.5, value => circles[5]().position(Vector2.lerp(new Vector2(-400, 40), new Vector2(400, 40), value))),
    sequence(0.1, ...circles.map(ref => ref().fill('#99c47a', 0.4))),
    delay(0.2, count(42, 0.8)),
    chain(line().end(1, 0.4), line().stroke('#ff00ff', 0.3)),
    tween(0.7, value => rect().width(map(100, 300, value))),
  );
  cancel(endless);
  yield* rect().restore(0.4);
  yield* all(rect().fill('rgba(200, 40, 90, 0.5)', 0.2), rect().position(new Vector2(-100, 180), 0.3), circles[0]().size([90, 20], 0.3, BounceSpring ? linear : linear));
  yield* waitFor(0.1);
});
