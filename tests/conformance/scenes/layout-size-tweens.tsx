import {Layout, Rect, makeScene2D} from '@motion-canvas/2d';
import {all, createRef} from '@motion-canvas/core';

/** Sizes that change from px to percent to automatic; what is added and removed while it happens. */
export default makeScene2D(function* (view) {
  const left = createRef<Rect>();
  const right = createRef<Rect>();
  const row = createRef<Layout>();
  view.add(
    <Layout ref={row} layout width={800} height={300} gap={20} alignItems={'center'}>
      <Rect ref={left} width={100} height={200} fill={'#e13238'} />
      <Rect ref={right} grow={1} height={'100%'} fill={'#68abdf'} padding={30}>
        <Rect ratio={1} height={'100%'} fill={'#e6a700'} />
      </Rect>
    </Layout>,
  );
  yield* left().width('50%', 0.3);
  yield* all(left().width('auto' as never, 0.3), right().height(120, 0.3));
  row().add(<Rect size={[120, 120]} fill={'#99c47a'} margin={20} />);
  yield* all(left().size([200, '80%'], 0.3), right().padding(5, 0.3));
});
