import {makeScene2D} from '@motion-canvas/2d';
import {createRef, waitFor} from '@motion-canvas/core';
import {DirectionLines} from '../../src/components/DirectionLines';
import {EmbeddingSpace} from '../../src/components/EmbeddingSpace';
import {VectorArrow} from '../../src/components/VectorArrow';
import {theme} from '../../src/theme/theme';

// picture: 1.5s
/** One direction, everywhere at once. */
export default makeScene2D(function* (view) {
  const lines = createRef<DirectionLines>();
  const flat = createRef<DirectionLines>();
  view.add(
    <>
      <EmbeddingSpace>
        <DirectionLines ref={lines} direction={[2, 0.5, 1.2]} />
        <VectorArrow to={[2, 0.5, 1.2]} label="plural" color={theme().highlight} />
      </EmbeddingSpace>
      <DirectionLines ref={flat} direction={[2, -1]} color={theme().key} />
    </>,
  );
  yield* lines().sweep(3);
  yield* flat().sweep(2);
  yield* waitFor(0.2);
});
