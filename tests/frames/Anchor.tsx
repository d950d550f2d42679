import {Circle, makeScene2D} from '@motion-canvas/2d';
import {createRef, waitFor} from '@motion-canvas/core';
import {Anchor} from '../../src/components/Anchor';
import {EmbeddingSpace} from '../../src/components/EmbeddingSpace';
import {Equation} from '../../src/components/Equation';
import {VectorArrow} from '../../src/components/VectorArrow';
import {Word} from '../../src/components/Word';
import {theme} from '../../src/theme/theme';

/** A formula and a word keep to their places in a space while the camera goes round; they go on facing the viewer. */
export default makeScene2D(function* (view) {
  const space = createRef<EmbeddingSpace>();
  view.add(
    <EmbeddingSpace ref={space} unit={135} azimuth={-20}>
      <VectorArrow to={[-3, -1, 1.5]} color={theme().query} />
      <Anchor at={[-3, -1, 1.5]}>
        <Equation tex="\vec{E}(\text{tower})" fontSize={56} color={() => theme().query} y={-50} />
      </Anchor>
      <Anchor at={[2.5, 1, 0.5]}>
        <Circle size={24} fill={() => theme().key} />
        <Word text="a place of its own" y={-48} color={() => theme().key} />
      </Anchor>
    </EmbeddingSpace>,
  );
  yield* space().orbit({azimuth: -50, elevation: 24}, 2);
  yield* waitFor(0.2);
});
