import {makeScene2D} from '@motion-canvas/2d';
import {all, createRef, waitFor} from '@motion-canvas/core';
import words from '../../assets/words/lectern-words.json';
import {EmbeddingSpace} from '../../src/components/EmbeddingSpace';
import {analogy} from '../../src/math/analogy';
import {theme} from '../../src/theme/theme';

const people = ['man', 'woman', 'king', 'queen', 'boy', 'girl', 'prince', 'princess', 'uncle', 'aunt', 'father', 'mother'];

/** The step from one word to another, taken from a third, lands near a fourth: computed from the word table. */
export default makeScene2D(function* (view) {
  const royal = analogy({plus: ['king', 'woman'], minus: ['man']}, words);
  const space = createRef<EmbeddingSpace>();
  view.add(<EmbeddingSpace ref={space} words={words} over={people} reach={4} azimuth={-40} elevation={24} turn={2} unit={130} />);
  yield* space().cloud(people, {color: theme().muted}).appear(1);
  yield* all(...['man', 'woman'].map(word => space().word(word, {color: theme().key}).grow()));
  const step = yield* space().difference('man', 'woman');
  yield* space().word('king', {color: theme().query, side: 'aside'}).grow();
  const copy = yield* step.copyTo('king', 1.5);
  yield* all(space().ripple(copy.to(), {}, 2), space().orbit({azimuth: -75, elevation: 20}, 2));
  yield* space().word(royal.result, {color: theme().query}).grow();
  yield* waitFor(0.5);
});
