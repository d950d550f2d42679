import {makeScene2D} from '@motion-canvas/2d';
import {createRef, waitFor} from '@motion-canvas/core';
import {PreviewSlot} from '../../src/components/PreviewSlot';

/** A place kept for a section of another chapter, half-way through its time, and a narrower one that has not begun. */
export default makeScene2D(function* (view) {
  const slot = createRef<PreviewSlot>();
  view.add(
    <>
      <PreviewSlot ref={slot} x={-440} title="Attention" about="whom to listen to" due="2" owner="attention team" seconds={0.4} />
      <PreviewSlot x={460} width={700} title="Facts" about="where they are kept" due="3" owner="facts team" seconds={3.5} />
    </>,
  );
  yield* slot().play();
  yield* waitFor(0.4);
});
