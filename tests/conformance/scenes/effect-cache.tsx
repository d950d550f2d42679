import {Circle, Node, Rect, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef} from '@motion-canvas/core';

/** Opacity of groups in groups, explicit caches with padding, ripples, alpha of overlapping children. */
export default makeScene2D(function* (view) {
  const outer = createRef<Node>();
  const rippling = createRef<Circle>();
  view.add(
    <>
      <Node ref={outer} x={-240} opacity={0.6} rotation={8}>
        <Node opacity={0.5} scale={1.3}>
          <Rect size={120} fill={'#e13238'} />
          <Node opacity={0.7} x={50} y={30} cache>
            <Circle size={120} fill={'#e6a700'} stroke={'white'} lineWidth={10} />
            <Txt text={'in three'} fill={'black'} fontSize={30} />
          </Node>
        </Node>
      </Node>
      <Circle ref={rippling} x={120} size={120} fill={'#68abdf'} />
      <Rect x={340} size={[140, 200]} radius={30} fill={'#99c47a'} cache cachePadding={20} shadowColor={'black'} shadowBlur={8} opacity={0.9} />
    </>,
  );
  yield* all(rippling().ripple(0.6), outer().opacity(1, 0.6), outer().position.x(-200.5, 0.6));
});
