import {Layout, Rect, makeScene2D} from '@motion-canvas/2d';
import {createRef, range} from '@motion-canvas/core';

/** Rows that wrap as their container changes width, with alignContent and different gaps. */
export default makeScene2D(function* (view) {
  const box = createRef<Layout>();
  view.add(
    <Rect ref={box} layout wrap={'wrap'} fill={'#222c38'} width={860} height={420} gap={[12, 24]} padding={20} alignContent={'space-between'}>
      {range(14).map(i => <Rect size={[60 + ((i * 37) % 90), 40 + ((i * 13) % 30)]} fill={i % 2 ? '#e6a700' : '#68abdf'} radius={4} />)}
    </Rect>,
  );
  yield* box().width(500, 0.4);
  box().wrap('wrap-reverse');
  box().alignContent('center');
  yield* box().height(500, 0.3);
});
