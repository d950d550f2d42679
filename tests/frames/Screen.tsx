import {makeScene2D} from '@motion-canvas/2d';
import {createRef, waitFor} from '@motion-canvas/core';
import {Chip} from '../../src/components/Chip';
import {Screen} from '../../src/components/Screen';
import {theme} from '../../src/theme/theme';

/** A scene in small that becomes the whole picture and goes back. */
export default makeScene2D(function* (view) {
  const screen = createRef<Screen>();
  view.add(
    <>
      <Screen x={-480} y={160} width={640} title="this chapter" color={theme().highlight}>
        <Chip text="tokens" fontSize={200} />
      </Screen>
      <Screen ref={screen} x={480} y={160} width={640} title="next chapter">
        <Chip text="query" color={theme().query} fontSize={160} x={-400} />
        <Chip text="cut at the edge" color={theme().key} fontSize={160} x={600} y={300} />
      </Screen>
    </>,
  );
  yield* waitFor(0.1);
  yield* screen().fillFrame(1.4);
  yield* screen().leaveFrame(1);
  yield* waitFor(0.1);
});
