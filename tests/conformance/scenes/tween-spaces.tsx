import {Circle, Code, Line, Rect, makeScene2D} from '@motion-canvas/2d';
import {Color, Vector2, all, createRef, easeInOutCubic, linear, tween} from '@motion-canvas/core';

/** Between values along other ways: colours through their spaces, points round a pole, code that grows at its ends. */
export default makeScene2D(function* (view) {
  const bars = (['rgb', 'lab', 'hsl', 'oklch'] as const).map((space, index) => {
    const bar = createRef<Rect>();
    view.add(<Rect ref={bar} x={-420 + index * 110} y={-150} size={[100, 80]} fill={'#e13238'} />);
    return bar().fill('#68abdf', 0.6, linear, Color.createLerp(space));
  });
  const dot = createRef<Circle>();
  const path = createRef<Line>();
  const code = createRef<Code>();
  view.add(
    <>
      <Line ref={path} lineWidth={4} stroke={'#445'} points={[[100, -160], [250, -220], [400, -100]]} radius={40} />
      <Circle ref={dot} size={30} fill={'#e6a700'} position={[200, 60]} />
      <Code ref={code} x={-220} y={130} fontSize={26} code={'const b = 2;'} />
    </>,
  );
  yield* all(
    ...bars,
    dot().position([-60, 200], 0.6, easeInOutCubic, Vector2.polarLerp),
    tween(0.6, value => path().points([[100, -160], [250, -220 + 100 * value], [400, -100]])),
    code().code.prepend('const a = 1;\n', 0.6),
  );
  yield* code().code.append('\nconst c = a + b;', 0.3);
});
