import {makeScene2D} from '@motion-canvas/2d';
import {createRef, waitFor} from '@motion-canvas/core';
import {EmbeddingSpace} from '../../src/components/EmbeddingSpace';
import {theme} from '../../src/theme/theme';

/** Two directions add up, a word is measured along one of them, and facts are absorbed step by step. */
export default makeScene2D(function* (view) {
  const space = createRef<EmbeddingSpace>();
  view.add(<EmbeddingSpace ref={space} azimuth={-25} elevation={20} turn={2} unit={125} />);
  const first = space().arrow({to: [2.6, 0, 0.6], label: 'first name', side: 'below', color: theme().query, growth: 0});
  const last = space().arrow({to: [0.2, 1.4, 2.4], label: 'last name', color: theme().key, growth: 0});
  yield* first.grow(0.7);
  yield* last.grow(0.7);
  const sum = yield* space().parallelogram([2.6, 0, 0.6], [0.2, 1.4, 2.4]);
  const word = space().arrow({to: sum, label: 'both', color: theme().ink, growth: 0});
  yield* word.grow(0.7);
  yield* space().shadow(sum, [2.6, 0, 0.6], {color: theme().highlight});
  yield* space().chain(sum, [
    {step: [-1.6, 0.4, 0.5], label: 'a fact', color: theme().value},
    {step: [-1.4, -0.8, -0.4], label: 'another', color: theme().output},
  ]);
  yield* waitFor(0.4);
});
