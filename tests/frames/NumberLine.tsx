import {makeScene2D} from '@motion-canvas/2d';
import {all, createRef, createSignal, waitFor} from '@motion-canvas/core';
import {NumberLine} from '../../src/components/NumberLine';
import {Pin} from '../../src/components/Pin';

/** A value on a line, and words that slide to their places. */
export default makeScene2D(function* (view) {
  const line = createRef<NumberLine>();
  const pin = createRef<Pin>();
  const value = createSignal(-2);
  view.add(
    <>
      <NumberLine ref={line} y={-180} range={[-4, 4]} length={1500} value={value}>
        <Pin ref={pin} at={-3} label="cat" />
        <Pin at={2.3} label="cats" />
        <Pin at={2.8} label="dogs" lane={1} />
      </NumberLine>
      <NumberLine x={-300} y={230} range={[0, 1]} length={400} upright value={() => (value() + 4) / 8} />
      <NumberLine x={360} y={260} range={[0, 50000]} length={900} />
    </>,
  );
  yield* line().unfold(1);
  yield* all(value(1.5, 1), pin().at(-1, 1));
  yield* waitFor(0.3);
});
