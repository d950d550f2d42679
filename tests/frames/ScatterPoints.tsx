import {makeScene2D} from '@motion-canvas/2d';
import {createRef, waitFor} from '@motion-canvas/core';
import {EmbeddingSpace} from '../../src/components/EmbeddingSpace';
import {ScatterPoints} from '../../src/components/ScatterPoints';
import {theme} from '../../src/theme/theme';
import {seededRandom} from '../../src/math/seededRandom';

const random = seededRandom('vocabulary');
const centres = Array.from({length: 9}, () => [random.uniform(-3, 3), random.uniform(-3, 3), random.uniform(-2, 2)]);
const points = Array.from({length: 2000}, () => random.pick(centres).map(entry => entry + random.normal(0, 0.45)));

/** Two thousand words turn slowly, with arrows among them. */
export default makeScene2D(function* (view) {
  const space = createRef<EmbeddingSpace>();
  const cloud = createRef<ScatterPoints>();
  view.add(
    <EmbeddingSpace ref={space} turn={5}>
      <ScatterPoints ref={cloud} points={points} radius={5} color={theme().data} />
    </EmbeddingSpace>,
  );
  [centres[0], centres[2]].forEach((to, index) => space().arrow({to: to.map(entry => 1.6 * entry), label: `meaning ${index + 1}`, color: theme().query}));
  yield* cloud().appear(2);
  yield* waitFor(2);
});
