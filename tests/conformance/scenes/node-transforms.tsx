import {Circle, Node, Rect, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, Vector2} from '@motion-canvas/core';

/** Groups that turn, scale, skew and fade; nodes moved between parents and placed in absolute coordinates. */
export default makeScene2D(function* (view) {
  const group = createRef<Node>();
  const box = createRef<Rect>();
  const other = createRef<Node>();
  view.add(
    <>
      <Node ref={group} x={-200} rotation={10} scale={[1.2, 0.8]} skew={[10, 0]}>
        <Rect ref={box} size={[160, 100]} fill={'#e13238'} offset={[-1, 0.5]} />
        <Circle size={60} y={80} fill={'#e6a700'} opacity={0.5} zIndex={-1} />
      </Node>
      <Node ref={other} x={200} scale={1.4} rotation={-20}>
        <Rect size={120} fill={'#25533a'} />
      </Node>
    </>,
  );
  yield* all(group().rotation(60, 0.4), group().skew([-10, 20], 0.4), group().scale(1, 0.4));
  box().reparent(other());
  box().absolutePosition(new Vector2(480, 100));
  other().children()[0].moveToTop();
  yield* all(box().absoluteRotation(45, 0.4), other().opacity(0.4, 0.4));
  other().add(box().clone({fill: '#68abdf', y: 90}));
  box().remove();
  yield* other().absoluteScale(0.8, 0.2);
});
