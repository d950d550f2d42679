import {makeScene2D} from '@motion-canvas/2d';
import {all, createRef, waitFor} from '@motion-canvas/core';
import {EmbeddingArray} from '../../src/components/EmbeddingArray';
import {nameLines} from '../../src/components/nameLines';
import {NumericMatrix} from '../../src/components/NumericMatrix';
import {TokenStrip} from '../../src/components/TokenStrip';
import {seededRandom} from '../../src/math/seededRandom';

/** Tokens over their embeddings; one column lit; a matrix whose rows turn into symbols. */
export default makeScene2D(function* (view) {
  const random = seededRandom('EmbeddingArray');
  const vector = (length: number) => Array.from({length}, () => random.uniform(-9.9, 9.9));
  const [array, strip, weights] = [createRef<EmbeddingArray>(), createRef<TokenStrip>(), createRef<NumericMatrix>()];
  const pieces = ['A', ' fox', ' ran', ' over', ' snow'];
  view.add(
    <>
      <EmbeddingArray ref={array} vectors={pieces.map(() => vector(7))} rowDots={-2} columnDots={-2} x={-400} y={80} />
      <TokenStrip ref={strip} pieces={pieces} x={-400} y={-250} fontSize={36} />
      <NumericMatrix ref={weights} values={[vector(5), vector(5), vector(5), vector(5)]} role="weight" rowDots={-2} columnDots={-2} x={520} y={80} />
    </>,
  );
  yield* all(array().write(), strip().spreadTo(array().columnMiddles()));
  yield* all(array().spotlightColumns([2]), strip().spotlight([2]));
  const rows = yield* nameLines(weights(), 'rows', ['R_0', 'R_1', 'R_2', 'R_{n-1}']);
  yield* rows.symbols[0].scale(1.3, 0.3).back(0.3);
  yield* waitFor(0.3);
});
