import {Circle, Layout, Line, Node, Rect, makeScene2D} from '@motion-canvas/2d';
import {Vector2, all, createRef, makeRefs} from '@motion-canvas/core';

/** Places said by a side or a corner, in the scene's own terms, and nodes that change parents, order and copies. */
export default makeScene2D(function* (view) {
  const box = createRef<Rect>();
  const dot = createRef<Circle>();
  const group = createRef<Node>();
  const parts = makeRefs<typeof Row>();
  view.add(
    <>
      <Rect ref={box} size={[200, 120]} position={[-240, -60]} rotation={15} fill={'#22303e'} stroke={'#68abdf'} lineWidth={4} />
      <Node ref={group} x={220} rotation={-20} scale={1.3} />
      <Circle ref={dot} size={40} fill={'#e6a700'} />
      <Row refs={parts} />
    </>,
  );
  dot().left(box().right);
  view.add(<Line points={() => [box().topLeft(), box().bottomRight(), dot().middle()]} stroke={'#99c47a'} lineWidth={3} endArrow />);
  view.add(<Circle size={16} fill={'#e13238'} position={() => box().cardinalPoint('top-right')()} />);
  yield* all(box().topLeft([-380, -160], 0.3), parts.first.bottom(() => parts.second.top(), 0.3));
  dot().reparent(group());
  yield* all(dot().absolutePosition(new Vector2(700, 120), 0.3), dot().absoluteRotation(45, 0.3), dot().absoluteScale(2, 0.3));
  parts.first.moveToTop();
  const copy = parts.second.snapshotClone({x: 60, y: 40, zIndex: -1});
  const echo = box().reactiveClone({position: [240, -150], rotation: 0});
  view.add([copy, echo]);
  yield* all(box().size([120, 160], 0.3), copy.fill('#e13238', 0.3), group().rotation(20, 0.3));
});

function Row({refs}: {refs: {first: Rect; second: Rect}}) {
  return (
    <Layout y={190}>
      <Rect ref={node => void (refs.first = node)} x={-20} size={80} fill={'#e13238'} />
      <Rect ref={node => void (refs.second = node)} x={20} y={10} size={80} fill={'#68abdf'} radius={12} />
    </Layout>
  );
}
