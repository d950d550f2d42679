import {Circle, Img, Layout, Node, Rect, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef} from '@motion-canvas/core';
import picture from '../assets/photo.png';

/** Masks by source-in and destination-out, clips by shapes and layouts, clips in clips. */
export default makeScene2D(function* (view) {
  const mask = createRef<Circle>();
  const clip = createRef<Rect>();
  yield view.add(
    <>
      <Node cache x={-280}>
        <Circle ref={mask} size={160} fill={'white'} />
        <Img src={picture} width={320} compositeOperation={'source-in'} />
      </Node>
      <Node cache x={60}>
        <Rect size={[240, 200]} fill={'#68abdf'} radius={20} />
        <Txt text={'HOLE'} fontSize={80} fontWeight={700} fill={'white'} compositeOperation={'destination-out'} />
      </Node>
      <Rect ref={clip} x={330} size={[180, 180]} radius={40} fill={'#333'} clip rotation={10}>
        <Circle size={160} x={60} y={50} fill={'#e13238'} />
        <Layout clip size={[90, 90]} x={-40} y={-40}>
          <Circle size={120} x={-20} fill={'#e6a700'} />
        </Layout>
      </Rect>
    </>,
  );
  yield* all(mask().size(300, 0.5), mask().x(60, 0.5), clip().radius(90, 0.5), clip().rotation(-20, 0.5));
});
