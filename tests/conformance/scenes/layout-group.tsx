import {Circle, Layout, Node, Rect, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef} from '@motion-canvas/core';

/** What stands free inside a layout, groups that are transparent to it, offsets, and edges read back. */
export default makeScene2D(function* (view) {
  const card = createRef<Rect>();
  const inner = createRef<Rect>();
  view.add(
    <Rect ref={card} layout direction={'column'} gap={14} padding={24} fill={'#222c38'} radius={12} offset={[-1, -1]} position={[-400, -200]}>
      <Txt text={'A card'} fill={'white'} fontSize={40} />
      <Node opacity={0.7}>
        <Rect ref={inner} size={[220, 60]} fill={'#e13238'} />
        <Rect size={[300, 40]} fill={'#e6a700'} rotation={4} />
      </Node>
      <Layout layout={false}>
        <Circle size={50} x={130} y={-60} fill={'#99c47a'} />
      </Layout>
      <Rect size={['100%', 20]} fill={'#68abdf'} />
    </Rect>,
  );
  view.add(<Circle size={16} fill={'white'} position={() => inner().absolutePosition().sub(view.size().scale(0.5))} />);
  view.add(<Circle size={16} fill={'#ff66cc'} position={() => card().bottomRight()} />);
  view.add(<Circle size={16} fill={'#66ffcc'} position={() => card().top()} />);
  yield* all(inner().width(420, 0.5), card().padding(40, 0.5));
});
