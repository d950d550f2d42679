import {Circle, Line, Node, Rect, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef} from '@motion-canvas/core';

/** Shadows of shapes, text, groups and lines, whose blur and offset turn with their node. */
export default makeScene2D(function* (view) {
  const rect = createRef<Rect>();
  const group = createRef<Node>();
  view.add(
    <>
      <Rect ref={rect} x={-300} size={180} fill={'#e13238'} radius={20} shadowColor={'#000c'} shadowBlur={30} shadowOffset={[20, 30]} />
      <Node ref={group} shadowColor={'#68abdf'} shadowBlur={10} shadowOffsetX={-20} opacity={0.7}>
        <Circle size={140} fill={'#e6a700'} />
        <Circle x={60} size={80} fill={'#99c47a'} />
      </Node>
      <Txt x={290} y={-60} text={'Shadow'} fontSize={70} fill={'white'} shadowColor={'#e13238'} shadowOffset={6} />
      <Line points={[[180, 80], [300, 180], [420, 60]]} stroke={'#99c47a'} lineWidth={12} shadowColor={'black'} shadowBlur={15} shadowOffsetY={10} endArrow />
    </>,
  );
  yield* all(rect().rotation(60, 0.5), rect().shadowBlur(0, 0.5), group().scale(1.5, 0.5), group().shadowOffset([10, 40], 0.5));
});
