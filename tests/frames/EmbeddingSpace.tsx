import {makeScene2D} from '@motion-canvas/2d';
import {all, createRef, waitFor} from '@motion-canvas/core';
import {EmbeddingSpace} from '../../src/components/EmbeddingSpace';
import {theme} from '../../src/theme/theme';

const words = {man: [1.2, 0.4, 1], woman: [1.6, 2.4, 1.4], king: [-2.4, -0.2, 1.9], queen: [-2, 1.8, 2.3]};

/** Two words, the step between them, and the same step somewhere else. */
export default makeScene2D(function* (view) {
  const space = createRef<EmbeddingSpace>();
  view.add(<EmbeddingSpace ref={space} words={words} modelScale={1.3} unit={130} turn={2} />);
  yield* all(space().word('man', {color: theme().good, side: 'right'}).grow(), space().word('woman', {color: theme().good}).grow());
  const step = yield* space().difference('man', 'woman', {label: 'step'});
  yield* space().word('king', {side: 'aside'}).grow();
  yield* all(step.copyTo('king', 2), space().orbit({azimuth: 60, elevation: 25}, 2));
  yield* space().ripple('queen', {}, 2);
  yield* waitFor(0.5);
});
