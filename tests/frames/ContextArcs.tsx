import {makeScene2D, Rect} from '@motion-canvas/2d';
import {createRef, waitFor} from '@motion-canvas/core';
import {ContextArcs} from '../../src/components/ContextArcs';
import {theme} from '../../src/theme/theme';

const tops = Array.from({length: 7}, (_, index): [number, number] => [-780 + index * 260, 60]);

/** Every word has a say in the fifth, as strongly as its arc is wide. */
export default makeScene2D(function* (view) {
  const arcs = createRef<ContextArcs>();
  view.add(
    <>
      {tops.map(([x, y]) => (
        <Rect x={x} y={y + 50} width={200} height={80} radius={10} stroke={theme().muted} lineWidth={3} />
      ))}
      <ContextArcs ref={arcs} sources={tops} target={tops[4]} strengths={[0.1, 0.8, 0.3, 1, 1, 0.15, 0.5]} width={14} color={theme().value} />
    </>,
  );
  yield* arcs().flash(2);
  yield* arcs().connect(1);
  yield* waitFor(0.3);
});
