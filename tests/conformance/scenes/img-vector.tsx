import {Img, Rect, makeScene2D} from '@motion-canvas/2d';
import {all, createRef} from '@motion-canvas/core';
import badge from '../assets/badge.svg';

/** Vector pictures at every size: turned, skewed, faded, shadowed, cut by round corners, and in a layout. */
export default makeScene2D(function* (view) {
  const turning = createRef<Img>();
  const row = createRef<Rect>();
  yield view.add(
    <>
      <Img ref={turning} src={badge} x={-250} y={-90} width={300} />
      <Img src={badge} x={120} y={-150} height={50} skew={[20, 0]} />
      <Img src={badge} x={330} y={-120} width={180} radius={40} fill={'#141a22'} />
      <Rect ref={row} layout y={150} gap={20} padding={16} alignItems={'center'} fill={'#1d2733'}>
        <Img src={badge} width={60} />
        <Img src={badge} width={120} opacity={0.5} />
        <Img src={badge} height={140} shadowColor={'black'} shadowBlur={10} shadowOffset={6} />
      </Rect>
    </>,
  );
  yield* all(turning().rotation(75, 0.4), turning().scale([1.2, -1], 0.4), row().gap(50, 0.4));
});
