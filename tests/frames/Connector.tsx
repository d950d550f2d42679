import {Circle, makeScene2D, Rect} from '@motion-canvas/2d';
import {all, createRef, createRefArray, waitFor} from '@motion-canvas/core';
import {Connector} from '../../src/components/Connector';
import {GuideZoom} from '../../src/components/GuideZoom';
import {theme} from '../../src/theme/theme';

// picture: 1s
/** Arrows that end on the borders of what they join, and a small thing seen large. */
export default makeScene2D(function* (view) {
  const rects = createRefArray<Rect>();
  const circle = createRef<Circle>();
  const small = createRef<Rect>();
  const large = createRef<Rect>();
  const links = createRefArray<Connector>();
  const guide = createRef<GuideZoom>();
  const style = {stroke: theme().ink, lineWidth: 3, radius: 12};
  view.add(
    <>
      <Rect ref={rects} {...style} x={-700} y={-250} width={200} height={90} />
      <Rect ref={rects} {...style} x={-100} y={-250} width={180} height={120} rotation={20} />
      <Circle ref={circle} stroke={theme().ink} lineWidth={3} x={-400} y={100} size={160} />
      <Rect ref={small} {...style} radius={0} x={-700} y={380} size={60} />
      <Rect ref={large} {...style} radius={0} x={450} y={150} size={500} />
      <Connector ref={links} from={rects[0]} to={rects[1]} bend={60} color={theme().query} />
      <Connector ref={links} from={rects[1]} to={circle()} color={theme().key} />
      <Connector ref={links} from={circle()} to={rects[0]} bend={-40} color={theme().value} />
      <GuideZoom ref={guide} from={small()} to={large()} />
    </>,
  );
  yield* all(...links.map(link => link.grow(1)), guide().open(1));
  yield* rects[1].position([0, -380], 1);
  yield* waitFor(0.2);
});
